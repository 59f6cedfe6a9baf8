/** What the till should hold, in lines that never mix: a doubt is no shortage. */
import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { TillStatus } from "../../shared/api/people.ts";
import { type ItemState, itemStates } from "../../shared/outbox.ts";
import { goTo } from "../app/place.ts";
import { Money } from "../components/Money.tsx";
import { PageHeading } from "../components/PageHeading.tsx";
import { StateBadge } from "../components/StateBadge.tsx";
import { TimeAgo } from "../components/TimeAgo.tsx";
import styles from "./Till.module.css";
import type { TillView } from "./tillView.ts";

const lines = ["float", "moved", "confirmed", "queued", "unconfirmed", "toReturn"] as const;
type Line = (typeof lines)[number];

function amountOf(status: TillStatus, line: Line): number {
  return status[`${line}Minor`];
}

export function TillLines({ status, onView }: { status: TillStatus; onView: (view: TillView) => void }) {
  const { t } = useTranslation("till");
  const present = itemStates.filter((state: ItemState) => (status.items[state] ?? 0) > 0);
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
      <div className={styles.actions}>
        <Button data-first-focus onClick={() => onView({ at: "move", direction: "in" })}>
          {t("move.in.title")}
        </Button>
        <Button variant="default" onClick={() => onView({ at: "move", direction: "out" })}>
          {t("move.out.title")}
        </Button>
        <Button variant="default" onClick={() => onView({ at: "close" })}>
          {t("close.title")}
        </Button>
        <Button variant="default" onClick={() => onView({ at: "report" })}>
          {t("report.midShift")}
        </Button>
      </div>
      <div className={styles.status}>
        <table className={styles.lines}>
          <tbody>
            {lines.map((line) => (
              <tr key={line} data-line={line} data-nothing={amountOf(status, line) === 0 || undefined}>
                <th scope="row">
                  {t(`lines.${line}.name`)}
                  <small>{t(`lines.${line}.what`)}</small>
                </th>
                <td>
                  <Money amountMinor={amountOf(status, line)} size="total" />
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t("lines.expected")}</th>
              <td>
                <Money amountMinor={status.expectedMinor} currency={status.currency} size="large" />
              </td>
            </tr>
          </tfoot>
        </table>
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
        </section>
      </div>
    </>
  );
}
