// How much one call may carry.
import { expect, test } from "vitest";
import { payloadFits } from "../../shared/payloadSize.ts";

const MB = 1024 * 1024;

function nested(depth: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < depth; level += 1) value = { value };
  return value;
}

function circle(): unknown {
  const value: Record<string, unknown> = {};
  value.self = value;
  return value;
}

const cases: [what: string, call: string, payload: unknown, fits: boolean][] = [
  ["nothing", "till.status", undefined, true],
  ["a form", "till.move", { direction: "in", amountMinor: 1, reason: "Float" }, true],
  ["25 MB of bytes", "documents.import", { name: "a", bytes: new Uint8Array(25 * MB) }, true],
  ["a byte more", "documents.import", { name: "a", bytes: new Uint8Array(25 * MB + 1) }, false],
  [
    "bytes in two parts",
    "documents.import",
    { a: new ArrayBuffer(13 * MB), b: new Uint8Array(13 * MB) },
    false,
  ],
  ["a megabyte of text", "drafts.save", "x".repeat(MB), true],
  ["a letter more", "drafts.save", "x".repeat(MB + 1), false],
  ["long keys", "drafts.save", { ["k".repeat(MB + 1)]: 1 }, false],
  ["pictures in a registration", "customers.onboard", { idFront: "x".repeat(3 * MB) }, true],
  ["the same elsewhere", "loans.apply", { idFront: "x".repeat(3 * MB) }, false],
  ["too many values", "outbox.list", Array.from({ length: 200_000 }, () => 1), false],
  ["a deep nest", "outbox.list", nested(50_000), true],
  ["a circle", "outbox.list", circle(), false],
  ["text in a map", "outbox.list", new Map([["a", "x".repeat(2 * MB)]]), false],
  ["text in a set", "outbox.list", new Set(["x".repeat(2 * MB)]), false],
];

test.each(cases)("%s", (_what, call, payload, fits) => {
  expect(payloadFits(call, payload)).toBe(fits);
});
