// What a difference looks like, for the one who counts again.
import { expect, it } from "vitest";
import { countHintOf } from "../../electron/desks/till/countHint.ts";

const note = (denominationMinor: number, pieces: number) => ({ denominationMinor, pieces });

it.each([
  ["is right", [note(10_000, 12)], 120_000, null],
  [
    "ten times too many pieces of one kind",
    [note(10_000, 120), note(500, 3)],
    121_500,
    "piecesTenTimes 10000 108",
  ],
  [
    "ten times too few pieces of one kind",
    [note(10_000, 1), note(500, 30)],
    115_000,
    "piecesTenTimes 10000 -9",
  ],
  ["all of it ten times", [note(1, 1_234_560)], 123_456, "piecesTenTimes 1 1111104"],
  ["about ten times, with some coins besides", [note(100_000, 12), note(50, 1)], 120_000, "tenTimes"],
  ["a tenth of it", [note(1_000, 12), note(50, 3)], 122_000, "tenTimes"],
  [
    "two digits of the pieces changed places",
    [note(2_000, 21), note(100, 4)],
    24_400,
    "swappedDigits 2000 9",
  ],
  ["two digits of the sum changed places", [note(1, 132_456)], 123_456, "swappedDigits 1 9000"],
  ["one note too few", [note(5_000, 7), note(100, 20)], 42_000, "denomination 5000 -1"],
  ["a bundle of coins too many", [note(7_000, 7), note(100, 150)], 54_000, "denomination 100 100"],
  ["nothing in particular", [note(5_000, 7), note(100, 20)], 36_937, null],
  ["an empty drawer that should hold something", [], 10_000, null],
  ["something in a drawer that should be empty", [note(700, 1)], 0, "denomination 700 1"],
] as const)("%s", (_what, counts, expectedMinor, wanted) => {
  const countedMinor = counts.reduce((sum, line) => sum + line.denominationMinor * line.pieces, 0);
  const found = countHintOf([...counts], countedMinor, expectedMinor);
  const said =
    found === null
      ? null
      : [found.kind, found.denominationMinor, found.pieces].filter((part) => part !== null).join(" ");
  expect(said).toBe(wanted);
});
