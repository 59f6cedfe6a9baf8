/** What a reading of the books says about an item in doubt: one line a case, every rule of DESIGN section 4. */
import { describe, expect, it } from "vitest";
import type { ReadBackFacts } from "../../electron/courier/reconcile/contract.ts";
import { reconcile } from "../../electron/courier/reconcile.ts";
import type { Reading } from "../../shared/outbox.ts";

const MINUTE = 60_000;
const quarantine = 15 * MINUTE;
const day = 24 * 60 * MINUTE;

/** A loan of 1000.00 of which so much is repaid. */
function books(repaidMinor: number, more: { remainingMinor?: number; totalMinor?: number } = {}): Reading {
  const totalMinor = more.totalMinor ?? 100_000;
  const remainingMinor = more.remainingMinor ?? totalMinor - repaidMinor;
  const at = "2025-03-21T09:00:00.000Z";
  return {
    kind: "loan",
    at,
    repaidMinor,
    remainingMinor,
    totalMinor,
    instalments: [],
    customerDigest: "d",
    clockOffsetMs: 0,
  };
}
const none: Reading = { kind: "noActiveLoan", at: "2025-03-21T09:00:00.000Z", clockOffsetMs: 0 };
const release = (allowed: boolean): Reading => ({
  kind: "release",
  at: "2025-03-21T09:00:00.000Z",
  allowed,
  clockOffsetMs: 0,
});
const seenBefore = (reading: Reading, agoMs: number, second: Reading | null = null) => [
  { reading, second, agoMs },
];

/** 100.00 were sent when 200.00 of 1000.00 were repaid. */
const repayment: ReadBackFacts = {
  kind: "repayment",
  amountMinor: 10_000,
  state: "unconfirmed",
  word: "unconfirmed",
  credentials: false,
  baseline: books(20_000),
  earlier: [],
  reading: books(20_000),
  second: null,
  acknowledgedForMs: 0,
  explainedMinor: 0,
  limits: { absentQuarantineMs: quarantine, acknowledgedAbsentMs: day },
};
const clean = { state: "acknowledged", word: "acknowledged" } as const;
const refused = { word: "refused" } as const;
const whole = { amountMinor: 80_000 };

function verdict(changes: Partial<ReadBackFacts>): string {
  const found = reconcile({ ...repayment, ...changes });
  switch (found.to) {
    case "posted":
      return `posted ${found.certainty}${found.note === null ? "" : " with a note"}`;
    case "attention":
      return `attention ${found.reason}${found.freezesLoan ? " frozen" : ""}`;
    case "held":
      return `held ${found.reason}`;
    case "wait":
      return found.absent ? "absent" : "wait";
    case "refused":
      return "refused";
  }
}

