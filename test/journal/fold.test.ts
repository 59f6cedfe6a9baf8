/** The state machine of an item on a real journal: what each row leads to, and every step that the rules forbid. */
import { describe, expect, it } from "vitest";
import type { Journal } from "../../electron/journal/contract.ts";
import type { ItemRecord } from "../../electron/journal/outbox/record.ts";
import { IllegalStep } from "../../electron/journal/outbox/step.ts";
import { readItem } from "../../electron/journal/projections/outbox.ts";
import type { RowDraft } from "../../electron/journal/rows.ts";
import { storedRows } from "../../electron/journal/storedRows.ts";
import { captured, workDay } from "./dayRows.ts";
import { handedOver, onePayout } from "./payouts.ts";
import {
  answered,
  armed,
  givenBack,
  held,
  interrupted,
  readBack,
  released,
  resolved,
  voided,
} from "./steps.ts";
import { newTill } from "./till.ts";

const system = { actor: "system" };
const eva = { actor: "Eva" };

async function journalWith(story: readonly RowDraft[]): Promise<Journal> {
  const till = await newTill({ twin: false });
  const journal = till.open();
  workDay(journal, 1);
  journal.write(({ append }) => story.map((draft) => append(draft)));
  return journal;
}

function stateOf(item: ItemRecord | null): string {
  if (item === null) return "none";
  return [item.state, item.certainty ?? item.reason].filter((word) => word !== null).join("/");
}

const sent = [armed(1), answered(1, "unconfirmed")];
const refused = [armed(1), answered(1, "refused")];
const badCredentials = [armed(1), answered(1, "refused", {}, true)];
const absent = [...sent, readBack("absentTwice")];

describe("each row leads on", () => {
  it.each<[state: string, story: RowDraft[]]>([
    ["queued", []],
    ["held/cap", [held("cap")]],
    ["held/clock", [held("cap"), held("clock")]],
    ["queued", [held("noActiveLoan"), released()]],
    ["sending", [armed(1)]],
    ["queued", [armed(1), answered(1, "notSent")]],
    ["sending", [armed(1), answered(1, "notSent"), armed(2)]],
    ["acknowledged", [armed(1), answered(1, "acknowledged")]],
    ["acknowledged", [armed(1), answered(1, "acknowledged"), readBack("wait")]],
    ["posted/confirmed", [armed(1), answered(1, "acknowledged"), readBack("confirmed")]],
    ["unconfirmed", sent],
    ["unconfirmed", [armed(1), interrupted(1)]],
    ["unconfirmed", [...sent, readBack("wait")]],
    ["posted/inferred", [...sent, readBack("inferred")]],
    ["attention/absentTwice", absent],
    ["attention/possibleDuplicate", [...sent, readBack("possibleDuplicate")]],
    ["posted/inferred", [...absent, readBack("inferred")]],
    ["queued", [...absent, resolved("sendAgain")]],
    ["sending", [...absent, resolved("sendAgain"), armed(2)]],
    ["posted/byHand", [...absent, resolved("posted")]],
    ["refused", [...absent, resolved("notPosted")]],
    ["unconfirmed", refused],
    ["refused", [...refused, readBack("refused")]],
    ["posted/inferred", [...refused, readBack("refused"), readBack("inferred")]],
    ["attention/movedByOther", [...refused, readBack("refused"), readBack("movedByOther")]],
    ["held/credentials", [...badCredentials, readBack("held:credentials")]],
    ["queued", [...badCredentials, readBack("held:credentials"), released(eva)]],
    ["voided", [voided()]],
    ["voided", [held("otherCustomer"), voided()]],
    ["voided", [armed(1), answered(1, "notSent"), voided()]],
  ])("%s: story %#", async (state, story) => {
    const journal = await journalWith(story);
    expect(stateOf(readItem(journal.sql, "item-1"))).toBe(state);
    expect(journal.verify().ok).toBe(true);
  });
});

