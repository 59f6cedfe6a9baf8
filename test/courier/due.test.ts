/** Which items may act now: the order of the queue and who waits for whom, one line a case. */
import { expect, it } from "vitest";
import { type DueFacts, movesDue } from "../../electron/courier/due.ts";
import type { ItemRecord } from "../../electron/journal/outbox/record.ts";
import { itemStateSchema } from "../../shared/outbox.ts";

const reading = { kind: "noActiveLoan", at: "2025-03-21T09:00:00.000Z", clockOffsetMs: 0 } as const;

/** `loan:state/reason`, a payout with a leading `!`; the sequence is the place in the list. */
function item(text: string, index: number): ItemRecord {
  const [loanRef = "", what = ""] = text.replace("!", "").split(":");
  const [state = "", reason = null] = what.split("/");
  return {
    itemId: `${index + 1}`,
    kind: text.startsWith("!") ? "payout" : "repayment",
    captureId: "",
    fieldsDigest: "",
    receiptNo: `no ${index + 1}`,
    providerId: "iute",
    loanRef,
    loanId: null,
    amountMinor: 100,
    currency: "MDL",
    customerDigest: null,
    capturedAt: reading.at,
    capturedBy: "Ana",
    businessDate: "2025-03-21",
    shiftId: "s-1",
    sequence: index + 1,
    state: itemStateSchema.parse(state.replace("*", "")),
    certainty: null,
    reason,
    providerMessage: null,
    refusalPending: false,
    credentialsRefused: reason === "credentials!",
    waived: [],
    booksSeen: null,
    attempts: [],
    readings: state.endsWith("*") ? [reading] : [],
    nextAt: null,
    givenBack: false,
    notes: [],
    since: reading.at,
  };
}

const free: DueFacts = {
  isBusy: () => false,
  isDue: () => true,
  isFrozen: () => false,
  isStopped: () => false,
  wantsSecondAbsence: () => true,
};
const waiting = (...ids: string[]) => ({ isDue: (one: ItemRecord) => !ids.includes(one.itemId) });

it.each<[queue: string, facts: Partial<DueFacts>, moves: string]>([
  ["a:queued a:queued b:queued", {}, "send 1, send 3"],
  ["a:queued b:queued !c:queued", {}, "send 3, send 1, send 2"],
  ["a:held/noActiveLoan !a:queued", {}, "send 2"],
  ["a:queued b:unconfirmed !c:unconfirmed", {}, "readBack 3, readBack 2, send 1"],
  ["a:sending a:queued", {}, ""],
  ["a:acknowledged a:queued", {}, "readBack 1"],
  ["a:acknowledged* a:queued", {}, "hold 2 earlierDoubt, readBack 1"],
  ["a:unconfirmed a:queued", waiting("1"), "hold 2 earlierDoubt"],
  ["a:attention/movedByOther a:queued b:queued", {}, "hold 2 earlierDoubt, send 3"],
  ["a:attention/absentTwice", {}, "readBack 1"],
  ["a:attention/possibleDuplicate", {}, ""],
  ["a:held/earlierDoubt a:queued", {}, "send 1"],
  ["a:queued a:queued", waiting("1"), ""],
  ["a:held/moreThanOwed a:queued", {}, "send 2"],
  ["a:held/otherCustomer a:queued", {}, "send 2"],
  ["a:held/unreadableBalance a:queued", waiting("1"), "send 2"],
  ["a:held/clock", {}, "send 1"],
  // Whatever failed a moment ago waits its time, or the lender would be asked without end.
  ...["clock", "credentials", "earlierDoubt", "loanFrozen", "noActiveLoan", "unreadableBalance"].map(
    (reason): [string, Partial<DueFacts>, string] => [`a:held/${reason}`, waiting("1"), ""],
  ),
  ["a:queued b:queued", { isFrozen: (_, loanRef) => loanRef === "a" }, "hold 1 loanFrozen, send 2"],
  ["a:held/loanFrozen a:held/loanFrozen", { isFrozen: () => true }, ""],
  ["a:held/loanFrozen", {}, "send 1"],
  ["a:queued b:unconfirmed", { isStopped: () => true }, ""],
  ["a:queued a:queued", { isBusy: (one) => one.loanRef === "a" }, ""],
  ["a:refused", {}, "readBack 1"],
  ["a:refused", { wantsSecondAbsence: () => false }, ""],
  ["a:refused a:queued", waiting("1"), "send 2"],
])("%s: %s", (queue, facts, moves) => {
  const found = movesDue(queue.split(" ").map(item), { ...free, ...facts });
  expect(
    found
      .map((move) => `${move.do} ${move.item.itemId}${move.do === "hold" ? ` ${move.reason}` : ""}`)
      .join(", "),
  ).toBe(moves);
});

it("with new credentials the refused item is read back before anything else of its provider goes", () => {
  const refused = { ...item("a:unconfirmed", 0), credentialsRefused: true };
  const queued = item("b:queued", 1);
  const names = (facts: Partial<DueFacts>) =>
    movesDue([refused, queued], { ...free, ...facts }).map((move) => `${move.do} ${move.item.itemId}`);
  expect(names({})).toEqual(["readBack 1"]);
  // It could not be read just now: the others need not wait for that.
  expect(names(waiting("1"))).toEqual(["send 2"]);
  const held = { ...refused, state: "held" as const, reason: "credentials" };
  expect(movesDue([held, queued], free).map((move) => move.item.itemId)).toEqual(["2"]);
});
