// What a till may rely on as repaid: a balance that only held an item makes it forget no higher one.
import { expect, test } from "vitest";
import { knownRepaidMinor } from "../../electron/journal/outbox/queries.ts";
import type { RowDraft } from "../../electron/journal/rows.ts";
import { captured, workDay } from "./dayRows.ts";
import { answered, armed, books, resolved } from "./steps.ts";
import { newTill } from "./till.ts";

const read = (repaidMinor: number): RowDraft => ({
  kind: "item.read",
  payload: {
    itemId: "item-1",
    reading: books(repaidMinor),
    second: null,
    verdict: { to: "attention", reason: "movedByOther", freezesLoan: false },
    nextAt: null,
  },
  actor: "system",
});

const heldAt = (repaidMinor: number): RowDraft => ({
  kind: "item.held",
  payload: { itemId: "item-1", reason: "unreadableBalance", detail: null, reading: books(repaidMinor) },
  actor: "system",
});

test("a lower balance that held the item leaves the higher one known", async () => {
  const journal = (await newTill()).open();
  workDay(journal, 0);
  const known = () => knownRepaidMinor(journal.sql, "iute", "1001");
  function write(...drafts: RowDraft[]): void {
    journal.write(({ append }) => {
      for (const draft of drafts) append(draft);
    });
  }
  write(captured(1, 10_000));
  expect(known()).toBeNull();
  write(armed(1), answered(1, "unconfirmed"), read(80_000));
  expect(known()).toBe(80_000);
  write(resolved("sendAgain"), heldAt(60_000));
  expect(known()).toBe(80_000);
});
