/** The office's limits as a person reads them: in which unit, and between the typed text and the stored number. */
import type { LimitName } from "../../shared/api/setup.ts";
import { decimalTextFromMinor, readTypedAmount } from "../../shared/money.ts";

export type LimitUnit = "amount" | "pieces" | "seconds" | "minutes" | "hours" | "days" | "yesNo";

export type ShownLimit = LimitName;

export type LimitFact = { name: ShownLimit; unit: LimitUnit; factor: number };

const fact = (name: ShownLimit, unit: LimitUnit, factor = 1): LimitFact => ({ name, unit, factor });

export const limitGroups = [
  {
    group: "payout",
    limits: [fact("releaseCheckSeconds", "seconds"), fact("payoutApprovalAboveMinor", "amount")],
  },
  {
    group: "offline",
    limits: [
      fact("offlineMaxAmountMinor", "amount"),
      fact("offlineMaxTotalMinor", "amount"),
      fact("offlineMaxCount", "pieces"),
      fact("offlineMaxHours", "hours"),
    ],
  },
  {
    group: "doubt",
    limits: [
      fact("reconcileGraceMs", "seconds", 1000),
      fact("absentQuarantineMs", "minutes", 60_000),
      fact("acknowledgedAbsentMs", "hours", 3_600_000),
    ],
  },
  {
    group: "line",
    limits: [
      fact("connectTimeoutMs", "seconds", 1000),
      fact("requestTimeoutMs", "seconds", 1000),
      fact("retryBaseMs", "seconds", 1000),
    ],
  },
  {
    group: "counter",
    limits: [
      fact("idleLockSeconds", "seconds"),
      fact("sessionHours", "hours"),
      fact("retentionDays", "days"),
      fact("blindCount", "yesNo"),
    ],
  },
] as const satisfies readonly { group: string; limits: readonly LimitFact[] }[];

export const allLimits: readonly LimitFact[] = limitGroups.flatMap(({ limits }) => limits);

/** As it stands in its field: "120", "0.5", "50000.00". */
export function typedLimit({ unit, factor }: LimitFact, value: number): string {
  return unit === "amount" ? decimalTextFromMinor(value) : String(value / factor);
}

/** Null where it is no number, or below one of the smallest unit that is stored. */
export function readLimit({ unit, factor }: LimitFact, typed: string): number | null {
  if (unit === "yesNo") return typed === "1" ? 1 : 0;
  if (unit === "amount") {
    const reading = readTypedAmount(typed);
    return reading.ok ? reading.amountMinor : null;
  }
  const text = typed.trim().replace(",", ".");
  if (!/^\d{1,6}(?:\.\d{1,3})?$/.test(text)) return null;
  const value = Number(text) * factor;
  return Number.isInteger(value) && value >= 1 ? value : null;
}