describe("a repayment", () => {
  it.each<[what: string, changes: Partial<ReadBackFacts>, expected: string]>([
    // Rule 4
    ["acknowledged, moved by exactly this", { ...clean, reading: books(30_000) }, "posted confirmed"],
    ["in doubt, moved by exactly this", { reading: books(30_000) }, "posted inferred"],
    ["interrupted, moved by exactly this", { word: null, reading: books(30_000) }, "posted inferred"],
    ["acknowledged, moved by more", { ...clean, reading: books(35_000) }, "posted inferred with a note"],
    ["acknowledged, moved twice", { ...clean, reading: books(40_000) }, "attention possibleDuplicate frozen"],
    ["in doubt, moved twice", { reading: books(40_000) }, "attention possibleDuplicate frozen"],
    ["refused, moved twice", { ...refused, reading: books(40_000) }, "attention possibleDuplicate frozen"],
    ["in doubt, moved three times", { reading: books(50_000) }, "attention possibleDuplicate frozen"],
    ["in doubt, moved by more", { reading: books(35_000) }, "attention movedByOther"],
    ["in doubt, moved by less", { reading: books(25_000) }, "attention movedByOther"],
    ["acknowledged, moved by less", { ...clean, reading: books(25_000) }, "attention movedByOther"],
    ["in doubt, moved backwards", { reading: books(15_000) }, "attention movedBackwards"],
    ["acknowledged, moved backwards", { ...clean, reading: books(15_000) }, "attention movedBackwards"],
    ["refused, moved by exactly this", { ...refused, reading: books(30_000) }, "attention movedByOther"],
    [
      "acknowledged, interest added, moved by exactly this",
      { ...clean, reading: books(30_000, { totalMinor: 101_000 }) },
      "posted confirmed",
    ],
    [
      "acknowledged, repaid moved and remaining did not",
      { ...clean, reading: books(30_000, { remainingMinor: 80_000 }) },
      "wait",
    ],
    [
      "the same contradiction a quarantine later",
      {
        reading: books(30_000, { remainingMinor: 80_000 }),
        earlier: seenBefore(books(30_000, { remainingMinor: 80_000 }), quarantine),
      },
      "attention movedByOther",
    ],
    // Rule 5
    ["acknowledged the whole remainder, gone", { ...clean, ...whole, reading: none }, "posted inferred"],
    ["acknowledged a part, gone", { ...clean, reading: none }, "wait"],
    [
      "acknowledged a part, gone for a quarantine",
      { ...clean, reading: none, earlier: seenBefore(none, quarantine) },
      "attention loanGone",
    ],
    ["in doubt, the whole remainder, gone once", { ...whole, reading: none }, "wait"],
    [
      "in doubt, the whole remainder, gone twice too soon",
      { ...whole, reading: none, earlier: seenBefore(none, quarantine - 1) },
      "wait",
    ],
    [
      "in doubt, the whole remainder, gone for a quarantine",
      { ...whole, reading: none, earlier: seenBefore(none, quarantine) },
      "posted inferred",
    ],
    [
      "in doubt, a part, gone for a quarantine",
      { reading: none, earlier: seenBefore(none, quarantine) },
      "attention loanGone",
    ],
    [
      "refused, the whole remainder, gone for a quarantine",
      { ...refused, ...whole, reading: none, earlier: seenBefore(none, quarantine) },
      "attention loanGone",
    ],
    ["without a balance at the baseline", { baseline: none, reading: books(30_000) }, "attention loanGone"],
    // Rule 6
    ["in doubt, absent once", {}, "absent"],
    ["in doubt, absent twice too soon", { earlier: seenBefore(books(20_000), quarantine - 1) }, "absent"],
    [
      "in doubt, absent for a quarantine",
      { earlier: seenBefore(books(20_000), quarantine) },
      "attention absentTwice",
    ],
    ["in doubt, gone before and absent now", { earlier: seenBefore(none, quarantine) }, "absent"],
    ["acknowledged, absent", { ...clean, acknowledgedForMs: day - 1 }, "absent"],
    [
      "acknowledged, absent for a quarantine",
      { ...clean, earlier: seenBefore(books(20_000), day - 1) },
      "absent",
    ],
    ["acknowledged, absent, too old", { ...clean, acknowledgedForMs: day }, "attention acknowledgedAbsent"],
    // Refusals
    ["refused, absent", refused, "refused"],
    ["refused, gone once", { ...refused, reading: none }, "wait"],
    ["credentials refused, absent", { ...refused, credentials: true }, "held credentials"],
    [
      "credentials refused, moved by exactly this",
      { ...refused, credentials: true, reading: books(30_000) },
      "attention movedByOther",
    ],
    ["settled as refused, absent again", { ...refused, state: "refused" }, "refused"],
    [
      "settled as refused, moved by what this till posted since",
      { ...refused, state: "refused", reading: books(26_000), explainedMinor: 6_000 },
      "refused",
    ],
    [
      "settled as refused, moved by exactly this after all",
      { word: "unconfirmed", state: "refused", reading: books(30_000) },
      "attention movedByOther",
    ],
    ["settled as refused, gone once", { state: "refused", reading: none }, "wait"],
    [
      "settled as refused, gone for a quarantine",
      { state: "refused", reading: none, earlier: seenBefore(none, quarantine) },
      "refused",
    ],
    // Attention that a late booking may still end
    [
      "absent twice, booked late after all",
      { state: "attention", reading: books(30_000) },
      "posted inferred",
    ],
    [
      "acknowledged and absent, booked late after all",
      { state: "attention", word: "acknowledged", reading: books(30_000) },
      "posted inferred",
    ],
    ["absent twice, still absent", { state: "attention", earlier: seenBefore(books(20_000), day) }, "absent"],
  ])("%s: %s", (_, changes, expected) => {
    expect(verdict(changes)).toBe(expected);
  });
});

describe("the confirmation of a payout", () => {
  const payout = { kind: "payout", baseline: none, amountMinor: 500_000 } as const;
  const active = books(0);
  it.each<[what: string, changes: Partial<ReadBackFacts>, expected: string]>([
    ["acknowledged and active", { ...clean, reading: active }, "posted confirmed"],
    ["in doubt and active", { reading: active }, "posted inferred"],
    [
      "acknowledged, active before already",
      { ...clean, baseline: active, reading: active },
      "posted inferred with a note",
    ],
    [
      "in doubt, active before already",
      { baseline: active, reading: active },
      "attention paidOutNotAccepted",
    ],
    ["in doubt, release still allowed", { reading: none, second: release(true) }, "attention absentTwice"],
    ["acknowledged, release still allowed", { ...clean, reading: none, second: release(true) }, "absent"],
    [
      "acknowledged, release still allowed, too old",
      { ...clean, reading: none, second: release(true), acknowledgedForMs: day },
      "attention acknowledgedAbsent",
    ],
    ["in doubt, release not allowed", { reading: none, second: release(false) }, "wait"],
    [
      "in doubt, release not allowed for a quarantine",
      { reading: none, second: release(false), earlier: seenBefore(none, quarantine, release(false)) },
      "attention loanGone",
    ],
    [
      "refused, release still allowed",
      { ...refused, reading: none, second: release(true) },
      "attention paidOutNotAccepted",
    ],
    ["refused and active", { ...refused, reading: active }, "attention paidOutNotAccepted"],
    [
      "credentials refused, release still allowed",
      { ...refused, credentials: true, reading: none, second: release(true) },
      "held credentials",
    ],
    ["credentials refused and active", { ...refused, credentials: true, reading: active }, "posted inferred"],
    ["looked at again, booked late after all", { state: "attention", reading: active }, "posted inferred"],
    [
      "looked at again, still not booked",
      { state: "attention", reading: none, second: release(true) },
      "absent",
    ],
  ])("%s: %s", (_, changes, expected) => {
    expect(verdict({ ...payout, ...changes })).toBe(expected);
  });
});
