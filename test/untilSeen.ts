/** Histories as the dice fall, and more of them until everything that may happen in one has happened. */
import fc from "fast-check";

/** Far more than are ever needed: what is still missing then cannot be reached. */
const MOST_MORE = 60;

/** Throws as `fc.assert` does; what is missing at the end is for the caller to tell. */
export async function assertUntilSeen<Values>(
  property: fc.IAsyncProperty<Values>,
  numRuns: number,
  hasSeenAll: () => boolean,
): Promise<void> {
  await fc.assert(property, { numRuns, endOnFailure: true });
  for (let more = 0; more < MOST_MORE && !hasSeenAll(); more += 1) await fc.assert(property, { numRuns: 1 });
}
