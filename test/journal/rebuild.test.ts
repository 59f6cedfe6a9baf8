/** Long days at the till, as the dice fall: the derived tables say what the rows say, and the drawer adds up. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Journal } from "../../electron/journal/contract.ts";
import { digestDerived } from "../../electron/journal/derived.ts";
import { type ItemRecord, itemRecordSchema } from "../../electron/journal/outbox/record.ts";
import { projections } from "../../electron/journal/projections/index.ts";
import type { RowDraft } from "../../electron/journal/rows.ts";
import { attentionReasons, heldReasons, type ItemState, itemStates } from "../../shared/outbox.ts";
import { assertUntilSeen } from "../untilSeen.ts";
import { captured, opened, workDay } from "./dayRows.ts";
import {
  answered,
  armed,
  givenBack,
  held,
  interrupted,
  readBack,
  released,
  resolved,
  type VerdictWord,
  voided,
} from "./steps.ts";
import { newTill } from "./till.ts";

function items(journal: Journal): ItemRecord[] {
  const found = journal.sql.prepare("SELECT record FROM outbox ORDER BY sequence").pluck().all();
  return found.map((record) => itemRecordSchema.parse(JSON.parse(String(record))));
}

function numbersTaken(journal: Journal): number {
  return Number(journal.sql.prepare("SELECT COALESCE(MAX(number), 0) FROM receipt_numbers").pluck().get());
}

/** Carrying out has a row of its own. */
const ownReasons = heldReasons.filter((reason) => reason !== "carriedOut");

type Pick = <Option>(options: readonly Option[]) => Option;

/** Any row that may come next for this item; null where it is settled for good. */
function nextRow(item: ItemRecord, pick: Pick, slip: number, shiftId: string): RowDraft | null {
  const who = { itemId: item.itemId };
  const attempt = item.attempts.length;
  const verdicts: VerdictWord[] = ["wait", "inferred", ...attentionReasons];
  switch (item.state) {
    case "queued":
      return pick([armed(attempt + 1, who), armed(attempt + 1, who), held(pick(ownReasons), who)]);
    case "held":
      return pick([released({ ...who, actor: "Eva" }), held(pick(ownReasons), who), resolved("posted", who)]);
    case "sending":
      return pick([
        answered(
          attempt,
          pick(["notSent", "acknowledged", "unconfirmed", "refused"]),
          who,
          pick([true, false]),
        ),
        interrupted(attempt, who),
      ]);
    case "acknowledged":
      return readBack(pick(["confirmed", "confirmed", ...verdicts]), who);
    case "unconfirmed":
      if (item.refusalPending) return readBack(pick(["refused", "held:credentials", ...verdicts]), who);
      return pick([readBack(pick(verdicts), who), resolved("notPosted", who)]);
    case "attention":
      return pick([
        readBack(pick(verdicts), who),
        resolved(pick(item.givenBack ? ["posted", "notPosted"] : ["posted", "notPosted", "sendAgain"]), who),
      ]);
    case "refused": {
      // A booking that comes late is found even after the cash was given back.
      const later = readBack(pick(["refused", "inferred", "movedByOther"]), who);
      return item.givenBack ? later : pick([givenBack(slip, shiftId, who), later]);
    }
    case "voided":
      return item.givenBack ? null : givenBack(slip, shiftId, who);
    case "posted":
      return null;
  }
}

const closed: RowDraft = {
  kind: "till.closed",
  payload: {
    shiftId: "s-1",
    expectedMinor: 0,
    countedMinor: 0,
    differenceMinor: 0,
    counts: [],
    note: null,
    approvedBy: null,
  },
  actor: "Ana",
  shiftId: "s-1",
};

function play(journal: Journal, choices: readonly number[], seen: Set<ItemState>): void {
  let at = 0;
  const pick: Pick = (options) => {
    const choice = choices[at % choices.length] ?? 0;
    at += 1;
    const chosen = options[choice % options.length];
    if (chosen === undefined) throw new Error("Nothing to pick from.");
    return chosen;
  };
  let shiftId = "s-1";
  for (let step = 0; step < choices.length; step += 1) {
    if (step === Math.floor(choices.length / 2)) {
      shiftId = "s-2";
      journal.write(({ append }) => [append(closed), append(opened(shiftId, 0))]);
    }
    const known = items(journal);
    for (const { state } of known) seen.add(state);
    const item = known.length < 3 || pick([0, 1, 2, 3]) === 0 ? null : pick(known);
    const number = numbersTaken(journal) + 1;
    const row =
      item === null
        ? captured(number, 100 + pick([1, 50, 99_999]), shiftId)
        : item.state === "queued" && item.attempts.length === 0 && pick([0, 1, 2, 3]) === 0
          ? voided({ itemId: item.itemId })
          : nextRow(item, pick, number, shiftId);
    if (row !== null) journal.write(({ append }) => append(row));
  }
}

