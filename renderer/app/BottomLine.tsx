/** Below, always: the till's separate lines, the queue by state, and each provider's line. */
import { useTranslation } from "react-i18next";
import { type ItemState, itemStates } from "../../shared/outbox.ts";
import { useCall } from "../bridge/useCall.ts";
import { Money } from "../components/Money.tsx";
import { StateBadge } from "../components/StateBadge.tsx";
import { NewsBadge } from "../news/NewsBadge.tsx";
import { useSumsHidden } from "../till/blind.ts";
import styles from "./BottomLine.module.css";
import { ProviderLines } from "./ProviderLines.tsx";
import { goTo } from "./place.ts";

/** What needs somebody first; what is settled has no place in a queue. */
const queueOrder: readonly ItemState[] = [
  "attention",
  "unconfirmed",
  "acknowledged",
  "held",
  "sending",
  "queued",
];

export function BottomLine() {
  const { t } = useTranslation("frame");
  const till = useCall("till.status", {}).value;
  const sumsHidden = useSumsHidden(till);
  const items = till?.items ?? {};
  const waiting = queueOrder.filter((state) => itemStates.includes(state) && (items[state] ?? 0) > 0);
  return (
    <footer className={styles.bottom}>
      <section className={styles.till} aria-label={t("till.label")}>
        {till === undefined || !till.open ? (
          <button type="button" className={styles.closed} onClick={() => goTo({ at: "till" })}>
            {t("till.closed")} · F8
          </button>
        ) : sumsHidden ? (
          <p className={styles.blind}>{t("till.blind")}</p>
        ) : (
          <dl className={styles.sums}>
            <Sum name={t("till.expected")} tone="total" minor={till.expectedMinor} currency={till.currency} />
            <Sum name={t("till.float")} minor={till.floatMinor} />
            <Sum name={t("till.moved")} minor={till.movedMinor} />
            <Sum name={t("till.confirmed")} tone="certain" minor={till.confirmedMinor} />
            <Sum name={t("till.queued")} tone="queued" minor={till.queuedMinor} />
            <Sum name={t("till.unconfirmed")} tone="doubt" minor={till.unconfirmedMinor} />
            <Sum name={t("till.toReturn")} tone="refused" minor={till.toReturnMinor} />
            {till.underWayMinor !== 0 && (
              <Sum name={t("till.underWay")} tone="queued" minor={till.underWayMinor} />
            )}
          </dl>
        )}
      </section>
      <div className={styles.row}>
        <section aria-label={t("queue.label")} className={styles.queue}>
          {waiting.length === 0 ? (
            <span className={styles.soft}>{t("queue.empty")}</span>
          ) : (
            waiting.map((state) => (
              <button
                key={state}
                type="button"
                className={styles.state}
                onClick={() => goTo({ at: "outbox" })}
              >
                <StateBadge state={state} count={items[state] ?? 0} />
              </button>
            ))
          )}
        </section>
        <NewsBadge />
        <ProviderLines />
      </div>
    </footer>
  );
}

type SumProps = { name: string; minor: number; tone?: string; currency?: string };

function Sum({ name, minor, tone, currency }: SumProps) {
  return (
    <div className={styles.sum} data-tone={minor === 0 && tone !== "total" ? "nothing" : tone}>
      <dt>{name}</dt>
      <dd>
        <Money amountMinor={minor} {...(currency === undefined ? {} : { currency })} />
      </dd>
    </div>
  );
}
