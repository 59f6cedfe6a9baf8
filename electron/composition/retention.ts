/** Destroys personal data whose time of keeping is over: the documents' files first, then the customer's key. */
import { businessDateOf, instant } from "../../shared/dates.ts";
import type { Limits } from "../../shared/limits.ts";
import type { DocumentStore } from "../documents/contract.ts";
import type { Journal } from "../journal/contract.ts";
import { lastClockOffsetMs } from "../journal/office/queries.ts";
import { lastWorkedBefore } from "../journal/retention/businessDays.ts";
import { expiredCustomers, isCustomerExpired } from "../journal/retention/expired.ts";
import type { Log } from "../logging/log.ts";
import type { Clock } from "../ports.ts";

export interface RetentionParts {
  journal: Journal;
  documents: Pick<DocumentStore, "purge">;
  clock: Clock;
  limits: () => Limits;
  log: Log;
}

const DAY_MS = 86_400_000;
/** A clock that jumps ahead makes everything old at once; after a longer rest a day has to pass first. */
const LONGEST_REST_MS = 31 * DAY_MS;
const CLOCK_LIMIT_MS = 10 * 60_000;

/** What is destroyed cannot be brought back, so a clock that may be wrong destroys nothing. */
function isClockBelieved({ journal, clock }: RetentionParts): boolean {
  const offset = lastClockOffsetMs(journal.sql);
  if (offset !== null && Math.abs(offset) > CLOCK_LIMIT_MS) return false;
  const worked = lastWorkedBefore(journal.sql, businessDateOf(clock.now()));
  return worked !== null && clock.now() - Date.parse(worked) <= LONGEST_REST_MS;
}

/** How many customers were purged. A limit of 0 days keeps everything. */
export async function purgeExpired(parts: RetentionParts): Promise<number> {
  const { journal, documents, clock, limits, log } = parts;
  const { retentionDays } = limits();
  if (retentionDays === 0 || !isClockBelieved(parts)) return 0;
  const before = instant(clock.now() - retentionDays * DAY_MS);
  let purged = 0;
  for (const { customerId, documentIds } of expiredCustomers(journal.sql, before)) {
    for (const documentId of documentIds) await documents.purge(documentId, "system");
    journal.write(({ append, cells, sql }) => {
      // Looked at again: the customer may have come back while files were removed.
      if (!isCustomerExpired(sql, customerId, before)) return;
      cells.purge(customerId);
      append({ kind: "customer.purged", payload: { customerId }, actor: "system" });
      purged += 1;
    });
  }
  if (purged > 0) log("info", "retention.purged", { customers: purged });
  return purged;
}
