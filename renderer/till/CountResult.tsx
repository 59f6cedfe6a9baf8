/** What a count has shown: counted, expected, the difference, and what would explain it. */
import { useTranslation } from "react-i18next";
import type { CountHint } from "../../shared/api/till.ts";
import { formatMinor } from "../../shared/money.ts";
import { Money } from "../components/Money.tsx";
import { useLanguage } from "../i18n/useLanguage.ts";
import closing from "./Closing.module.css";
import type { CountToClose } from "./countToClose.ts";
import { faceOf } from "./faces.ts";
import styles from "./Till.module.css";

export function CountResult({ count, currency }: { count: CountToClose; currency: string }) {
  const { t } = useTranslation("till");
  const language = useLanguage();
  const hintText = useHintText(currency);
  const { countedMinor, expectedMinor, differenceMinor } = count;
  const amount = `${formatMinor(Math.abs(differenceMinor), language)} ${currency}`;
  return (
    <section className={styles.result} aria-label={t("close.resultTitle")}>
      <dl className={closing.resultSums}>
        <div>
          <dt>{t("report.counted")}</dt>
          <dd>
            <Money amountMinor={countedMinor} currency={currency} size="large" />
          </dd>
        </div>
        <div>
          <dt>{t("report.expected")}</dt>
          <dd>
            <Money amountMinor={expectedMinor} currency={currency} size="large" />
          </dd>
        </div>
      </dl>
      <div className={styles.difference} data-kind={differenceMinor === 0 ? "none" : "some"} role="status">
        {differenceMinor === 0 && t("close.noDifference")}
        {differenceMinor > 0 && t("close.over", { amount })}
        {differenceMinor < 0 && t("close.short", { amount })}
        {count.hint !== null && <small>{hintText(count.hint)}</small>}
      </div>
    </section>
  );
}

function useHintText(currency: string): (hint: CountHint) => string {
  const { t } = useTranslation("till");
  const language = useLanguage();
  return ({ kind, denominationMinor, pieces }) => {
    const face = denominationMinor === null ? "" : `${faceOf(denominationMinor, language)} ${currency}`;
    switch (kind) {
      case "tenTimes":
        return t("close.hint.tenTimes");
      case "swappedDigits":
        return denominationMinor === null
          ? t("close.hint.swappedDigits")
          : t("close.hint.swappedPieces", { face });
      case "piecesTenTimes":
        return t("close.hint.piecesTenTimes", { face });
      case "denomination":
        return t((pieces ?? 0) > 0 ? "close.hint.tooMany" : "close.hint.tooFew", {
          count: Math.abs(pieces ?? 0),
          face,
        });
    }
  };
}
