/** The journal desk: finding an entry again, checking the chain, and taking the journal out as a file. */
import type { JournalEntry } from "../../shared/api/records.ts";
import type { ParsedInput } from "../../shared/api.ts";
import { readDottedDate, readIsoDate } from "../../shared/dates.ts";
import { readTypedAmount } from "../../shared/money.ts";
import { customerDigest } from "../journal/customerDigest.ts";
import { exportJournal } from "../journal/exporting.ts";
import { createPeopleOf } from "../journal/records/people.ts";
import { type EntryFilter, type FoundEntry, findEntries, findPeople } from "../journal/records/queries.ts";
import type { DeskCalls, DeskContext } from "./context.ts";
import { entryFacts } from "./entryFacts.ts";
import { entrySentence } from "./entrySentences.ts";
import { outsidePlace, writingThere } from "./outsidePlace.ts";

type JournalCalls = DeskCalls<"journal.search" | "journal.verify" | "journal.export">;

const FIRST_PAGE = { number: 1, size: 50 };

export function entryView({ row, ...facts }: FoundEntry): JournalEntry {
  return {
    sequence: row.sequence,
    at: row.at,
    businessDate: row.businessDate,
    actor: row.actor,
    kind: row.kind,
    summary: entrySentence(row, facts),
    facts: entryFacts(row),
    ...facts,
    ...(row.kind === "account.creating" ? { currency: row.payload.currency } : {}),
    hash: row.hash,
  };
}

/** "#38": one entry by its own number, as disputes and reports name it. */
const ENTRY_NUMBER = /^#\s*([1-9]\d{0,14})$/;

export function createJournalDesk(context: DeskContext): JournalCalls {
  const { journal, keys } = context;

  /** What was typed may be a receipt, a reference, a sum, a date, a member of staff, or a customer. */
  function meaningsOf(text: string): EntryFilter["anyOf"] {
    const entryNumber = ENTRY_NUMBER.exec(text)?.[1];
    if (entryNumber !== undefined) return { sequence: Number(entryNumber) };
    const amount = readTypedAmount(text);
    const businessDate = readIsoDate(text) ?? readDottedDate(text);
    // The blind indexes need the key; what is not personal can be found without.
    const people = keys.state === "open" ? findPeople(journal.cells, text) : null;
    const isReference = /^\d{1,18}$/.test(text);
    return {
      ...(text.length < 3 ? {} : { receiptNo: text }),
      loanRefs: [...(isReference ? [text] : []), ...(people?.loanRefs ?? [])],
      ...(amount.ok ? { amountMinor: amount.amountMinor } : {}),
      ...(businessDate === null ? {} : { businessDate }),
      ...(people === null ? {} : { loanIds: people.loanIds, itemIds: people.itemIds }),
      ...(people === null ? {} : { customerDigest: customerDigest(journal, text) }),
      actor: text,
    };
  }

  function filterOf({ text, kinds, from, to }: ParsedInput<"journal.search">): EntryFilter {
    return {
      anyOf: text === undefined || text === "" ? null : meaningsOf(text),
      ...(kinds === undefined ? {} : { kinds }),
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
    };
  }

  function write(format: "csv" | "jsonl", target: string, withPeople: boolean) {
    const people = withPeople ? createPeopleOf(journal.cells) : null;
    return writingThere(() => exportJournal(journal, format, target, people));
  }

  return {
    "journal.search": (input) => {
      const { entries, total } = findEntries(journal.sql, filterOf(input), input.page ?? FIRST_PAGE);
      return { entries: entries.map(entryView), total };
    },
    "journal.verify": () => {
      const { ok, entries, head, firstBroken } = journal.verify();
      return { ok, entries, head, ...(firstBroken === undefined ? {} : { firstBroken }) };
    },
    "journal.export": async ({ format, path, withPeople = false, approval }, by) => {
      const target = outsidePlace(context.dataDir, path);
      // What leaves with names in it cannot be called back: two people want it, and none signs for it later.
      if (withPeople)
        await context.approve(approval, "customers.export", `journal-${journal.head().entries}`);
      const { entries, head } = write(format, target, withPeople);
      journal.write(({ append }) =>
        append({
          kind: "journal.exported",
          payload: { format, entries, ...(withPeople ? { withPeople } : {}) },
          actor: by.name,
        }),
      );
      return { path: target, entries, head };
    },
  };
}
