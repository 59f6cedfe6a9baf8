/** What a file of carried work holds: the same list at both tills, to be compared. */
import { useTranslation } from "react-i18next";
import type { CallValue } from "../../shared/api.ts";
import { Money } from "../components/Money.tsx";
import styles from "./Settings.module.css";

export type CarriedWork = Pick<CallValue<"setup.carryIn">, "payments" | "loans">;

export function CarriedList({ work }: { work: CarriedWork }) {
  const { t } = useTranslation(["continuity", "outbox", "states"]);
  const { payments, loans } = work;
  return (
    <>
      {payments.length === 0 ? (
        <p>{t("list.none")}</p>
      ) : (
        <table className={styles.carried} aria-label={t("list.label")}>
          <thead>
            <tr>
              <th scope="col">{t("list.receipt")}</th>
              <th scope="col">{t("list.what")}</th>
              <th scope="col">{t("list.state")}</th>
              <th scope="col" data-align="end">
                {t("list.amount")}
              </th>
            </tr>
          </thead>
          <tbody>
            {payments.map(({ receiptNo, kind, loanRef, amountMinor, currency, state }) => (
              <tr key={receiptNo}>
                <td>{receiptNo}</td>
                <td>{t(`outbox:item.for.${kind}`, { loanRef })}</td>
                <td>{t(`states:short.${state}`)}</td>
                <td data-align="end">
                  <Money amountMinor={amountMinor} currency={currency} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {loans > 0 && <p>{t("list.loans", { count: loans })}</p>}
    </>
  );
}
