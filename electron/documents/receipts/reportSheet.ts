/** The shift report on paper: the till's lines, what was done, every count, what is still open, and the journal's head. */
import { createHash } from "node:crypto";
import type { DrawerCount, ShiftReport } from "../../../shared/api/till.ts";
import type { Role } from "../../../shared/api/values.ts";
import { formatMinor } from "../../../shared/money.ts";
import { itemStateSchema } from "../../../shared/outbox.ts";
import { type Counter, sheetOf, timeOnPaper } from "./counter.ts";
import { printableText } from "./printableText.ts";
import { receiptStateOf } from "./receiptState.ts";
import type { Fact, Sheet, Table } from "./sheet.ts";
import { receiptTexts } from "./texts.ts";
import { tillTexts } from "./tillTexts.ts";
import { placeText } from "./transferSheet.ts";
import type { ReceiptTexts } from "./wording.ts";

/** So many characters of the journal's head are compared when the till is opened next. */
const HEAD_LETTERS = 16;

const MOST_LETTERS_OF_A_NOTE = 300;

function inFours(text: string): string {
  return text.match(/.{1,4}/g)?.join(" ") ?? "";
}

function dayOnPaper(isoDate: string): string {
  return isoDate.split("-").toReversed().join(".");
}

/** An open item's state in the words that stand on its receipt. */
function stateWords(item: ShiftReport["openItems"][number], { states }: ReceiptTexts): string {
  const state = itemStateSchema.safeParse(item.state);
  if (!state.success) return item.state;
  const kind = item.amountMinor < 0 ? "payout" : "repayment";
  return states[receiptStateOf({ kind, state: state.data, certainty: null, givenBack: false })].heading;
}

function lineTable(report: ShiftReport, { language }: Counter): Table {
  const texts = receiptTexts[language];
  const words = texts.report;
  const { status, countedMinor, differenceMinor } = report;
  const line = (label: string, amountMinor: number) => [label, formatMinor(amountMinor, language)] as const;
  const sums = [
    line(words.expected, status.expectedMinor),
    ...(countedMinor === null ? [] : [line(words.counted, countedMinor)]),
    ...(differenceMinor === null ? [] : [line(words.difference, differenceMinor)]),
  ];
  return {
    heading: `${texts.labels.amount}, ${report.currency}`,
    columns: ["", ""],
    empty: "",
    sums: sums.length,
    rows: [
      line(words.float, status.floatMinor),
      line(words.moved, status.movedMinor),
      line(words.confirmed, status.confirmedMinor),
      line(words.queued, status.queuedMinor),
      line(words.unconfirmed, status.unconfirmedMinor),
      line(words.toReturn, status.toReturnMinor),
      ...sums,
    ],
  };
}

function movementTable(report: ShiftReport, { language }: Counter): Table {
  const words = receiptTexts[language].report;
  const kinds = { ...words.kinds, ...tillTexts[language].report.kinds };
  const known: ReadonlyMap<string, string> = new Map(Object.entries(kinds));
  return {
    heading: words.movements,
    columns: ["", words.count, words.sum],
    empty: "–",
    sums: 0,
    rows: report.movements
      .filter(({ kind }) => kind !== "float")
      .map(({ kind, count, sumMinor }) => [
        known.get(kind) ?? kind,
        String(count),
        formatMinor(sumMinor, language),
      ]),
  };
}

/** Every count, the recounts too: nothing that was counted is left out. */
function countTables({ counts, closedAt }: ShiftReport, { language }: Counter): Table[] {
  if (counts.length === 0) return [];
  const { report: words } = tillTexts[language];
  const { counted, difference } = receiptTexts[language].report;
  const money = (amountMinor: number) => formatMinor(amountMinor, language);
  const name = (count: DrawerCount, at: number) => {
    const closing = closedAt !== null && at === counts.length - 1 ? `, ${words.closing}` : "";
    const what = count.number === 1 ? words.count : `${words.recount} ${count.number - 1}`;
    return `${what}: ${timeOnPaper(count.at)}, ${printableText(count.by, 90)}${closing}`;
  };
  return [
    {
      heading: words.counts,
      columns: ["", counted, difference],
      empty: "",
      sums: 0,
      stacked: true,
      rows: counts.map((count, at) => [
        name(count, at),
        money(count.countedMinor),
        money(count.differenceMinor),
      ]),
    },
    ...pieceTable(counts.at(-1)?.counts ?? [], counted, language),
  ];
}

function pieceTable(
  pieces: ShiftReport["floatCounts"],
  heading: string,
  language: Counter["language"],
): Table[] {
  const { report: words } = tillTexts[language];
  const rows = pieces
    .filter(({ pieces: count }) => count > 0)
    .map(({ denominationMinor, pieces: count }) => [
      formatMinor(denominationMinor, language),
      String(count),
      formatMinor(denominationMinor * count, language),
    ]);
  if (rows.length === 0) return [];
  return [
    { heading, columns: ["", words.pieces, receiptTexts[language].report.sum], empty: "", sums: 0, rows },
  ];
}

