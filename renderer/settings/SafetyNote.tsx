/** A refusal of the safety or the carry desk in its own words, where it has some; else as everywhere. */
import { useTranslation } from "react-i18next";
import type { CallError } from "../../shared/errors.ts";
import { isSafetyReason } from "../../shared/safetyReasons.ts";
import { ErrorNote } from "../components/ErrorNote.tsx";
import styles from "./Settings.module.css";

/** The sentence for a reason with words of its own, or null. */
export function useSafetySentence(): (error: CallError | null) => string | null {
  const { t } = useTranslation("continuity");
  return (error) =>
    error !== null && isSafetyReason(error.reason)
      ? t(`reasons.${error.reason}`, { said: error.said ?? "" })
      : null;
}

export function SafetyNote({ error, again }: { error: CallError | null; again?: (() => void) | null }) {
  const sentence = useSafetySentence()(error);
  if (sentence === null) return <ErrorNote error={error} again={again ?? null} />;
  return (
    <p className={styles.warning} role="alert">
      {sentence}
    </p>
  );
}
