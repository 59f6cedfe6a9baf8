// What Ctrl+K finds by typing: one line for a receipt, however many entries tell of it.
import { describe, expect, it } from "vitest";
import { newestOfEach } from "../../renderer/app/useFindings.ts";

/** The journal answers newest first. */
const found = [
  { sequence: 44, receiptNo: "Tirana-3-2" },
  { sequence: 43, receiptNo: "Tirana-3-2" },
  { sequence: 42, receiptNo: null },
  { sequence: 41, receiptNo: "Tirana-3-1" },
  { sequence: 40, receiptNo: "Tirana-3-2" },
];

describe("the entries of one receipt", () => {
  it("stand once, by their newest", () => {
    expect(newestOfEach(found).map(({ sequence }) => sequence)).toEqual([44, 41]);
  });

  it("and what has no receipt has no line", () => {
    expect(newestOfEach([{ sequence: 42, receiptNo: null }])).toEqual([]);
  });
});
