/** A dispute's evidence as one file: journal extract, receipts, wire records, clocks and versions, with a readable summary. */
import { createHash } from "node:crypto";
import { strToU8, zipSync } from "fflate";
import type { EntryFact } from "../../../shared/entryFacts.ts";
import { receiptSheet } from "../../documents/receipts/itemSheet.ts";
import { reportSheet } from "../../documents/receipts/reportSheet.ts";
import { drawSheet } from "../../documents/receipts/sheetHtml.ts";
import { GENESIS, twinLine } from "../../journal/chain.ts";
import type { ItemRecord } from "../../journal/outbox/record.ts";
import { factsOfEntry } from "../../journal/records/queries.ts";
import { toRow } from "../../journal/storedRows.ts";
import { extract } from "../../journal/till/disputes.ts";
import type { DeskContext } from "../context.ts";
import { entryFacts } from "../entryFacts.ts";
import { counterOf } from "../paperFacts.ts";
import { reportOf } from "../till/report.ts";
import type { Subject } from "./subject.ts";
import { summaryHtml } from "./summary.ts";

export interface PackFacts {
  disputeId: string;
  at: string;
  by: string;
  note: string;
  entries: number;
  head: string;
}

function sha256Of(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

/** The receipt as it stands, without the people on it: the number leads back to them at the counter. */
function receiptHtml(context: DeskContext, item: ItemRecord): string {
  const { itemId, kind, receiptNo, amountMinor, currency, capturedAt, loanRef, state, certainty } = item;
  const { givenBack, capturedBy, providerMessage, providerId } = item;
  const lender = context.providers().find(({ id }) => id === providerId)?.name ?? providerId;
  const sheet = receiptSheet(
    {
      ...{ itemId, kind, receiptNo, amountMinor, currency, capturedAt, loanRef, state, certainty, givenBack },
      ...{ cashier: capturedBy, customer: null, payer: null, lender, lenderSaid: providerMessage },
    },
    counterOf(context),
  );
  return drawSheet({ ...sheet, isCopy: true }, "a4").html;
}

/** The readings since the last attempt and every attempt with its baseline and how far its connection got. */
function wireOf({ itemId, receiptNo, attempts, readings }: ItemRecord) {
  return { itemId, receiptNo, attempts, readings };
}

/** A zip knows the years 1980 to 2099; a clock that is wrong by decades must not keep anybody from disputing. */
function fileTime(at: string): Date {
  const year = new Date(at).getFullYear();
  return year < 1980 || year > 2099 ? new Date(1980, 0, 1) : new Date(at);
}

/** What the screen shows in columns of their own. */
function moneyFacts({ amountMinor, receiptNo, loanRef }: ReturnType<typeof factsOfEntry>): EntryFact[] {
  return [
    ...(amountMinor === null ? [] : [{ name: "amount" as const, amountMinor }]),
    ...(receiptNo === null ? [] : [{ name: "receipt" as const, text: receiptNo }]),
    ...(loanRef === null ? [] : [{ name: "loan" as const, text: loanRef }]),
  ];
}

/** A name that every system can unpack. */
const plainName = (name: string) => name.replaceAll(/[^\p{L}\p{N}._-]/gu, "-");

/** The zip's bytes. The same journal and clock give the same bytes. */
export function evidencePack(context: DeskContext, subject: Subject, facts: PackFacts): Uint8Array {
  const { journal, appVersion } = context;
  const counter = counterOf(context);
  const { installationId, office, till, currency, training } = context.office();
  const extracted = extract(journal.sql, subject.sequences, GENESIS);
  const rows = extracted.map(({ row }) => toRow(row));
  const report = subject.shift === null ? null : reportOf(context, subject.shift);
  const clockOffsets = rows.flatMap(({ sequence, at, clockOffsetMs }) =>
    clockOffsetMs === null ? [] : [{ sequence, at, clockOffsetMs }],
  );
  const texts: Record<string, string> = {
    "journal.jsonl": extracted.map(({ row, previous }) => `${twinLine(row, previous)}\n`).join(""),
    "items.json": json(subject.items),
    "wire.json": json(subject.items.map(wireOf)),
    "clock.json": json({ writtenAt: facts.at, lenderMinusOurs: clockOffsets }),
    "versions.json": json({
      ...{ appVersion, training, installationId, office, till, currency },
      ...{ entries: facts.entries, head: facts.head },
      node: process.versions.node,
      electron: process.versions["electron"] ?? null,
      sqlite: String(journal.sql.prepare("SELECT sqlite_version()").pluck().get()),
      system: `${process.platform} ${process.arch}`,
    }),
    ...(report === null
      ? {}
      : {
          "shift.json": json(report),
          "shift.html": drawSheet({ ...reportSheet(report, counter), isCopy: true }, "a4").html,
        }),
    ...Object.fromEntries(
      subject.items.map((item) => [`receipts/${plainName(item.receiptNo)}.html`, receiptHtml(context, item)]),
    ),
  };
  const files = Object.entries(texts).map(([name, text]) => ({ name, bytes: strToU8(text) }));
  const listed = files.map(({ name, bytes }) => ({ name, sha256: sha256Of(bytes) }));
  const summary = summaryHtml(
    subject,
    {
      ...facts,
      ...{ installationId, appVersion, report, files: listed },
      clockOffsetsMs: clockOffsets.map(({ clockOffsetMs }) => clockOffsetMs),
      rows: rows.map((row) => ({
        row,
        facts: [...moneyFacts(factsOfEntry(journal.sql, row.sequence)), ...entryFacts(row)],
      })),
    },
    counter,
  );
  const mtime = fileTime(facts.at);
  return zipSync(
    Object.fromEntries([
      ["summary.html", [strToU8(summary), { mtime }]],
      ...files.map(({ name, bytes }) => [name, [bytes, { mtime }]]),
    ]),
  );
}
