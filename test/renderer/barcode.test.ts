// A barcode reader's burst of keys against a person's typing, and what was read.
import { describe, expect, it } from "vitest";
import { endOfBurst, noBurst, readScan, withKey } from "../../renderer/app/barcode.ts";

/** Types the letters with this many milliseconds between them; gives what Enter then ends. */
function typed(text: string, gapMs: number, enterAfterMs = gapMs): string | null {
  let at = 1_000;
  let burst = noBurst;
  for (const key of text) {
    at += gapMs;
    burst = withKey(burst, key, at);
  }
  return endOfBurst(burst, at + enterAfterMs);
}

describe("a burst", () => {
  it.each([
    ["a reader's keys", typed("80001", 8), "80001"],
    ["a slow reader's keys", typed("80001", 50), "80001"],
    ["a person's keys", typed("80001", 90), null],
    ["a reader's keys and a person's Enter", typed("80001", 8, 300), null],
    ["too few letters", typed("80", 8), null],
    ["nothing", endOfBurst(noBurst, 1_000), null],
  ])("%s", (_name, found, expected) => expect(found).toBe(expected));

  it("begins anew after a pause: what a person typed before is no part of it", () => {
    let burst = withKey(noBurst, "x", 1_000);
    burst = withKey(burst, "1", 1_400);
    burst = withKey(burst, "2", 1_410);
    burst = withKey(burst, "3", 1_420);
    expect(endOfBurst(burst, 1_430)).toBe("123");
  });

  it("never grows without end", () => {
    expect(typed("7".repeat(500), 1)).toHaveLength(120);
  });
});

describe("what was read", () => {
  it.each([
    ["80001", { what: "loan", loanRef: "80001" }],
    [" 80001 ", { what: "loan", loanRef: "80001" }],
    ["CF:PostOffice12-3-a1b2c3-17", { what: "receipt", receiptNo: "PostOffice12-3-a1b2c3-17" }],
    ["CFÖPostOffice12-3-a1b2c3-17", { what: "receipt", receiptNo: "PostOffice12-3-a1b2c3-17" }],
    ["cf;P-1", { what: "receipt", receiptNo: "P-1" }],
    ["080001", { what: "unknown", text: "080001" }],
    ["1234567890123456789", { what: "unknown", text: "1234567890123456789" }],
    ["CFA:90001:2/3:1:7F3A", { what: "agreement", loanRef: "90001" }],
    ["CFAÖ90001Ö2-3Ö1Ö7F3A", { what: "agreement", loanRef: "90001" }],
    ["CF:test", { what: "testPage" }],
    ["CFAB-1", { what: "unknown", text: "CFAB-1" }],
    ["I45612378K", { what: "unknown", text: "I45612378K" }],
  ])("%s", (text, expected) => expect(readScan(text)).toEqual(expected));
});
