/** What the counted drawer differs by from what it should hold. */
import { useTranslation } from "react-i18next";
import { Money } from "../components/Money.tsx";
import styles from "./Payout.module.css";

export function Difference({ minor, currency }: { minor: number; currency: string }) {
  const { t } = useTranslation("payout");
  if (minor === 0) return <p className={styles.allowed}>{t("settle.noDifference")}</p>;
  return (
    <p className={styles.problem}>
      {t(minor > 0 ? "settle.tooMuch" : "settle.tooLittle")}{" "}
      <Money amountMinor={Math.abs(minor)} currency={currency} />
    </p>
  );
}
