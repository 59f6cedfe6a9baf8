/** The shift report on paper: the till's lines, what was done, what is still open, and the journal's head. */
import type { ShiftReport } from "../../../shared/api/people.ts";
import { formatMinor } from "../../../shared/money.ts";
import { itemStateSchema } from "../../../shared/outbox.ts";
import { type Counter, sheetOf, timeOnPaper } from "./counter.ts";
import { receiptStateOf } from "./receiptState.ts";
import type { Fact, Sheet, Table } from "./sheet.ts";
import { receiptTexts } from "./texts.ts";
import type { ReceiptTexts } from "./wording.ts";

/** So many characters of the journal's head are compared when the till is opened next. */
const HEAD_LETTERS = 16;

function inFours(text: string): string {
  return text.match(/.{1,4}/g)?.join(" ") ?? "";
}

function kindWord(kind: string, { kinds }: ReceiptTexts["report"]): string {
  const words: ReadonlyMap<string, string> = new Map(Object.entries(kinds));
  return words.get(kind) ?? kind;
}

/** An open item's state in the words that stand on its receipt. */
function stateWords(item: ShiftReport["openItems"][number], { states }: ReceiptTexts): string {
  const state = itemStateSchema.safeParse(item.state);
  if (!state.success) return item.state;
  const kind = item.amountMinor < 0 ? "payout" : "repayment";
  return states[receiptStateOf({ kind, state: state.data, certainty: null, givenBack: false })].heading;
}

function opening(report: ShiftReport, texts: ReceiptTexts): Fact[] {
  const { opened, closed } = texts.report;
  return [
    { label: opened, value: `${timeOnPaper(report.openedAt)}, ${report.openedBy}` },
    ...(report.closedAt === null
      ? []
      : [{ label: closed, value: `${timeOnPaper(report.closedAt)}, ${report.closedBy ?? ""}` }]),
  ];
}

export function reportSheet(report: ShiftReport, counter: Counter): Sheet {
  const texts = receiptTexts[counter.language];
  const words = texts.report;
  const money = (amountMinor: number) => formatMinor(amountMinor, counter.language);
  const { status } = report;
  const line = (label: string, amountMinor: number): [string, string] => [label, money(amountMinor)];
  const lines: Table = {
    heading: `${texts.labels.amount}, ${report.currency}`,
    columns: ["", ""],
    empty: "",
    sums: 1 + (report.countedMinor === null ? 0 : 1) + (report.differenceMinor === null ? 0 : 1),
    rows: [
      line(words.float, status.floatMinor),
      line(words.moved, status.movedMinor),
      line(words.confirmed, status.confirmedMinor),
      line(words.queued, status.queuedMinor),
      line(words.unconfirmed, status.unconfirmedMinor),
      line(words.toReturn, status.toReturnMinor),
      line(words.expected, status.expectedMinor),
      ...(report.countedMinor === null ? [] : [line(words.counted, report.countedMinor)]),
      ...(report.differenceMinor === null ? [] : [line(words.difference, report.differenceMinor)]),
    ],
  };
  const movements: Table = {
    heading: words.movements,
    columns: ["", words.count, words.sum],
    empty: "–",
    sums: 0,
    rows: report.movements
      .filter(({ kind }) => kind !== "float")
      .map(({ kind, count, sumMinor }) => [kindWord(kind, words), String(count), money(sumMinor)]),
  };
  const open: Table = {
    heading: words.openItems,
    columns: ["", texts.labels.loan, words.sum],
    empty: words.noOpenItems,
    sums: 0,
    rows: report.openItems.map((item) => [
      `${item.receiptNo}: ${stateWords(item, texts)}`,
      item.loanRef,
      money(item.amountMinor),
    ]),
  };
  const head = inFours(report.journalHead.slice(0, HEAD_LETTERS));
  return {
    ...sheetOf(counter, report.shiftId, texts.titles.report),
    // The next opening compares these characters with the journal's.
    facts: [...opening(report, texts), { label: words.journal, value: head }],
    tables: [lines, movements, open],
    notes: [
      ...(report.closedAt === null ? [words.stillOpen] : []),
      `${words.journal}: ${report.firstSequence}–${report.lastSequence}, ${report.journalEntries} ${words.entries}. Counterfoil ${report.appVersion}.`,
    ],
    signatures: [texts.labels.signatureCashier, texts.labels.signatureSupervisor],
  };
}
