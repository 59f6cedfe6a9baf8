/** What was being typed when the program, the counter or the clerk went away. */
import { Button, Group } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { clockText } from "../components/clockTexts.ts";
import { useNow } from "../components/now.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import { dropDraft, type KeptDraft } from "./draft.ts";
import styles from "./Repayment.module.css";

export function DraftOffer(props: { kept: KeptDraft; onGoOn: () => void; onForget: () => void }) {
  const { kept, onGoOn, onForget } = props;
  const { t } = useTranslation("repayments");
  const language = useLanguage();
  const clock = clockText(kept.savedAt, language, useNow());
  return (
    <section className={styles.draft} role="status">
      <p>{t("draft.offer", { loanRef: kept.draft.loanRef, clock })}</p>
      <Group gap="xs" wrap="nowrap">
        <Button size="sm" variant="default" onClick={onGoOn}>
          {t("draft.goOn")}
        </Button>
        <Button
          size="sm"
          variant="default"
          onClick={(press) => {
            dropDraft();
            // The button goes away: the focus goes to the page's own first field.
            press.currentTarget
              .closest("main")
              ?.querySelector<HTMLElement>("[data-first-focus], input")
              ?.focus();
            onForget();
          }}
        >
          {t("draft.drop")}
        </Button>
      </Group>
    </section>
  );
}