function openTable(report: ShiftReport, { language }: Counter): Table {
  const texts = receiptTexts[language];
  return {
    heading: texts.report.openItems,
    columns: ["", texts.labels.loan, texts.report.sum],
    empty: texts.report.noOpenItems,
    sums: 0,
    stacked: true,
    rows: report.openItems.map((item) => [
      `${item.receiptNo}: ${stateWords(item, texts)}`,
      item.loanRef,
      formatMinor(item.amountMinor, language),
    ]),
  };
}

function underWayTable(report: ShiftReport, { language }: Counter): Table[] {
  const words = tillTexts[language];
  const underWay = report.transfers.filter(({ state }) => state === "underWay");
  if (underWay.length === 0) return [];
  return [
    {
      heading: words.report.underWay,
      columns: ["", receiptTexts[language].report.sum],
      empty: "",
      sums: 0,
      rows: underWay.map(({ slipNo, place, name, amountMinor }) => [
        `${slipNo}: ${placeText({ place, name }, language)}`,
        formatMinor(amountMinor, language),
      ]),
    },
  ];
}

/** The sums of a shift, as they also stand in a dispute's evidence. */
export function reportTables(report: ShiftReport, counter: Counter): Table[] {
  return [
    lineTable(report, counter),
    movementTable(report, counter),
    ...pieceTable(report.floatCounts, tillTexts[counter.language].report.floatCounted, counter.language),
    ...countTables(report, counter),
    openTable(report, counter),
    ...underWayTable(report, counter),
  ];
}

function opening(report: ShiftReport, counter: Counter): Fact[] {
  const { opened, closed } = receiptTexts[counter.language].report;
  const words = tillTexts[counter.language].report;
  const named = (at: string, name: string) => `${timeOnPaper(at)}, ${printableText(name, 90)}`;
  const isDifferent = report.differenceMinor !== null && report.differenceMinor !== 0;
  return [
    { label: words.businessDate, value: dayOnPaper(report.businessDate) },
    { label: opened, value: named(report.openedAt, report.openedBy) },
    ...(report.closedAt === null
      ? []
      : [{ label: closed, value: named(report.closedAt, report.closedBy ?? "") }]),
    ...(report.note === null
      ? []
      : [{ label: words.reason, value: printableText(report.note, MOST_LETTERS_OF_A_NOTE) }]),
    ...(isDifferent
      ? [{ label: words.approvedBy, value: printableText(report.approvedBy ?? words.toBeSigned, 90) }]
      : []),
  ];
}

function notes(report: ShiftReport, counter: Counter): string[] {
  const { stillOpen, journal, entries } = receiptTexts[counter.language].report;
  const words = tillTexts[counter.language].report;
  const isUnderWay = report.transfers.some(({ state }) => state === "underWay");
  return [
    ...(report.closedAt === null ? [stillOpen] : []),
    ...(report.closedAt === null || report.openItems.length === 0
      ? []
      : [report.carriedOverSigned ? words.carriedSigned : words.carriedNotSigned]),
    ...(isUnderWay ? [words.underWayNote] : []),
    ...(report.disputes.length === 0
      ? []
      : [`${words.disputes}: ${report.disputes.map(({ disputeId }) => disputeId).join(", ")}.`]),
    `${journal}: ${report.firstSequence}–${report.lastSequence}, ${report.journalEntries} ${entries}. Counterfoil ${report.appVersion}.`,
  ];
}

/**
 * A report in between is a paper of its own as long as it says something else: only the same one printed again is a copy,
 * and it never makes the closing's report one.
 */
function subjectOf(report: ShiftReport): string {
  if (report.kind === "Z") return report.shiftId;
  const { status, movements, counts, openItems, transfers } = report;
  const said = JSON.stringify({ status, movements, counts, openItems, transfers });
  return `${report.shiftId}.x${createHash("sha256").update(said).digest("hex").slice(0, 8)}`;
}

/** What a cashier may see before the count: what was done and what is open, without a sum that says how much there is. */
function blindTables(report: ShiftReport, counter: Counter): Table[] {
  const movements = movementTable(report, counter);
  return [
    {
      ...movements,
      columns: movements.columns.slice(0, 2),
      rows: movements.rows.map((row) => row.slice(0, 2)),
    },
    openTable(report, counter),
    ...underWayTable(report, counter),
  ];
}

/** Blind: counted before the sums are shown, as the office wants it of its cashiers. */
export function isBlind({ kind, status }: ShiftReport, role: Role): boolean {
  return kind === "X" && role === "cashier" && status.blindCount && !status.countStands;
}

export function reportSheet(report: ShiftReport, counter: Counter, blind = false): Sheet {
  const texts = receiptTexts[counter.language];
  const words = tillTexts[counter.language];
  const { titles } = words;
  const head = inFours(report.journalHead.slice(0, HEAD_LETTERS));
  return {
    ...sheetOf(
      counter,
      `${subjectOf(report)}${blind ? ".blind" : ""}`,
      report.kind === "Z" ? titles.report : titles.interim,
    ),
    // The next opening compares these characters with the journal's.
    facts: [...opening(report, counter), { label: texts.report.journal, value: head }],
    tables: blind ? blindTables(report, counter) : reportTables(report, counter),
    notes: [...(blind ? [words.report.blind] : []), ...notes(report, counter)],
    signatures: [texts.labels.signatureCashier, texts.labels.signatureSupervisor],
  };
}
