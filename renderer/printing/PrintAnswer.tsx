/** What became of a print, in words and with what to do now. The money is valid whatever became of the paper. */
import { useTranslation } from "react-i18next";
import type { CallValue } from "../../shared/api.ts";
import styles from "./Printing.module.css";

export type PrintAnswerProps = {
  answer: CallValue<"documents.print"> | undefined;
  /** Says that the money is valid, too, where nothing came out. */
  aboutMoney?: boolean;
};

export function PrintAnswer({ answer, aboutMoney = false }: PrintAnswerProps) {
  const { t } = useTranslation("printing");
  if (answer === undefined) return null;
  const { result, printer, message, path, problem } = answer;
  const isBad = result === "failed" || result === "cancelled";
  function sentence(): string {
    if (result === "sent") return t("sent", { printer });
    if (result === "saved") return t("saved", { path: path ?? "" });
    return problem === undefined ? t("failed", { message: message ?? "" }) : t(`problems.${problem}`);
  }
  return (
    <p className={styles.answer} role="status" data-bad={isBad || undefined}>
      {sentence()}
      {isBad && aboutMoney && ` ${t("follow")}`}
    </p>
  );
}
