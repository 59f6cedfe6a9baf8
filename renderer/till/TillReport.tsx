/** The shift report: on the screen as it will be printed, for the open shift in between and for a closed one. */
import { Button, Group } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { ShiftReport } from "../../shared/api/people.ts";
import { useAction } from "../bridge/useAction.ts";
import { useCall } from "../bridge/useCall.ts";
import { Busy } from "../components/Busy.tsx";
import { ErrorNote } from "../components/ErrorNote.tsx";
import { Money } from "../components/Money.tsx";
import { PageHeading } from "../components/PageHeading.tsx";
import { TimeAgo } from "../components/TimeAgo.tsx";
import type { en } from "../i18n/en.ts";
import { OpenItems } from "./OpenItems.tsx";
import styles from "./Till.module.css";

type Movement = keyof typeof en.till.movements;
const movements: readonly Movement[] = ["float", "in", "out", "givenBack", "repayment", "payout"];

export function TillReport({ shiftId, onBack }: { shiftId?: string; onBack: () => void }) {
  const { t } = useTranslation(["till", "common", "repayments"]);
  const wanted = shiftId === undefined ? {} : { shiftId };
  const answer = useCall("till.report", wanted);
  const print = useAction("receipts.printReport");
  const report = answer.value;
  return (
    <>
      <PageHeading
        aside={
          <Group gap="sm">
            <Button
              data-first-focus
              loading={print.busy}
              onKeyDown={(press) => {
                if (press.repeat) press.preventDefault();
              }}
              onClick={() => void print.run(report === undefined ? wanted : { shiftId: report.shiftId })}
            >
              {t("report.print")}
            </Button>
            <Button variant="default" onClick={onBack}>
              {t("common:actions.back")}
            </Button>
          </Group>
        }
      >
        {t(report?.closedAt == null ? "report.midShift" : "report.title")}
      </PageHeading>
      <ErrorNote
        error={print.error ?? answer.error}
        again={print.error === null ? answer.again : print.again}
      />
      {print.value !== undefined && (
        <p role="status">
          {print.value.result === "sent" && t("repayments:paper.sent", { printer: print.value.printer })}
          {print.value.result === "saved" && t("repayments:paper.saved", { path: print.value.path ?? "" })}
          {print.value.result === "failed" && t("report.notPrinted", { message: print.value.message ?? "" })}
        </p>
      )}
      {answer.loading && <Busy>{t("common:loading")}</Busy>}
      {report !== undefined && <Report report={report} />}
    </>
  );
}

function Report({ report }: { report: ShiftReport }) {
  const { t } = useTranslation("till");
  const { status, currency } = report;
  const sums: readonly [string, number | null][] = [
    [t("lines.float.name"), status.floatMinor],
    [t("lines.moved.name"), status.movedMinor],
    [t("lines.confirmed.name"), status.confirmedMinor],
    [t("lines.queued.name"), status.queuedMinor],
    [t("lines.unconfirmed.name"), status.unconfirmedMinor],
    [t("lines.toReturn.name"), status.toReturnMinor],
  ];
  return (
    <>
      <div className={styles.report}>
        <dl className={styles.facts}>
          <Fact name={t("report.office")}>{`${report.office} · ${report.till}`}</Fact>
          <Fact name={t("report.opened")}>
            <TimeAgo at={report.openedAt} />, {report.openedBy}
          </Fact>
          <Fact name={t("report.closed")}>
            {report.closedAt === null ? t("report.stillOpen") : <TimeAgo at={report.closedAt} />}
            {report.closedBy !== null && `, ${report.closedBy}`}
          </Fact>
          <Fact name={t("report.entries")}>{`${report.firstSequence} – ${report.lastSequence}`}</Fact>
          <Fact name={t("report.head")}>
            <code className={styles.head}>{report.journalHead.slice(0, 16)}</code>
          </Fact>
          <Fact name={t("report.version")}>{report.appVersion}</Fact>
        </dl>
        <table className={styles.lines}>
          <thead>
            <tr>
              <th scope="col">{t("report.movement")}</th>
              <th scope="col">{t("report.count")}</th>
              <th scope="col">{t("report.sum")}</th>
            </tr>
          </thead>
          <tbody>
            {report.movements.map(({ kind, count, sumMinor }) => (
              <tr key={kind}>
                <th scope="row">{movementName(kind)}</th>
                <td>{count}</td>
                <td>
                  <Money amountMinor={sumMinor} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <table className={styles.lines}>
          <tbody>
            {sums.map(([name, amountMinor]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>
                  <Money amountMinor={amountMinor} />
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <Sum name={t("report.expected")} minor={status.expectedMinor} currency={currency} />
            {report.countedMinor !== null && (
              <Sum name={t("report.counted")} minor={report.countedMinor} currency={currency} />
            )}
            {report.differenceMinor !== null && (
              <Sum name={t("report.difference")} minor={report.differenceMinor} currency={currency} />
            )}
          </tfoot>
        </table>
      </div>
      <OpenItems items={report.openItems} />
    </>
  );

  function movementName(kind: string): string {
    const known = movements.find((one) => one === kind);
    return known === undefined ? kind : t(`movements.${known}`);
  }
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Sum({ name, minor, currency }: { name: string; minor: number | null; currency: string }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        <Money amountMinor={minor} currency={currency} size="total" />
      </td>
    </tr>
  );
}
