/** What went wrong, in a sentence, with the lender's words, the way to try again and the reference for support. */
import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { CallError } from "../../shared/errors.ts";
import { useErrorWords } from "../bridge/errorSentence.ts";
import styles from "./ErrorNote.module.css";

export type ErrorNoteProps = {
  error: CallError | null;
  /** The action's `again` or the call's; shown as "Try again" where repeating can help. */
  again?: (() => void) | null;
};

/** Usage: `<ErrorNote error={action.error} again={action.again} />`; nothing without an error. */
export function ErrorNote({ error, again }: ErrorNoteProps) {
  const { t } = useTranslation("common");
  const errorWords = useErrorWords();
  if (error === null) return null;
  const { sentence, detail, reference } = errorWords(error);
  const mayHelp = error.retry === true || error.code === "unexpected" || error.code === "noLine";
  return (
    <div className={styles.note} role="alert">
      <div>
        <p className={styles.sentence}>{sentence}</p>
        {detail !== null && <p className={styles.detail}>{detail}</p>}
        {reference !== null && <p className={styles.detail}>{reference}</p>}
      </div>
      {again !== undefined && again !== null && mayHelp && (
        <Button variant="default" onClick={again}>
          {t("actions.tryAgain")}
        </Button>
      )}
    </div>
  );
}
