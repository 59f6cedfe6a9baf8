/** What speaks against taking this payment, asked before the cash is taken and never after. */
import { useTranslation } from "react-i18next";
import type { CallValue } from "../../shared/api.ts";
import { formatMinor } from "../../shared/money.ts";
import { clockText } from "../components/clockTexts.ts";
import { useNow } from "../components/now.ts";
import { Question } from "../components/Question.tsx";
import { useLanguage } from "../i18n/useLanguage.ts";
import styles from "./Repayment.module.css";

export type Checked = CallValue<"repayments.check">;
type Warning = Checked["warnings"][number];

/** The core would refuse the capture: there is nothing to ask, only to say before cash is taken. */
const stopping: readonly Warning[] = ["loanFrozen", "tooMuchOffline"];

export type WarningsQuestionProps = {
  checked: Checked;
  amountMinor: number;
  currency: string;
  loanRef: string;
  busy: boolean;
  onTake: () => void;
  onBack: () => void;
};

export function WarningsQuestion(props: WarningsQuestionProps) {
  const { checked, amountMinor, currency, loanRef, busy, onTake, onBack } = props;
  const { t } = useTranslation(["repayments", "common"]);
  const language = useLanguage();
  const now = useNow();
  const { warnings, asOf } = checked;
  const stops = warnings.some((warning) => stopping.includes(warning));
  const amount = `${formatMinor(amountMinor, language)} ${currency}`;
  const when = asOf === null ? "" : clockText(asOf, language, now);
  return (
    <Question
      open
      title={stops ? t("warnings.stopTitle") : t("warnings.title", { amount, loanRef })}
      safe={{ verb: t("common:actions.backToForm"), onChoose: onBack }}
      others={stops ? [] : [{ verb: t("warnings.take"), onChoose: onTake, busy }]}
    >
      <ul className={styles.warnings}>
        {warnings
          .filter((warning) => !stops || stopping.includes(warning))
          .map((warning) => (
            <li key={warning}>{t(`warnings.${warning}`, { when })}</li>
          ))}
      </ul>
    </Question>
  );
}
