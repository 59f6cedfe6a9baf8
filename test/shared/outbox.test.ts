/** The vocabulary of the queue, as it is read back from outside: exactly its words, exactly whole minor units. */
import { describe, expect, it } from "vitest";
import { errorCodes } from "../../shared/errors.ts";
import {
  attentionReasonSchema,
  certaintySchema,
  evidenceSchema,
  heldReasonSchema,
  itemStateSchema,
  outboxItemSchema,
  outcomeWordSchema,
  readingSchema,
  wireRecordSchema,
} from "../../shared/outbox.ts";

const at = "2026-11-26T08:00:00.000Z";
const books = {
  kind: "loan",
  at,
  repaidMinor: 109_568,
  remainingMinor: 547_840,
  totalMinor: 657_408,
  instalments: [{ number: 1, dueDate: "2018-07-26", totalMinor: 109_568, toBePaidMinor: 0 }],
  customerDigest: "d".repeat(64),
  clockOffsetMs: null,
};
const wire = {
  startedAt: at,
  durationMs: 12,
  phase: "done",
  bytesLeft: true,
  failure: null,
  status: 200,
  contentType: null,
  bodyBytes: 0,
  clockOffsetMs: -250,
};
const item = {
  itemId: "item-1",
  kind: "repayment",
  providerId: "iute",
  loanRef: "90000",
  amountMinor: 109_568,
  currency: "MDL",
  receiptNo: "kishinev-1-i1-1",
  capturedAt: at,
  capturedBy: "Ana",
  businessDate: "2026-11-26",
  shiftId: "s-1",
  state: "posted",
  certainty: "confirmed",
  attempts: 1,
  cashToReturn: false,
  givenBack: false,
  decisions: [],
  evidence: {
    attempts: [
      {
        attemptId: "a-1",
        armedAt: at,
        baseline: books,
        outcome: "acknowledged",
        answeredAt: at,
        wire,
        message: null,
      },
    ],
    readings: [books],
    next: null,
    notes: [],
  },
};

describe("the words", () => {
  it.each([
    [itemStateSchema, "queued held sending acknowledged unconfirmed posted refused attention voided"],
    [certaintySchema, "confirmed inferred byHand"],
    [outcomeWordSchema, "notSent acknowledged refused unconfirmed"],
    [
      heldReasonSchema,
      "earlierDoubt noActiveLoan otherCustomer moreThanOwed clock cap credentials unreadableBalance loanFrozen sendingOff carriedOut",
    ],
    [
      attentionReasonSchema,
      "possibleDuplicate movedByOther movedBackwards absentTwice acknowledgedAbsent loanGone paidOutNotAccepted handOverUnknown",
    ],
  ])("are these and no others", (schema, words) => {
    expect(schema.options).toEqual(words.split(" "));
    for (const stranger of ["", "Posted", "failed", "sent"])
      expect(schema.safeParse(stranger).success).toBe(false);
  });

  it("each error has one code", () => {
    expect(new Set(errorCodes).size).toBe(errorCodes.length);
  });
});

describe("a reading of the books", () => {
  it.each([
    ["a loan", books, true],
    ["no active loan", { kind: "noActiveLoan", at, clockOffsetMs: 0 }, true],
    ["a release check", { kind: "release", at, allowed: false, clockOffsetMs: null }, true],
    ["half a minor unit", { ...books, repaidMinor: 0.5 }, false],
    ["an amount in words", { ...books, repaidMinor: "109568" }, false],
    ["not a number", { ...books, remainingMinor: Number.NaN }, false],
    ["beyond exactness", { ...books, totalMinor: 2 ** 60 }, false],
    ["no customer", { ...books, customerDigest: undefined }, false],
    ["no kind", { ...books, kind: undefined }, false],
    ["a release check without its answer", { kind: "release", at, clockOffsetMs: null }, false],
  ])("%s: %#", (_what, value, fits) => {
    expect(readingSchema.safeParse(value).success).toBe(fits);
  });
});

describe("an item", () => {
  it("comes back as it went in", () => {
    expect(outboxItemSchema.parse(JSON.parse(JSON.stringify(item)))).toEqual(item);
  });

  it.each([
    ["an unknown state", { state: "sent" }],
    ["an unknown certainty", { certainty: "sure" }],
    ["half a minor unit", { amountMinor: 1.5 }],
    ["an unknown decision", { decisions: ["forget"] }],
    ["no evidence", { evidence: undefined }],
  ])("%s is refused", (_what, change) => {
    expect(outboxItemSchema.safeParse({ ...item, ...change }).success).toBe(false);
  });

  it("evidence names what happens next, or says that a person has to act", () => {
    const evidence = { ...item.evidence, next: { action: "send", at: null } };
    expect(evidenceSchema.safeParse(evidence).success).toBe(true);
    expect(evidenceSchema.safeParse({ ...evidence, next: { action: "retry", at: null } }).success).toBe(
      false,
    );
    expect(evidenceSchema.safeParse({ ...evidence, next: undefined }).success).toBe(false);
  });

  it.each([
    ["a fraction of a millisecond", { durationMs: 1.5 }],
    ["an unknown phase", { phase: "sending" }],
    ["no word about whether bytes left", { bytesLeft: undefined }],
  ])("a wire record with %s is refused", (_what, change) => {
    expect(wireRecordSchema.safeParse(wire).success).toBe(true);
    expect(wireRecordSchema.safeParse({ ...wire, ...change }).success).toBe(false);
  });
});
