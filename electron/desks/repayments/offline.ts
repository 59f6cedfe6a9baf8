/** What may be taken while the lender does not answer: limits that refuse before cash is taken, in plain words. */
import { type ErrorCode, Refusal } from "../../../shared/errors.ts";
import type { Limits } from "../../../shared/limits.ts";
import { formatMinor } from "../../../shared/money.ts";
import type { Untold } from "../../journal/outbox/captures.ts";

export interface OfflineFacts {
  amountMinor: number;
  untold: Untold;
  /** Since when the lender's books have been out of reach; null where that cannot be said. */
  silentSince: number | null;
  now: number;
  limits: Limits;
}

/** Null where the repayment is within every limit. */
export function offlineRefusal({
  amountMinor,
  untold,
  silentSince,
  now,
  limits,
}: OfflineFacts): Refusal | null {
  const money = (minor: number) => formatMinor(minor, "en");
  if (amountMinor > limits.offlineMaxAmountMinor)
    return refusal(
      "offlineLimitItem",
      `While the lender does not answer, at most ${money(limits.offlineMaxAmountMinor)} may be taken at once.`,
      "amountMinor",
    );
  if (untold.count + 1 > limits.offlineMaxCount)
    return refusal(
      "offlineLimitCount",
      `${untold.count} repayments wait for the lender already. No more may be taken until it answers.`,
    );
  if (untold.totalMinor + amountMinor > limits.offlineMaxTotalMinor)
    return refusal(
      "offlineLimitTotal",
      `${money(untold.totalMinor)} waits for the lender already, and at most ${money(limits.offlineMaxTotalMinor)} may.`,
      "amountMinor",
    );
  if (silentSince !== null && now - silentSince > limits.offlineMaxHours * 3_600_000)
    return refusal(
      "offlineLimitAge",
      `The lender has not answered for more than ${limits.offlineMaxHours} hours. No more may be taken until it does.`,
    );
  return null;
}

function refusal(code: ErrorCode, message: string, field?: string): Refusal {
  return new Refusal(code, message, { retry: true, ...(field === undefined ? {} : { field }) });
}
