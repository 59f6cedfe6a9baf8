// Which instalments a payment covers, beside what was taken here and is not in the lender's books yet.
import { describe, expect, it } from "vitest";
import { coverageOf } from "../../renderer/repayments/coverage.ts";

const plan = [
  { number: 3, dueDate: "2027-01-26", totalMinor: 40_000, toBePaidMinor: 40_000 },
  { number: 1, dueDate: "2026-11-26", totalMinor: 40_000, toBePaidMinor: 0 },
  { number: 2, dueDate: "2026-12-26", totalMinor: 40_000, toBePaidMinor: 30_000 },
];

/** "number:pending+covers=left" for each open instalment. */
function lines(amountMinor: number, pendingMinor: number): string[] {
  return coverageOf(plan, amountMinor, pendingMinor).open.map(
    ({ number, pendingMinor: pending, coversMinor, leftMinor }) =>
      `${number}:${pending}+${coversMinor}=${leftMinor}`,
  );
}

describe("what a payment covers", () => {
  it.each([
    [0, 0, ["2:0+0=30000", "3:0+0=40000"]],
    [30_000, 0, ["2:0+30000=0", "3:0+0=40000"]],
    [35_000, 0, ["2:0+30000=0", "3:0+5000=35000"]],
    [10_000, 30_000, ["2:30000+0=0", "3:0+10000=30000"]],
    [30_000, 10_000, ["2:10000+20000=0", "3:0+10000=30000"]],
    [90_000, 0, ["2:0+30000=0", "3:0+40000=0"]],
  ])("%i with %i pending", (amountMinor, pendingMinor, expected) =>
    expect(lines(amountMinor, pendingMinor)).toEqual(expected),
  );

  it("counts what is paid, what it completes and what no instalment takes", () => {
    expect(coverageOf(plan, 90_000, 0)).toMatchObject({ paidBefore: 1, completes: 2, aboveMinor: 20_000 });
    expect(coverageOf(plan, 29_999, 0)).toMatchObject({ completes: 0, aboveMinor: 0 });
    // Completed by what was taken before: not this payment's doing.
    expect(coverageOf(plan, 100, 30_000)).toMatchObject({ completes: 0, aboveMinor: 0 });
  });

  it("never loses or makes a cent", () => {
    for (let amountMinor = 0; amountMinor <= 100_000; amountMinor += 7_919) {
      for (let pendingMinor = 0; pendingMinor <= 80_000; pendingMinor += 13_337) {
        const { open, aboveMinor } = coverageOf(plan, amountMinor, pendingMinor);
        const covered = open.reduce((sum, { coversMinor }) => sum + coversMinor, 0);
        expect(covered + aboveMinor).toBe(amountMinor);
        for (const one of open)
          expect(one.pendingMinor + one.coversMinor + one.leftMinor).toBe(one.toBePaidMinor);
      }
    }
  });

  it("a loan without instalments takes nothing", () => {
    expect(coverageOf([], 500, 0)).toEqual({ open: [], paidBefore: 0, completes: 0, aboveMinor: 500 });
  });
});
