/** Transfers as the derived table has them: what is under way, and what came from where. */
import { z } from "zod";
import type { Sql } from "../contract.ts";
import { prepared } from "../statements.ts";

const minor = z.number().int();

const transferRow = z.object({
  transferId: z.string(),
  shiftId: z.string(),
  direction: z.enum(["out", "in"]),
  place: z.enum(["safe", "till"]),
  name: z.string(),
  madeOutTo: z.string().nullable(),
  amountMinor: minor,
  currency: z.string(),
  slipNo: z.string(),
  acknowledgement: z.string().nullable(),
  state: z.enum(["underWay", "accepted", "cameBack"]),
  at: z.string(),
  by: z.string(),
  endedAt: z.string().nullable(),
  endedBy: z.string().nullable(),
  reason: z.string().nullable(),
});
export type TransferRecord = z.infer<typeof transferRow>;

const columns = `transfer_id AS transferId, shift_id AS shiftId, direction, place, name,
  made_out_to AS madeOutTo, amount_minor AS amountMinor, currency, slip_no AS slipNo, acknowledgement, state, at, by, ended_at AS endedAt, ended_by AS endedBy, reason`;

export function findTransfer(sql: Sql, transferId: string): TransferRecord | null {
  const found: unknown = prepared(sql, `SELECT ${columns} FROM transfers WHERE transfer_id = ?`).get(
    transferId,
  );
  return found === undefined ? null : transferRow.parse(found);
}

/** The transfer as which this till has taken another till's slip, or null. */
export function acceptedTransfer(sql: Sql, fromInstallation: string, fromNumber: number): string | null {
  const found: unknown = prepared(
    sql,
    "SELECT transfer_id FROM transfers WHERE direction = 'in' AND from_installation = ? AND from_number = ?",
  )
    .pluck()
    .get(fromInstallation, fromNumber);
  return typeof found === "string" ? found : null;
}

/** The newest first. */
export function listTransfers(
  sql: Sql,
  state: TransferRecord["state"] | null,
  page: { number: number; size: number },
): { transfers: TransferRecord[]; total: number } {
  const asked = { state, size: page.size, from: (page.number - 1) * page.size };
  const found = prepared(
    sql,
    `SELECT ${columns} FROM transfers WHERE (@state IS NULL OR state = @state)
      ORDER BY sequence DESC LIMIT @size OFFSET @from`,
  ).all(asked);
  const total: unknown = prepared(
    sql,
    "SELECT COUNT(*) FROM transfers WHERE (@state IS NULL OR state = @state)",
  )
    .pluck()
    .get({ state });
  return { transfers: z.array(transferRow).parse(found), total: Number(total) };
}

/** Left the drawer and nobody has accepted it yet, oldest first. */
export function transfersUnderWay(sql: Sql): TransferRecord[] {
  const found = prepared(
    sql,
    `SELECT ${columns} FROM transfers WHERE state = 'underWay' ORDER BY sequence`,
  ).all();
  return z.array(transferRow).parse(found);
}

/**
 * What a shift's report names, as it stood when `upTo` was the last entry (null: now): its own transfers, and earlier
 * ones that were still under way when it was opened.
 */
export function transfersOfShift(
  sql: Sql,
  shift: { shiftId: string; openedSequence: number },
  upTo: number | null,
): TransferRecord[] {
  const found = prepared(
    sql,
    `SELECT transfer_id AS transferId, shift_id AS shiftId, direction, place, name,
            made_out_to AS madeOutTo, amount_minor AS amountMinor, currency, slip_no AS slipNo, acknowledgement, at, by,
            CASE WHEN ended_sequence <= @upTo THEN state ELSE 'underWay' END AS state,
            CASE WHEN ended_sequence <= @upTo THEN ended_at END AS endedAt,
            CASE WHEN ended_sequence <= @upTo THEN ended_by END AS endedBy,
            CASE WHEN ended_sequence <= @upTo THEN reason END AS reason
       FROM transfers
      WHERE sequence <= @upTo
        AND (shift_id = @shiftId OR (sequence < @opened AND (ended_sequence IS NULL OR ended_sequence > @opened)))
      ORDER BY sequence`,
  ).all({ shiftId: shift.shiftId, opened: shift.openedSequence, upTo: upTo ?? Number.MAX_SAFE_INTEGER });
  return z.array(transferRow).parse(found);
}
