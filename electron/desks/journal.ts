/** The journal desk: finding an entry again, checking the chain, and taking the journal out as a file. */
import { isAbsolute, relative, resolve } from "node:path";
import type { JournalEntry } from "../../shared/api/records.ts";
import type { ParsedInput } from "../../shared/api.ts";
import { readDottedDate, readIsoDate } from "../../shared/dates.ts";
import { Refusal } from "../../shared/errors.ts";
import { readTypedAmount } from "../../shared/money.ts";
import { exportJournal } from "../journal/exporting.ts";
import { type EntryFilter, type FoundEntry, findEntries, findPeople } from "../journal/records/queries.ts";
import { errnoOf } from "../journal/storageFailure.ts";
import type { DeskCalls, DeskContext } from "./context.ts";
import { entrySentence } from "./entrySentences.ts";

type JournalCalls = DeskCalls<"journal.search" | "journal.verify" | "journal.export">;

const FIRST_PAGE = { number: 1, size: 50 };

function entryView({ row, ...facts }: FoundEntry): JournalEntry {
  return {
    sequence: row.sequence,
    at: row.at,
    businessDate: row.businessDate,
    actor: row.actor,
    kind: row.kind,
    summary: entrySentence(row, facts),
    ...facts,
    hash: row.hash,
  };
}

export function createJournalDesk(context: DeskContext): JournalCalls {
  const { journal, keys } = context;

  /** What was typed may be a receipt, a reference, a sum, a date, a member of staff, or a customer. */
  function meaningsOf(text: string): EntryFilter["anyOf"] {
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

  /** An export over the till's own files would destroy what it is a copy of. */
  function targetOf(path: string): string {
    const target = resolve(path);
    const inside = relative(context.dataDir, target);
    if (!isAbsolute(inside) && !inside.startsWith(".."))
      throw new Refusal("invalidInput", "Choose a place outside of the till's own data folder.", {
        field: "path",
      });
    return target;
  }

  function write(format: "csv" | "jsonl", target: string) {
    try {
      return exportJournal(journal, format, target);
    } catch (error) {
      const code = errnoOf(error);
      if (code === null || error instanceof Refusal) throw error;
      throw new Refusal("invalidInput", "The file cannot be written there. Choose another place.", {
        field: "path",
      });
    }
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
    "journal.export": ({ format, path }, by) => {
      const target = targetOf(path);
      const { entries, head } = write(format, target);
      journal.write(({ append }) =>
        append({ kind: "journal.exported", payload: { format, entries }, actor: by.name }),
      );
      return { path: target, entries, head };
    },
  };
}
