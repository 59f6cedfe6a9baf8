/** What the till should hold, in lines that never mix: a doubt is no shortage, and what is under way is in no drawer. */
import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { TillStatus } from "../../shared/api/till.ts";
import { type ItemState, itemStates } from "../../shared/outbox.ts";
import { goTo } from "../app/place.ts";
import { useCall } from "../bridge/useCall.ts";
import { Money } from "../components/Money.tsx";
import { PageHeading } from "../components/PageHeading.tsx";
import { StateBadge } from "../components/StateBadge.tsx";
import { TimeAgo } from "../components/TimeAgo.tsx";
import { BlindNote } from "./BlindNote.tsx";
import { useSumsHidden } from "./blind.ts";
import lineStyles from "./Lines.module.css";
import { OpenItems } from "./OpenItems.tsx";
import styles from "./Till.module.css";
import { TillMore } from "./TillMore.tsx";
import { TillNotices } from "./TillNotices.tsx";
import type { TillView } from "./tillView.ts";

const lines = ["float", "moved", "confirmed", "queued", "unconfirmed", "toReturn"] as const;

export function TillLines({ status, onView }: { status: TillStatus; onView: (view: TillView) => void }) {
  const { t } = useTranslation(["till", "transfers"]);
  const sumsHidden = useSumsHidden(status);
  const present = itemStates.filter((state: ItemState) => (status.items[state] ?? 0) > 0);
  const toClose = () => onView({ at: "close" });
  return (
    <>
      <PageHeading
        lead={
          <>
            {t("lines.openedBy", { name: status.openedBy ?? "" })} <TimeAgo at={status.openedAt} />
          </>
        }
      >
        {t("title")}
      </PageHeading>
      <TillNotices status={status} onClose={toClose} />
      <div className={styles.actions}>
        <Button data-first-focus onClick={() => onView({ at: "move", direction: "in" })}>
          {t("move.in.title")}
        </Button>
        <Button variant="default" onClick={() => onView({ at: "move", direction: "out" })}>
          {t("move.out.title")}
        </Button>
        <Button variant="default" onClick={() => onView({ at: "giveTransfer" })}>
          {t("transfers:new")}
        </Button>
        <Button variant="default" onClick={() => onView({ at: "takeTransfer" })}>
          {t("transfers:accept")}
        </Button>
        <Button variant="default" onClick={toClose}>
          {t("close.title")}
        </Button>
      </div>
      <div className={styles.status}>
        {sumsHidden ? <WithoutSums /> : <Lines status={status} />}
        <section className={styles.items} aria-label={t("lines.items")}>
          <h2>{t("lines.items")}</h2>
          {present.length === 0 && <p>{t("lines.noItems")}</p>}
          {present.map((state) => (
            <StateBadge key={state} state={state} count={status.items[state] ?? 0} />
          ))}
          <p>
            <Button size="sm" variant="default" onClick={() => goTo({ at: "outbox" })}>
              {t("lines.toOutbox")}
            </Button>
          </p>
          <p className={styles.keys}>{t("lines.doubtIsNoShortage")}</p>
          <TillMore open sumsHidden={sumsHidden} onView={onView} />
        </section>
      </div>
    </>
  );
}

/** The payments and the doubts by name, each with its own amount, and no sum of the drawer. */
function WithoutSums() {
  const items = useCall("till.report", {}).value?.openItems;
  return (
    <div>
      <BlindNote />
      {items !== undefined && <OpenItems items={items} />}
    </div>
  );
}

function Lines({ status }: { status: TillStatus }) {
  const { t } = useTranslation("till");
  return (
    <table className={lineStyles.lines}>
      <tbody>
        {lines.map((line) => {
          const amountMinor = status[`${line}Minor`];
          return (
            <tr key={line} data-line={line} data-nothing={amountMinor === 0 || undefined}>
              <th scope="row">
                {t(`lines.${line}.name`)}
                <small>{t(`lines.${line}.what`)}</small>
              </th>
              <td>
                <Money amountMinor={amountMinor} size="total" />
              </td>
            </tr>
          );
        })}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t("lines.expected")}</th>
          <td>
            <Money amountMinor={status.expectedMinor} currency={status.currency} size="large" />
          </td>
        </tr>
        {status.underWayMinor !== 0 && (
          <tr data-line="underWay">
            <th scope="row">
              {t("lines.underWay.name")}
              <small>{t("lines.underWay.what")}</small>
            </th>
            <td>
              <Money amountMinor={status.underWayMinor} size="total" />
            </td>
          </tr>
        )}
      </tfoot>
    </table>
  );
}
