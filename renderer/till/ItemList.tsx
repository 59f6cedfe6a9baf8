/** Payments that are carried over, in a narrow place: number and amount, loan and state beneath. */
import { useTranslation } from "react-i18next";
import type { CarriedItem } from "../../shared/api/till.ts";
import { itemStates } from "../../shared/outbox.ts";
import { goTo } from "../app/place.ts";
import { Money } from "../components/Money.tsx";
import { StateBadge } from "../components/StateBadge.tsx";
import narrow from "./NarrowList.module.css";

export function ItemList({ items }: { items: readonly CarriedItem[] }) {
  const { t } = useTranslation("till");
  return (
    <ul className={narrow.narrowList}>
      {items.map(({ itemId, receiptNo, loanRef, amountMinor, state }) => {
        const known = itemStates.find((one) => one === state);
        return (
          <li key={itemId}>
            <button type="button" onClick={() => goTo({ at: "outbox", itemId })}>
              {receiptNo}
            </button>
            <Money amountMinor={amountMinor} />
            <span>{t("openItems.loan", { loanRef })}</span>
            {known === undefined ? <span>{state}</span> : <StateBadge state={known} />}
          </li>
        );
      })}
    </ul>
  );
}
