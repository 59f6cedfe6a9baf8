/** An amount for reading: tabular figures that never change the width of their column, with or without a currency. */
import { formatMinor } from "../../shared/money.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import styles from "./Money.module.css";

export type MoneyProps = {
  /** Null shows a dash: not known, which is not zero. */
  amountMinor: number | null;
  currency?: string;
  /** Of another system's currency, as ISO 4217 has it; the till's own has two. */
  decimals?: number;
  /** `large` for the sum that the customer reads upside down, `total` for sums in boxes. */
  size?: "text" | "total" | "large";
};

export function Money({ amountMinor, currency, decimals = 2, size = "text" }: MoneyProps) {
  const language = useLanguage();
  return (
    <span className={styles.money} data-size={size}>
      {amountMinor === null ? "–" : formatMinor(amountMinor, language, decimals)}
      {currency !== undefined && <span className={styles.currency}> {currency}</span>}
    </span>
  );
}
