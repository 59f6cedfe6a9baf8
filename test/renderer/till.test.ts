// What the till's screens decide by themselves: who sees sums before the count, and where a step stands in the day's picture.
import { describe, expect, it } from "vitest";
import { sumsAreHidden } from "../../renderer/till/blind.ts";
import { dayMarks, markOf, markShapes } from "../../renderer/till/dayMarks.ts";
import { hourTicks, roundTop, scaleBetween } from "../../renderer/till/dayScale.ts";
import { faceOf } from "../../renderer/till/faces.ts";
import { countAsFields, countFromFields } from "../../renderer/till/typedCount.ts";

describe("blind counting hides the sums", () => {
  const counting = { open: true, blindCount: true, countStands: false };
  it.each([
    ["a cashier before the count", counting, "cashier", true],
    ["a cashier after it", { ...counting, countStands: true }, "cashier", false],
    ["a supervisor before it", counting, "supervisor", false],
    ["an administrator before it", counting, "admin", false],
    ["a cashier whose office does not count blind", { ...counting, blindCount: false }, "cashier", false],
    ["a cashier at a closed till", { ...counting, open: false }, "cashier", false],
  ] as const)("%s", (_who, status, role, hidden) => expect(sumsAreHidden(status, role)).toBe(hidden));
});

describe("a count that is being typed", () => {
  const count = { pieces: { 1000000: "3", 500: "x" }, other: "12,5" };

  it("comes back as it was typed, mistakes included", () => {
    expect(countFromFields(countAsFields(count, "shift-1"), "shift-1")).toEqual(count);
  });

  it("is of one shift: another one's is not offered", () => {
    expect(countFromFields(countAsFields(count, "shift-1"), "shift-2")).toBeNull();
    expect(countFromFields({}, "shift-1")).toBeNull();
  });

  it("is nothing where every field was emptied again", () => {
    expect(
      countFromFields(countAsFields({ pieces: { 500: " " }, other: "" }, "shift-1"), "shift-1"),
    ).toBeNull();
  });
});

describe("the day's picture", () => {
  it.each([
    [0, 1],
    [1, 1],
    [5_490_000, 6_000_000],
    [1_000_000, 1_000_000],
    [1_000_001, 1_200_000],
    [9_999_999, 10_000_000],
  ])("an axis up to %i ends at %i", (value, top) => expect(roundTop(value)).toBe(top));

  it("puts the least and the most at the ends, and a single value in the middle", () => {
    const scale = scaleBetween(100, 300, 0, 20);
    expect([scale(100), scale(200), scale(300)]).toEqual([0, 10, 20]);
    expect(scaleBetween(5, 5, 0, 20)(5)).toBe(10);
  });

  it("names full hours only, and not so many that they touch", () => {
    const at = (hour: number, minute: number) => new Date(2026, 10, 26, hour, minute).getTime();
    expect(hourTicks(at(8, 20), at(11, 5), 10)).toEqual([at(9, 0), at(10, 0), at(11, 0)]);
    expect(hourTicks(at(8, 20), at(8, 50), 10)).toEqual([]);
    expect(hourTicks(at(0, 0), at(23, 0), 8)).toHaveLength(8);
  });

  it.each([
    ["till.opened", "shift"],
    ["till.closed", "shift"],
    ["repayment.captured", "repayment"],
    ["payout.handedOver", "payout"],
    ["till.transferred", "other"],
    ["item.givenBack", "other"],
  ])("%s is marked as %s", (kind, mark) => expect(markOf(kind)).toBe(mark));

  it("gives each mark a shape of its own", () =>
    expect(new Set(dayMarks.map((mark) => markShapes[mark])).size).toBe(dayMarks.length));
});

it.each([
  [1_000_000, "en", "10,000"],
  [50, "en", "0.50"],
  [100_000, "ro", "1.000"],
])("a note of %i in %s is called %s", (minor, language, face) => expect(faceOf(minor, language)).toBe(face));
