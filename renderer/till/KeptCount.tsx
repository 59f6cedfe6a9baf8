/** Says that the pieces in the fields were typed before, and empties them for who counts from the beginning. */
import { Button, Group } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { clockText } from "../components/clockTexts.ts";
import { useNow } from "../components/now.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import { noCount } from "./count.ts";
import styles from "./Till.module.css";
import type { CountBeingTyped } from "./typedCount.ts";

export function KeptCount({ count: { keptAt, onTyped } }: { count: CountBeingTyped }) {
  const { t } = useTranslation("till");
  const language = useLanguage();
  const now = useNow();
  if (keptAt === null) return null;
  return (
    <Group gap="sm">
      <p className={styles.keys} role="status">
        {t("count.kept", { clock: clockText(keptAt, language, now) })}
      </p>
      <Button size="compact-sm" variant="default" onClick={() => onTyped(noCount)}>
        {t("count.anew")}
      </Button>
    </Group>
  );
}
