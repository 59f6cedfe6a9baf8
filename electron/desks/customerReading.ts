/** Journals that somebody looked at a customer's data: once for each person and subject while they work on it. */
import { Refusal } from "../../shared/errors.ts";
import type { DeskContext } from "./context.ts";

/** A screen refreshes by itself; only a look after a pause is a new one. */
const SAME_LOOK_MS = 15 * 60_000;

export type NoteReading = (by: { name: string }, what: string, subjectId: string) => void;

export function createReadingNotes({ journal, clock, log }: DeskContext): NoteReading {
  const noted = new Map<string, number>();
  return (by, what, subjectId) => {
    const look = JSON.stringify([by.name, what, subjectId]);
    const last = noted.get(look);
    const now = clock.monotonic();
    if (last !== undefined && now - last < SAME_LOOK_MS) return;
    try {
      journal.write(({ append }) =>
        append({ kind: "customer.read", payload: { what, subjectId }, actor: by.name }),
      );
    } catch (error) {
      // A till that can only be looked at is still looked at.
      if (!(error instanceof Refusal)) throw error;
      log("warning", "A look at a customer's data could not be journaled.", { code: error.code });
    }
    noted.set(look, now);
  };
}
