/** What the system and other people have changed behind a person's back: entries of the journal since they last looked. */
import { z } from "zod";
import type { Sql } from "../contract.ts";
import type { FoundEntry } from "../records/queries.ts";
import { prepared } from "../statements.ts";
import { storedRowAt, toRow } from "../storedRows.ts";

/** Always told, whoever else did it. */
const told = [
  "setup.saved",
  "setup.limits",
  "setup.providerSaved",
  "setup.dataAccepted",
  "setup.unlocked",
  "setup.certificateTrusted",
  "setup.certificateDistrusted",
  "setup.twinMoved",
  "setup.renumbered",
  "setup.carriedOut",
  "setup.carriedIn",
  "staff.saved",
  "approval.deferred",
  "approval.signed",
  "till.opened",
  "till.moved",
  "till.counted",
  "till.closed",
  "till.transferred",
  "till.transferEnded",
  "till.transferReceived",
  "till.partnerBalanceSet",
  "item.resolved",
  "item.voided",
  "item.givenBack",
  "item.interrupted",
  "item.carriedOut",
  "item.carriedIn",
  "payout.settled",
  "payout.notHandedOver",
  "loan.doubtDecided",
  "customer.doubtDecided",
  "account.settled",
  "loan.frozen",
  "loan.unfrozen",
  "courier.credentialsRefused",
  "courier.credentialsRenewed",
  "courier.sendingOff",
  "courier.sendingOn",
  "dispute.opened",
];

const listed = (kinds: readonly string[]) => kinds.map((kind) => `'${kind}'`).join(", ");

/**
 * A plain booking is no news; a doubt that was settled, a refusal, and what needs a person are. Of PINs
 * and codes, only what was done to the person's own.
 */
const isNews = `journal.sequence > @after AND journal.actor <> @name AND (
    journal.kind IN (${listed(told)})
    OR (journal.kind = 'item.released' AND journal.actor <> 'system')
    OR (journal.kind = 'item.read' AND (
         json_extract(journal.payload, '$.verdict.to') IN ('refused', 'attention', 'held')
         OR json_extract(journal.payload, '$.verdict.certainty') IN ('inferred', 'byHand')))
    OR (journal.kind IN ('staff.pinSet', 'staff.refused', 'staff.unlocked', 'staff.codesForgotten')
        AND json_extract(journal.payload, '$.name') = @name))`;

const entryRow = z.object({
  sequence: z.number().int(),
  itemId: z.string().nullable(),
  loanId: z.string().nullable(),
  loanRef: z.string().nullable(),
  receiptNo: z.string().nullable(),
  amountMinor: z.number().int().nullable(),
});

/** Up to where this person has seen everything: what they confirmed last, or else their first day here. */
export function newsSeenBy(sql: Sql, name: string): number {
  const seen: unknown = prepared(sql, "SELECT up_to FROM news_seen WHERE name = ?").pluck().get(name);
  if (typeof seen === "number") return seen;
  const first: unknown = prepared(
    sql,
    "SELECT MIN(sequence) FROM search WHERE kind = 'staff.signedIn' AND actor = ?",
  )
    .pluck()
    .get(name);
  return typeof first === "number" ? first : Number.MAX_SAFE_INTEGER;
}

/** The oldest first; `total` counts all of them. */
export function newsFor(sql: Sql, name: string, most: number): { entries: FoundEntry[]; total: number } {
  const asked = { name, after: newsSeenBy(sql, name) };
  const total: unknown = prepared(sql, `SELECT COUNT(*) FROM journal WHERE ${isNews}`).pluck().get(asked);
  const found = z.array(entryRow).parse(
    prepared(
      sql,
      `SELECT search.sequence AS sequence, search.item_id AS itemId, search.loan_id AS loanId,
              search.loan_ref AS loanRef, search.receipt_no AS receiptNo, search.amount_minor AS amountMinor
         FROM journal JOIN search ON search.sequence = journal.sequence
        WHERE ${isNews} ORDER BY journal.sequence LIMIT @most`,
    ).all({ ...asked, most }),
  );
  const entries = found.flatMap(({ sequence, ...rest }) => {
    const stored = storedRowAt(sql, sequence);
    return stored === null ? [] : [{ row: toRow(stored), ...rest }];
  });
  return { entries, total: Number(total) };
}