/** Rule 8, in the words of the drawer: all that was captured lies in one line or another, or was given back. */
function assertDrawerAddsUp(journal: Journal): void {
  const lines = new Map<string, number>();
  const rows = journal.sql
    .prepare("SELECT line, SUM(amount_minor) AS sum FROM till_ledger GROUP BY line")
    .raw()
    .all();
  for (const row of rows) if (Array.isArray(row)) lines.set(String(row[0]), Number(row[1]));
  const all = items(journal);
  const sumOf = (states: ItemState[], fits = (_item: ItemRecord) => true) =>
    all
      .filter((item) => states.includes(item.state) && fits(item))
      .reduce((sum, item) => sum + item.amountMinor, 0);
  const stillHere = (item: ItemRecord) => !item.givenBack;
  const toReturn = (item: ItemRecord) =>
    item.state === "held" && (item.reason === "noActiveLoan" || item.reason === "otherCustomer");
  expect(lines.get("confirmed") ?? 0).toBe(sumOf(["posted"], stillHere));
  expect(lines.get("unconfirmed") ?? 0).toBe(sumOf(["acknowledged", "unconfirmed", "attention"], stillHere));
  expect(lines.get("queued") ?? 0).toBe(sumOf(["queued", "held", "sending"], (item) => !toReturn(item)));
  // What another shift's drawer gave back left that drawer, and stands in the line of the shift that took it.
  expect((lines.get("toReturn") ?? 0) + (lines.get("moved") ?? 0)).toBe(
    sumOf(["held"], toReturn) + sumOf(["refused", "voided"], stillHere),
  );
  const drawer = [...lines.values()].reduce((sum, line) => sum + line, 0);
  const returned = all.filter((item) => item.givenBack).reduce((sum, item) => sum + item.amountMinor, 0);
  expect(drawer).toBe(50_000 + all.reduce((sum, item) => sum + item.amountMinor, 0) - returned);
}

describe("the derived tables", () => {
  it("rebuilt from the rows alone are the same, after any history", { timeout: 90_000 }, async () => {
    const seen = new Set<ItemState>();
    await assertUntilSeen(
      fc.asyncProperty(fc.array(fc.nat(10_000), { minLength: 60, maxLength: 100 }), async (choices) => {
        const till = await newTill({ twin: false });
        const journal = till.open();
        try {
          workDay(journal, 0);
          play(journal, choices, seen);
          assertDrawerAddsUp(journal);
          const before = digestDerived(journal.sql, projections);
          const rows = journal.sql.prepare("SELECT record FROM outbox ORDER BY item_id").pluck().all();
          journal.rebuild();
          expect(digestDerived(journal.sql, projections)).toEqual(before);
          expect(journal.sql.prepare("SELECT record FROM outbox ORDER BY item_id").pluck().all()).toEqual(
            rows,
          );
          expect(journal.verify()).toMatchObject({ ok: true });
        } finally {
          journal.close();
        }
      }),
      6,
      () => seen.size === itemStates.length,
    );
    expect([...seen].sort()).toEqual([...itemStates].sort());
  });

  it("are rebuilt once when the program is another version, and say the same", async () => {
    const till = await newTill();
    const first = till.open();
    workDay(first, 5);
    const before = digestDerived(first.sql, projections);
    first.close();
    const second = till.open({ appVersion: "2.0.0" });
    expect(digestDerived(second.sql, projections)).toEqual(before);
    expect(second.verify().ok).toBe(true);
  });

  it.each([
    ["an item's state", "UPDATE outbox SET state = 'posted' WHERE item_id = 'item-1'", "outbox"],
    ["a ledger row", "UPDATE till_ledger SET amount_minor = amount_minor + 1", "till_ledger"],
    ["a missing item", "DELETE FROM outbox WHERE item_id = 'item-2'", "outbox"],
    ["a receipt number", "DELETE FROM receipt_numbers WHERE number = 2", "receipt_numbers"],
  ])(
    "%s that was changed with a tool is found at start and mended by rebuilding",
    async (_what, statement, table) => {
      const till = await newTill();
      const first = till.open();
      workDay(first, 3);
      const before = digestDerived(first.sql, projections);
      first.sql.exec(statement);
      first.close();
      const second = till.open();
      expect(second.problem()).toMatchObject({
        code: "journalDamaged",
        detail: expect.stringContaining(table),
      });
      expect(() => second.write(({ append }) => append(captured(4, 1)))).toThrow(
        "differ from what the entries say",
      );
      second.acceptData({
        kind: "setup.dataAccepted",
        payload: { problem: "journalDamaged", note: "Seen." },
        actor: "Eva",
      });
      expect(second.problem()).toBeNull();
      const after = digestDerived(second.sql, projections);
      for (const name of ["outbox", "till_ledger", "receipt_numbers"])
        expect(after.get(name)).toBe(before.get(name));
    },
  );
});
