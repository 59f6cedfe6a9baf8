/** The payments that are not settled, by name: carried over to the next shift, and never counted as a shortage. */
import { useTranslation } from "react-i18next";
import type { ShiftReport } from "../../shared/api/people.ts";
import { itemStates } from "../../shared/outbox.ts";
import { Money } from "../components/Money.tsx";
import { StateBadge } from "../components/StateBadge.tsx";
import styles from "./Till.module.css";

export function OpenItems({ items }: { items: ShiftReport["openItems"] }) {
  const { t } = useTranslation("till");
  return (
    <section className={styles.open} aria-label={t("openItems.title")}>
      <h2>{t("openItems.title")}</h2>
      {items.length === 0 ? (
        <p className={styles.keys}>{t("openItems.none")}</p>
      ) : (
        <>
          <p className={styles.keys}>{t("openItems.carried", { count: items.length })}</p>
          <table className={styles.openTable}>
            <tbody>
              {items.map(({ itemId, receiptNo, loanRef, amountMinor, state }) => {
                const known = itemStates.find((one) => one === state);
                return (
                  <tr key={itemId}>
                    <td>{receiptNo}</td>
                    <td>{t("openItems.loan", { loanRef })}</td>
                    <td>{known === undefined ? state : <StateBadge state={known} />}</td>
                    <td data-end>
                      <Money amountMinor={amountMinor} />
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </>
      )}
    </section>
  );
}
