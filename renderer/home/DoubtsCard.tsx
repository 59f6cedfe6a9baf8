/** Payments that need a person, with the named reason. */
import { useTranslation } from "react-i18next";
import { type AttentionReason, attentionReasons } from "../../shared/outbox.ts";
import { goTo } from "../app/place.ts";
import { useCall } from "../bridge/useCall.ts";
import { Money } from "../components/Money.tsx";
import { Card } from "./Card.tsx";
import styles from "./HomePage.module.css";

const MOST = 5;

function asReason(text: string | undefined): AttentionReason | null {
  return attentionReasons.find((reason) => reason === text) ?? null;
}

export function DoubtsCard() {
  const { t } = useTranslation(["home", "states"]);
  const found = useCall("outbox.list", { state: "attention", page: { number: 1, size: MOST } }).value;
  const items = found?.items ?? [];
  return (
    <Card
      title={t("attention.title")}
      count={found?.total ?? 0}
      tone="person"
      all={{ label: t("attention.all"), onOpen: () => goTo({ at: "outbox" }) }}
    >
      {items.length === 0 && <p className={styles.empty}>{t("attention.empty")}</p>}
      <ul className={styles.rows}>
        {items.map((item) => {
          const reason = asReason(item.reason);
          return (
            <li key={item.itemId}>
              <button
                type="button"
                className={styles.row}
                onClick={() => goTo({ at: "outbox", itemId: item.itemId })}
              >
                <span>{item.loanRef}</span>
                <span>
                  {reason === null ? t("states:short.attention") : t(`states:attention.${reason}.what`)}
                  <small>{item.receiptNo}</small>
                </span>
                <Money amountMinor={item.amountMinor} currency={item.currency} />
              </button>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
