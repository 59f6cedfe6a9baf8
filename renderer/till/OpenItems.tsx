/** The payments that are not settled, by name: carried over to the next shift, and never counted as a shortage. */
import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { CarriedItem } from "../../shared/api/till.ts";
import { itemStates } from "../../shared/outbox.ts";
import { goTo } from "../app/place.ts";
import { Money } from "../components/Money.tsx";
import { StateBadge } from "../components/StateBadge.tsx";
import styles from "./Till.module.css";

export type OpenItemsProps = {
  items: readonly CarriedItem[];
  /** Who has signed for exactly these at the closing. */
  signedBy?: string | undefined;
};

export function OpenItems({ items, signedBy }: OpenItemsProps) {
  const { t } = useTranslation("till");
  return (
    <section className={styles.open} aria-label={t("openItems.title")}>
      <h2>{t("openItems.title")}</h2>
      {items.length === 0 ? (
        <p className={styles.keys}>{t("openItems.none")}</p>
      ) : (
        <>
          <p className={styles.keys}>
            {signedBy === undefined
              ? t("openItems.carried", { count: items.length })
              : t("openItems.signed", { name: signedBy })}
          </p>
          <ItemTable items={items} />
        </>
      )}
    </section>
  );
}

export function ItemTable({ items }: { items: readonly CarriedItem[] }) {
  const { t } = useTranslation("till");
  return (
    <table className={styles.openTable}>
      <tbody>
        {items.map(({ itemId, receiptNo, loanRef, amountMinor, state, reason }) => {
          const known = itemStates.find((one) => one === state);
          return (
            <tr key={itemId}>
              <td>
                <Button size="compact-sm" variant="subtle" onClick={() => goTo({ at: "outbox", itemId })}>
                  {receiptNo}
                </Button>
              </td>
              <td>{t("openItems.loan", { loanRef })}</td>
              <td>
                {known === undefined ? state : <StateBadge state={known} />}
                {reason === "cashToReturn" && ` ${t("openItems.cashToReturn")}`}
              </td>
              <td data-end>
                <Money amountMinor={amountMinor} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