describe("forbidden, and nothing of it is committed", () => {
  const nothingLeft = "of which no byte ever left";
  it.each<[what: string, story: RowDraft[], step: RowDraft, rule: string]>([
    ["the same item captured twice", [], captured(1, 10_000), "captured once"],
    ["an unknown item armed", [], armed(1, { itemId: "item-9" }), "captured before anything happens"],
    ["armed twice", [armed(1)], armed(2), "armed from the queue only"],
    ["armed while held", [held("cap")], armed(1), "armed from the queue only"],
    ["armed again after a time-out", sent, armed(2), "armed from the queue only"],
    [
      "armed again after a clean answer",
      [armed(1), answered(1, "acknowledged")],
      armed(2),
      "armed from the queue only",
    ],
    [
      "armed again after one absent reading",
      [...sent, readBack("wait")],
      armed(2),
      "armed from the queue only",
    ],
    ["armed again after two absent readings", absent, armed(2), "armed from the queue only"],
    ["armed after a crash", [armed(1), interrupted(1)], armed(2), "armed from the queue only"],
    ["armed after it was withdrawn", [voided()], armed(1), "armed from the queue only"],
    ["an attempt number left out", [], armed(2), "numbered without gaps"],
    ["an attempt number used twice", [armed(1), answered(1, "notSent")], armed(1), "numbered without gaps"],
    [
      "an attempt's id used twice",
      [armed(1), answered(1, "notSent")],
      armed(2, {}, "item-1-attempt-1"),
      "sent at most once, ever",
    ],
    ["an answer to nothing", [], answered(1, "acknowledged"), "the attempt that is being sent"],
    [
      "an answer to another attempt",
      [armed(1)],
      answered(2, "acknowledged"),
      "the attempt that is being sent",
    ],
    [
      "a second answer",
      [armed(1), answered(1, "acknowledged")],
      answered(1, "notSent"),
      "the attempt that is being sent",
    ],
    [
      "an answer after a crash",
      [armed(1), interrupted(1)],
      answered(1, "notSent"),
      "the attempt that is being sent",
    ],
    ["an interruption of nothing", [], interrupted(1), "only an attempt under way"],
    ["an interruption after the answer", sent, interrupted(1), "only an attempt under way"],
    ["a read-back of what was never sent", [], readBack("inferred"), "may have reached the lender"],
    ["a read-back while it is being sent", [armed(1)], readBack("inferred"), "may have reached the lender"],
    [
      "a read-back of what is posted",
      [...sent, readBack("inferred")],
      readBack("inferred"),
      "may have reached the lender",
    ],
    ["refused after a mere doubt", sent, readBack("refused"), "only a documented refusal"],
    [
      "refused after a clean answer",
      [armed(1), answered(1, "acknowledged")],
      readBack("refused"),
      "only a documented refusal",
    ],
    ["back to waiting after a doubt", sent, readBack("held:credentials"), "only what the lender refused"],
    [
      "back to waiting after a clean answer",
      [armed(1), answered(1, "acknowledged")],
      readBack("held:credentials"),
      "only what the lender refused",
    ],
    [
      "back to waiting once it is settled",
      [...refused, readBack("refused")],
      readBack("held:credentials"),
      "only what the lender refused",
    ],
    [
      "released by the program after a refusal",
      [...badCredentials, readBack("held:credentials")],
      released(system),
      "by a person only",
    ],
    ["held while it is being sent", [armed(1)], held("cap"), "not under way"],
    ["held while it is in doubt", sent, held("cap"), "not under way"],
    ["released while it is not held", [], released(), "only a held item"],
    ["sent again while in doubt", sent, resolved("sendAgain"), "what may still be booked"],
    [
      "sent again after one absent reading",
      [...sent, readBack("wait")],
      resolved("sendAgain"),
      "what may still be booked",
    ],
    [
      "sent again after a clean answer",
      [armed(1), answered(1, "acknowledged")],
      resolved("sendAgain"),
      "what may still be booked",
    ],
    ["decided while it is being sent", [armed(1)], resolved("notPosted"), "open items only"],
    ["decided once it is posted", [...sent, readBack("inferred")], resolved("notPosted"), "open items only"],
    ["decided once it is withdrawn", [voided()], resolved("posted"), "open items only"],
    ["decided by the program", absent, resolved("sendAgain", system), "only a person"],
    [
      "another reference after it was sent",
      absent,
      resolved("sendAgain", eva, "4711"),
      "stays as it was sent",
    ],
    ["withdrawn while it is being sent", [armed(1)], voided(), nothingLeft],
    ["withdrawn while in doubt", sent, voided(), nothingLeft],
    ["withdrawn after two absent readings", absent, voided(), nothingLeft],
    ["withdrawn after it was sent once", [...absent, resolved("sendAgain")], voided(), nothingLeft],
    ["withdrawn by the program", [], voided(system), "only a person"],
    ["given back while queued", [], givenBack(2), "given back once"],
    ["given back while in doubt", absent, givenBack(2), "given back once"],
    ["given back once it is posted", [...sent, readBack("inferred")], givenBack(2), "given back once"],
    ["given back twice", [voided(), givenBack(2)], givenBack(3), "given back once"],
    ["given back by the program", [voided()], givenBack(2, "s-1", system), "a person gives cash back"],
    ["given back outside of a shift", [voided()], givenBack(2, null), "in an open shift"],
    [
      "sent again though its cash was given back",
      [...refused, readBack("refused"), givenBack(2), readBack("movedByOther")],
      resolved("sendAgain"),
      "never sent again",
    ],
  ])("%s", async (_what, story, step, rule) => {
    const journal = await journalWith(story);
    const before = [...storedRows(journal.sql)];
    const item = readItem(journal.sql, "item-1");
    expect(() => journal.write(({ append }) => append(step))).toThrow(IllegalStep);
    expect(() => journal.write(({ append }) => append(step))).toThrow(rule);
    expect([...storedRows(journal.sql)]).toEqual(before);
    expect(readItem(journal.sql, "item-1")).toEqual(item);
  });

  it("cash that was taken outside of a shift", async () => {
    const journal = await journalWith([]);
    const draft = { ...captured(2, 100), shiftId: null };
    expect(() => journal.write(({ append }) => append(draft))).toThrow("only in an open shift");
  });

  it.each([
    [1, "receipt_no"],
    [3, "leaves a gap after 1"],
  ])("receipt number %i after 1", async (number, rule) => {
    const journal = await journalWith([]);
    const draft = captured(2, 100);
    if (draft.kind !== "repayment.captured") throw new Error("A capture.");
    const payload = { ...draft.payload, receiptNo: `kishinev-1-i1-${number}` };
    expect(() => journal.write(({ append }) => append({ ...draft, payload }))).toThrow(rule);
    journal.write(({ append }) => append(captured(2, 100)));
    expect(journal.head().entries).toBe(4);
  });

  it("one captureId for two items", async () => {
    const journal = await journalWith([]);
    const draft = captured(2, 100);
    if (draft.kind !== "repayment.captured") throw new Error("A capture.");
    const payload = { ...draft.payload, captureId: "capture-1" };
    expect(() => journal.write(({ append }) => append({ ...draft, payload }))).toThrow("capture_id");
    expect(journal.head().entries).toBe(3);
  });
});

