/** Since when an item waits; the longer, the louder, in words and not by colour alone. */
import { useTranslation } from "react-i18next";
import type { OutboxItem } from "../../shared/outbox.ts";
import { ageText, clockText } from "../components/clockTexts.ts";
import { useNow } from "../components/now.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import { loudnessOf } from "./age.ts";
import styles from "./Outbox.module.css";

export function AgeMark({ item }: { item: OutboxItem }) {
  const { t } = useTranslation(["outbox", "common"]);
  const { t: common } = useTranslation("common");
  const language = useLanguage();
  const now = useNow();
  const loudness = loudnessOf(item, now);
  return (
    <span className={styles.age} data-loud={loudness}>
      <time dateTime={item.capturedAt}>{clockText(item.capturedAt, language, now)}</time>
      {loudness !== "settled" && (
        <span className={styles.waits}>
          {loudness === "new"
            ? ageText(common, item.capturedAt, now)
            : t("waits", { age: ageText(common, item.capturedAt, now) })}
        </span>
      )}
    </span>
  );
}
