/** The report's sums: movements, the lines apart, the count against them, and what is carried over by name. */
import { useTranslation } from "react-i18next";
import type { ShiftReport } from "../../shared/api/till.ts";
import { Money } from "../components/Money.tsx";
import { TimeAgo } from "../components/TimeAgo.tsx";
import { ShiftDisputes } from "../disputes/ShiftDisputes.tsx";
import type { en } from "../i18n/en.ts";
import lineStyles from "./Lines.module.css";
import { OpenItems } from "./OpenItems.tsx";
import reportStyles from "./Report.module.css";
import { ReportFacts } from "./ReportFacts.tsx";
import styles from "./Till.module.css";
import { TransferTable } from "./TransferTable.tsx";

type Movement = keyof typeof en.till.movements;
const movements = [
  ...(["float", "in", "out", "transferOut", "transferIn", "transferBack"] as const),
  ...(["givenBack", "repayment", "payout"] as const),
] satisfies readonly Movement[];

const lines = ["float", "moved", "confirmed", "queued", "unconfirmed", "toReturn"] as const;

export function ReportBody({ report }: { report: ShiftReport }) {
  const { t } = useTranslation(["till", "transfers"]);
  const { transfers, disputes, openItems, carriedOverSigned, closedBy } = report;
  return (
    <>
      <div className={reportStyles.report}>
        <ReportFacts report={report} />
        <Movements report={report} />
        <div>
          <Sums report={report} />
          <Difference report={report} />
        </div>
      </div>
      {report.counts.length > 0 && <Counts report={report} />}
      <OpenItems items={openItems} signedBy={carriedOverSigned ? (closedBy ?? undefined) : undefined} />
      {transfers.length > 0 && (
        <section className={styles.open} aria-label={t("transfers:title")}>
          <h2>{t("transfers:title")}</h2>
          <TransferTable transfers={transfers} />
        </section>
      )}
      <ShiftDisputes disputes={disputes} />
    </>
  );
}

function Movements({ report }: { report: ShiftReport }) {
  const { t } = useTranslation("till");
  function nameOf(kind: string): string {
    const known = movements.find((one) => one === kind);
    return known === undefined ? kind : t(`movements.${known}`);
  }
  return (
    <table className={lineStyles.lines}>
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
            <th scope="row">{nameOf(kind)}</th>
            <td>{count}</td>
            <td>
              <Money amountMinor={sumMinor} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Sums({ report }: { report: ShiftReport }) {
  const { t } = useTranslation("till");
  const { status, currency, countedMinor, differenceMinor } = report;
  return (
    <table className={lineStyles.lines}>
      <thead>
        <tr>
          <th scope="col">{t("report.lines")}</th>
          <th scope="col">{t("report.sum")}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line} data-line={line} data-nothing={status[`${line}Minor`] === 0 || undefined}>
            <th scope="row">{t(`lines.${line}.name`)}</th>
            <td>
              <Money amountMinor={status[`${line}Minor`]} />
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <Sum name={t("report.expected")} minor={status.expectedMinor} currency={currency} />
        {countedMinor !== null && <Sum name={t("report.counted")} minor={countedMinor} currency={currency} />}
        {differenceMinor !== null && (
          <Sum name={t("report.difference")} minor={differenceMinor} currency={currency} />
        )}
        {status.underWayMinor !== 0 && (
          <Sum name={t("lines.underWay.name")} minor={status.underWayMinor} currency={currency} />
        )}
      </tfoot>
    </table>
  );
}

/** A difference by its name: the reason that was given, and who saw it. */
function Difference({ report: { differenceMinor, note, approvedBy } }: { report: ShiftReport }) {
  const { t } = useTranslation("till");
  if (differenceMinor === null || differenceMinor === 0) return null;
  return (
    <dl className={reportStyles.named}>
      <dt>{t("report.reason")}</dt>
      <dd>{note ?? "–"}</dd>
      <dt>{t("report.approvedBy")}</dt>
      <dd>{approvedBy ?? t("report.toBeSigned")}</dd>
    </dl>
  );
}

function Counts({ report: { counts } }: { report: ShiftReport }) {
  const { t } = useTranslation("till");
  return (
    <section className={styles.open} aria-label={t("report.counts")}>
      <h2>{t("report.counts")}</h2>
      <table className={styles.openTable}>
        <tbody>
          {counts.map(({ number, at, by, countedMinor, expectedMinor, differenceMinor }) => (
            <tr key={number}>
              <td>{t("close.number", { number })}</td>
              <td>
                <TimeAgo at={at} />, {by}
              </td>
              <td data-end>
                {t("report.counted")} <Money amountMinor={countedMinor} />
              </td>
              <td data-end>
                {t("report.expected")} <Money amountMinor={expectedMinor} />
              </td>
              <td data-end>
                {t("report.difference")} <Money amountMinor={differenceMinor} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Sum({ name, minor, currency }: { name: string; minor: number; currency: string }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        <Money amountMinor={minor} currency={currency} size="total" />
      </td>
    </tr>
  );
}