describe("rule 3: one open operation for a loan", () => {
  /** A second payment of the same loan. */
  function second(): RowDraft {
    const draft = captured(2, 10_000);
    if (draft.kind !== "repayment.captured") throw new Error("A capture.");
    return { ...draft, payload: { ...draft.payload, loanRef: "1001" } };
  }
  const two = { itemId: "item-2" };

  it.each<[state: string, story: RowDraft[]]>([
    ["sending", [armed(1)]],
    ["acknowledged", [armed(1), answered(1, "acknowledged")]],
    ["unconfirmed", sent],
    ["attention", absent],
  ])("while one is %s, no other of its loan is armed", async (_state, story) => {
    const journal = await journalWith([...story, second()]);
    expect(() => journal.write(({ append }) => append(armed(1, two)))).toThrow("rule 3: item-1");
    expect(stateOf(readItem(journal.sql, "item-2"))).toBe("queued");
  });

  it.each<[state: string, story: RowDraft[]]>([
    ["queued", []],
    ["held", [held("moreThanOwed")]],
    ["posted", [...sent, readBack("inferred")]],
    ["refused", [...refused, readBack("refused")]],
    ["voided", [voided()]],
  ])("one that is %s blocks nobody", async (_state, story) => {
    const journal = await journalWith([...story, second(), armed(1, two)]);
    expect(stateOf(readItem(journal.sql, "item-2"))).toBe("sending");
  });

  it("other loans go on", async () => {
    const journal = await journalWith([armed(1), captured(2, 10_000), armed(1, two)]);
    expect(stateOf(readItem(journal.sql, "item-2"))).toBe("sending");
  });
});

describe("a payout, whose cash has left", () => {
  const confirmation = { itemId: "item-2" };
  it.each<[what: string, story: RowDraft[], step: RowDraft]>([
    [
      "refused by a read-back",
      [armed(1, confirmation), answered(1, "refused", confirmation)],
      readBack("refused", confirmation),
    ],
    ["refused by a person", [], resolved("notPosted", { ...eva, ...confirmation })],
    ["withdrawn", [], voided({ ...eva, ...confirmation })],
  ])("is never %s", async (_what, story, step) => {
    const journal = await journalWith([...onePayout(), handedOver(2), ...story]);
    expect(() => journal.write(({ append }) => append(step))).toThrow(IllegalStep);
  });
});
