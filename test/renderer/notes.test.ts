// The notes and coins that are proposed for counting out.
import { describe, expect, it } from "vitest";
import { notesFor } from "../../renderer/payout/notes.ts";

const pieces = (amountMinor: number, currency: string) =>
  notesFor(amountMinor, currency).lines.map((line) => `${line.pieces}×${line.denominationMinor / 100}`);

describe("notes to hand over", () => {
  it.each([
    [4_567_000, "ALL", ["4×10000", "1×5000", "1×500", "1×100", "1×50", "1×20"], 0],
    [109_568, "MDL", ["1×1000", "1×50", "2×20", "1×5", "1×0.5", "1×0.1", "1×0.05"], 3],
    [300, "MKD", ["1×2", "1×1"], 0],
    [0, "EUR", [], 0],
    [10_001, "ALL", ["1×100"], 1],
    // No notes of this currency are known here: all of it is rest, and nothing is made up.
    [5_000, "XYZ", [], 5_000],
  ])("%i %s", (amountMinor, currency, expected, restMinor) => {
    expect(pieces(amountMinor, currency)).toEqual(expected);
    expect(notesFor(amountMinor, currency).restMinor).toBe(restMinor);
  });

  it("each line says the sum that lies there once it is counted out; the last one is the amount without the rest", () => {
    const { lines, restMinor } = notesFor(109_568, "MDL");
    let sum = 0;
    for (const line of lines) {
      sum += line.denominationMinor * line.pieces;
      expect(line.countedMinor).toBe(sum);
    }
    expect(sum + restMinor).toBe(109_568);
  });
});
