/** Why a repayment is held at its baseline, before anything is armed: a pure look at the lender's books. */
import type { Limits } from "../../shared/limits.ts";
import { decimalTextFromMinor } from "../../shared/money.ts";
import type { HeldReason, Reading } from "../../shared/outbox.ts";
import type { ItemRecord } from "../journal/outbox/record.ts";

/** A computer further off than this writes dates and ages that nobody can trust. */
export const CLOCK_LIMIT_MS = 10 * 60_000;
const HOUR_MS = 3_600_000;

export interface Hold {
  reason: HeldReason;
  detail: string;
}

export interface BaselineFacts {
  reading: Reading;
  /** Since the capture, by this computer's clock. */
  waitedMs: number;
  limits: Pick<Limits, "offlineMaxHours">;
  /** The highest "repaid" that this till may rely on for the loan; null where it has none. */
  knownRepaidMinor: number | null;
}

/** Reasons that a person may set aside for one item. The others are facts that no decision changes. */
const waivable: readonly HeldReason[] = ["clock", "otherCustomer", "moreThanOwed", "cap"];

/** The first reason that speaks against arming now, or null. Amounts are never trimmed. */
export function holdAtBaseline(item: ItemRecord, facts: BaselineFacts): Hold | null {
  return (
    reasonsToHold(item, facts).find(
      ({ reason }) => !(waivable.includes(reason) && item.waived.includes(reason)),
    ) ?? null
  );
}

function reasonsToHold(item: ItemRecord, facts: BaselineFacts): Hold[] {
  const { reading, knownRepaidMinor } = facts;
  // A payout's confirmation tells of cash that has left: neither the clock nor the books may keep it back.
  if (item.kind === "payout") return [];
  const clock = clockHold(reading.clockOffsetMs);
  if (reading.kind !== "loan")
    return [...clock, { reason: "noActiveLoan", detail: "The lender shows no active loan for this number." }];
  return [
    ...clock,
    ...capHold(item, facts),
    ...(item.customerDigest !== null && item.customerDigest !== reading.customerDigest
      ? [{ reason: "otherCustomer", detail: "The lender's books name another customer." } satisfies Hold]
      : []),
    ...(knownRepaidMinor !== null && reading.repaidMinor < knownRepaidMinor
      ? [
          {
            reason: "unreadableBalance",
            detail: `The books show ${decimalTextFromMinor(reading.repaidMinor)} repaid, less than the ${decimalTextFromMinor(knownRepaidMinor)} seen before. They are read again before anything is sent.`,
          } satisfies Hold,
        ]
      : []),
    ...(item.amountMinor > reading.remainingMinor
      ? [
          {
            reason: "moreThanOwed",
            detail: `The lender's books show ${decimalTextFromMinor(reading.remainingMinor)} still to be paid.`,
          } satisfies Hold,
        ]
      : []),
  ];
}

/**
 * What waited longer than this office lets anything wait without a line goes only after a person has looked at it: the
 * customer may have paid elsewhere by now. The other caps are asked before cash is taken, and lowering one of them does
 * not hold what was taken within it. Once it was tried, its age is no reason any more.
 */
function capHold(item: ItemRecord, { waitedMs, limits }: BaselineFacts): Hold[] {
  if (item.attempts.length > 0 || waitedMs <= limits.offlineMaxHours * HOUR_MS) return [];
  const hours = Math.floor(waitedMs / HOUR_MS);
  return [
    {
      reason: "cap",
      detail: `It has waited for ${hours} hours, longer than the ${limits.offlineMaxHours} that this office allows.`,
    },
  ];
}

function clockHold(offsetMs: number | null): Hold[] {
  if (offsetMs === null || Math.abs(offsetMs) <= CLOCK_LIMIT_MS) return [];
  const minutes = Math.round(Math.abs(offsetMs) / 60_000);
  const direction = offsetMs > 0 ? "behind" : "ahead of";
  return [
    { reason: "clock", detail: `This computer's clock is ${minutes} minutes ${direction} the lender's.` },
  ];
}
