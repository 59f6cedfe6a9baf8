// The notes proposed for a payout make up exactly its amount, and what no coin makes is said.
import { expect, test } from "vitest";
import { notesFor } from "../../renderer/payout/notes.ts";

test.each([
  ["ALL", 12_500_00, "1x10000 1x2000 1x500", 0],
  ["ALL", 12_503_50, "1x10000 1x2000 1x500", 3_50],
  ["MDL", 4_321_35, "4x1000 1x200 1x100 1x20 1x1 1x0.25 1x0.1", 0],
  ["EUR", 1_99, "1x1 1x0.5 2x0.2 1x0.05 2x0.02", 0],
  ["XYZ", 100_00, "", 100_00],
])("%s %i: %s", (currency, amountMinor, expected, restMinor) => {
  const notes = notesFor(amountMinor, currency);
  const said = notes.lines.map(({ pieces, denominationMinor }) => `${pieces}x${denominationMinor / 100}`);
  expect(said.join(" ")).toBe(expected);
  expect(notes.restMinor).toBe(restMinor);
  expect(notes.lines.at(-1)?.countedMinor ?? 0).toBe(amountMinor - restMinor);
});
