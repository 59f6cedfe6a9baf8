/** A decision about the data that was begun: durable before anything is mended, gone with the row that says it was made. */
import { z } from "zod";
import type { DataProblem, JournalHead, Sql } from "./contract.ts";
import { readNote, writeNote } from "./notes.ts";
import { prepared } from "./statements.ts";

const NOTE = "decision";

const begunSchema = z.object({
  code: z.enum(["journalDamaged", "restoredBackup", "copiedData"]),
  /** So far nothing has shown that rows are missing or that there are two tills with these data. */
  mayBeWhole: z.boolean(),
  /** The head that was noted outside of the file before the mending noted another. */
  noted: z.object({ entries: z.number().int(), head: z.string() }).nullable(),
});
export type BegunDecision = z.infer<typeof begunSchema>;

export function readBegun(sql: Sql): BegunDecision | null {
  return readNote(sql, NOTE, begunSchema);
}

export function noteBegun(sql: Sql, begun: BegunDecision): void {
  writeNote(sql, NOTE, begun);
}

/** In the transaction of the row that says what was decided. */
export function forgetBegun(sql: Sql): void {
  prepared(sql, "DELETE FROM notes WHERE name = ?").run(NOTE);
}

/** The program ended, or the disk refused, between mending and the row: what was found then still holds. */
export function unfinished({ code }: BegunDecision): DataProblem {
  return {
    code,
    detail: "A decision about these data was begun and not finished: it has to be made once more.",
  };
}

/** What is known before the first look of a decision: what an earlier one found still counts. */
export function beginDecision(
  earlier: BegunDecision | null,
  code: DataProblem["code"],
  noted: JournalHead | null,
): BegunDecision {
  return earlier ?? { code, mayBeWhole: true, noted };
}
