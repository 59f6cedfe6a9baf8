/** The readable part of a dispute's evidence: one A4 sheet in the office's language, without anybody's name or number. */
import type { ShiftReport } from "../../../shared/api/till.ts";
import type { EntryFact } from "../../../shared/entryFacts.ts";
import { entryTitle, factsLine } from "../../../shared/entryLine.ts";
import { factWords } from "../../../shared/factWords.ts";
import { formatMinor } from "../../../shared/money.ts";
import type { Attempt } from "../../../shared/outbox.ts";
import { type Counter, sheetOf, timeOnPaper } from "../../documents/receipts/counter.ts";
import { printableText } from "../../documents/receipts/printableText.ts";
import { receiptStateOf } from "../../documents/receipts/receiptState.ts";
import { reportTables } from "../../documents/receipts/reportSheet.ts";
import type { Sheet, Table } from "../../documents/receipts/sheet.ts";
import { drawSheet } from "../../documents/receipts/sheetHtml.ts";
import { receiptTexts } from "../../documents/receipts/texts.ts";
import { tillTexts } from "../../documents/receipts/tillTexts.ts";
import { type ItemRecord, signedAmountMinor } from "../../journal/outbox/record.ts";
import type { Row } from "../../journal/rows.ts";
import type { Subject } from "./subject.ts";

export interface SummaryFacts {
  disputeId: string;
  at: string;
  by: string;
  note: string;
  installationId: string;
  appVersion: string;
  entries: number;
  head: string;
  /** The lender's clock minus ours where an answer told, in the order of the journal. */
  clockOffsetsMs: readonly number[];
  rows: readonly { row: Row; facts: readonly EntryFact[] }[];
  report: ShiftReport | null;
  files: readonly { name: string; sha256: string }[];
}

const MOST_LETTERS = 400;

function clockText(offsets: readonly number[], unknown: string): string {
  if (offsets.length === 0) return unknown;
  const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`;
  return `${seconds(Math.min(...offsets))} … ${seconds(Math.max(...offsets))}`;
}

function aboutText({ about, shift, entry, items }: Subject, words: Record<Subject["about"], string>): string {
  const which =
    about === "shift"
      ? (shift?.shiftId ?? "")
      : about === "entry"
        ? String(entry)
        : (items[0]?.receiptNo ?? "");
  return `${words[about]}: ${which}`;
}

/** "21.03.2025 10:42, not certain, request, 200: may have reached the lender". */
function attemptText(attempt: Attempt, { language }: Counter): string {
  const { wire } = attempt;
  const words = tillTexts[language].evidence;
  const facts = [
    timeOnPaper(attempt.armedAt),
    attempt.outcome === null ? "–" : factWords[language].values[attempt.outcome],
    ...(wire === null ? [] : [wire.phase, ...(wire.status === null ? [] : [String(wire.status)])]),
    ...(wire?.failure == null ? [] : [wire.failure]),
  ];
  const left = wire === null || wire.bytesLeft ? words.mayHaveLeft : words.nothingLeft;
  return `${facts.join(", ")}: ${left}`;
}

/** "Besa: The till was opened · amount: 1,000.00", in the paper's language. */
function entryText({ actor, kind }: Row, told: readonly EntryFact[], { language }: Counter): string {
  const who = actor === "system" ? factWords[language].values.system : actor;
  return [`${who}: ${entryTitle(kind, language) ?? kind}`, factsLine(told, language)]
    .filter((part) => part !== "")
    .join(" · ");
}

export function summaryHtml(subject: Subject, facts: SummaryFacts, counter: Counter): string {
  const texts = receiptTexts[counter.language];
  const { titles, evidence } = tillTexts[counter.language];
  const money = (amountMinor: number) => formatMinor(amountMinor, counter.language);
  const text = (value: string) => printableText(value, MOST_LETTERS);
  const stateWords = (item: ItemRecord) => texts.states[receiptStateOf(item)].heading;
  const items: Table = {
    heading: evidence.items,
    columns: ["", texts.labels.loan, texts.labels.amount],
    empty: "–",
    sums: 0,
    rows: subject.items.map((item) => [
      `${item.receiptNo}: ${stateWords(item)}`,
      item.loanRef,
      money(signedAmountMinor(item)),
    ]),
  };
  const attempts: Table = {
    heading: evidence.attempts,
    columns: ["", texts.labels.number],
    empty: "–",
    sums: 0,
    rows: subject.items.flatMap((item) =>
      item.attempts.map((attempt) => [text(attemptText(attempt, counter)), item.receiptNo]),
    ),
  };
  const entries: Table = {
    heading: evidence.entries,
    columns: ["", texts.labels.number],
    empty: "–",
    sums: 0,
    rows: facts.rows.map(({ row, facts: told }) => [
      `${row.sequence === subject.entry ? "→ " : ""}${timeOnPaper(row.at)} ${text(entryText(row, told, counter))}`,
      String(row.sequence),
    ]),
  };
  const files: Table = {
    heading: evidence.files,
    columns: ["", ""],
    empty: "–",
    sums: 0,
    rows: facts.files.map(({ name, sha256 }) => [`${name}: ${sha256}`, ""]),
  };
  const sheet: Sheet = {
    ...sheetOf(counter, facts.disputeId, titles.evidence),
    facts: [
      { label: evidence.number, value: facts.disputeId },
      { label: texts.labels.date, value: timeOnPaper(facts.at) },
      { label: evidence.disputedBy, value: text(facts.by) },
      { label: evidence.installation, value: facts.installationId },
      { label: evidence.version, value: facts.appVersion },
      { label: texts.report.journal, value: `${facts.entries} ${texts.report.entries}, ${facts.head}` },
      { label: evidence.clock, value: clockText(facts.clockOffsetsMs, evidence.clockUnknown) },
    ],
    state: {
      certainty: "needsPerson",
      heading: aboutText(subject, evidence.about),
      detail: `${evidence.note}: ${text(facts.note)}`,
    },
    tables: [
      ...(facts.report === null ? [] : reportTables(facts.report, counter)),
      items,
      attempts,
      entries,
      files,
    ],
    notes: [evidence.check],
  };
  return drawSheet(sheet, "a4").html;
}
