/** An item leaves one till for good and arrives at another: what the rows lead to, what they forbid, and where the cash stands. */
import { describe, expect, it } from "vitest";
import type { Journal } from "../../electron/journal/contract.ts";
import type { ItemRecord } from "../../electron/journal/outbox/record.ts";
import { IllegalStep } from "../../electron/journal/outbox/step.ts";
import { readLoan } from "../../electron/journal/projections/loans.ts";
import { readItem } from "../../electron/journal/projections/outbox.ts";
import type { RowDraft } from "../../electron/journal/rows.ts";
import { linesOf } from "../../electron/journal/till/queries.ts";
import { captured, workDay } from "./dayRows.ts";
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

const carryId = "carry-1";

function carriedOut(actor = "Besa", itemId = "item-1"): RowDraft {
  return { kind: "item.carriedOut", payload: { itemId, carryId }, actor };
}

function carriedIn(record: ItemRecord, itemId = record.itemId): RowDraft {
  return {
    kind: "item.carriedIn",
    payload: { itemId, carryId, fromInstallation: "aaaaaa", record },
    actor: "Besa",
  };
}

async function tillWith(story: readonly RowDraft[], repayments = 1): Promise<Journal> {
  const journal = (await newTill({ twin: false })).open();
  workDay(journal, repayments);
  for (const draft of story) journal.write(({ append }) => append(draft));
  return journal;
}

function itemOf(journal: Journal, itemId = "item-1"): ItemRecord {
  const item = readItem(journal.sql, itemId);
  if (item === null) throw new Error(`There is no ${itemId}.`);
  return item;
}

/** The item as it came about at another till. */
async function elsewhere(story: readonly RowDraft[]): Promise<ItemRecord> {
  return itemOf(await tillWith(story));
}

const refused = [armed(1), answered(1, "refused"), readBack("refused")];

describe("leaving", () => {
  it.each<[from: string, story: RowDraft[]]>([
    ["queued", []],
    ["held", [held("moreThanOwed")]],
    ["acknowledged", [armed(1), answered(1, "acknowledged")]],
    ["unconfirmed", [armed(1), answered(1, "unconfirmed")]],
    ["unconfirmed", [armed(1), interrupted(1)]],
    ["attention", [armed(1), answered(1, "unconfirmed"), readBack("absentTwice")]],
    ["refused", refused],
    ["voided", [voided()]],
  ])(
    "an item that is %s stays here as not yet certain, and its cash in the drawer: %#",
    async (from, story) => {
      const journal = await tillWith(story);
      expect(itemOf(journal).state).toBe(from);
      journal.write(({ append }) => append(carriedOut()));
      expect(itemOf(journal)).toMatchObject({ state: "held", reason: "carriedOut" });
      expect(linesOf(journal.sql, "s-1")).toMatchObject({
        floatMinor: 50_000,
        unconfirmedMinor: 10_000,
        queuedMinor: 0,
        toReturnMinor: 0,
      });
      expect(journal.verify().ok).toBe(true);
    },
  );

  it.each<[what: string, story: RowDraft[], step: RowDraft, rule: string]>([
    ["in the system's name", [], carriedOut("system"), "only a person"],
    ["while it is being sent", [armed(1)], carriedOut(), "carried as unconfirmed"],
    [
      "after it was booked",
      [armed(1), answered(1, "acknowledged"), readBack("confirmed")],
      carriedOut(),
      "only unsettled work",
    ],
    ["after its cash was given back", [voided(), givenBack(2)], carriedOut(), "only unsettled work"],
    ["twice", [carriedOut()], carriedOut(), "the other till's"],
    ["and then armed", [carriedOut()], armed(1), "the other till's"],
    ["and then released", [carriedOut()], released({ actor: "Eva" }), "the other till's"],
    ["and then withdrawn", [carriedOut()], voided(), "the other till's"],
    ["and then decided", [carriedOut()], resolved("posted"), "the other till's"],
    ["and then given back", [voided(), carriedOut()], givenBack(2), "the other till's"],
    ["by a mere hold", [], held("carriedOut"), "a row of its own"],
  ])("is forbidden %s", async (_what, story, step, rule) => {
    const journal = await tillWith(story);
    const before = journal.head().entries;
    const write = () => journal.write(({ append }) => append(step));
    expect(write).toThrow(IllegalStep);
    expect(write).toThrow(rule);
    expect(journal.head().entries).toBe(before);
  });
});

describe("arriving", () => {
  it("keeps state, evidence and receipt, takes no number of this till, and goes on as any other", async () => {
    const record = {
      ...(await elsewhere([armed(1), answered(1, "unconfirmed")])),
      itemId: "item-9",
      captureId: "capture-9",
      receiptNo: "aba-2-aaaaaa-17",
      shiftId: "s-9",
    };
    const journal = await tillWith([carriedIn(record)]);
    expect(itemOf(journal, "item-9")).toMatchObject({
      state: "unconfirmed",
      receiptNo: "aba-2-aaaaaa-17",
      attempts: record.attempts,
      capturedBy: "Ana",
    });
    // Its cash lies in another drawer.
    expect(linesOf(journal.sql, "s-1")).toMatchObject({ queuedMinor: 10_000, unconfirmedMinor: 0 });
    journal.write(({ append }) => append(captured(2, 20_000)));
    journal.write(({ append }) => append(readBack("inferred", { itemId: "item-9" })));
    expect(itemOf(journal, "item-9")).toMatchObject({ state: "posted", certainty: "inferred" });
    expect(journal.verify().ok).toBe(true);
  });

  it("of a refused payment ends with its cash given back out of the drawer that is open here", async () => {
    const record = {
      ...(await elsewhere(refused)),
      itemId: "item-9",
      captureId: "capture-9",
      receiptNo: "aba-2-aaaaaa-17",
      shiftId: "s-9",
    };
    const journal = await tillWith([carriedIn(record), givenBack(2, "s-1", { itemId: "item-9" })]);
    expect(linesOf(journal.sql, "s-1").movedMinor).toBe(-10_000);
    expect(journal.verify().ok).toBe(true);
  });

  it("is forbidden twice, for what was booked, was being sent, was carried on, or is another item", async () => {
    const own = await elsewhere([]);
    const other = { ...own, itemId: "item-9", captureId: "capture-9", receiptNo: "aba-2-aaaaaa-17" };
    const journal = await tillWith([carriedIn(other)]);
    for (const [step, rule] of [
      [carriedIn(other), "carried in once"],
      [
        carriedIn({ ...other, itemId: "item-8", state: "posted", certainty: "confirmed" }),
        "only unsettled work",
      ],
      [carriedIn({ ...(await elsewhere([armed(1)])), itemId: "item-8" }), "carried as unconfirmed"],
      [carriedIn({ ...(await elsewhere([carriedOut()])), itemId: "item-8" }), "only unsettled work"],
      [carriedIn(other, "item-8"), "only unsettled work"],
    ] as const) {
      const write = () => journal.write(({ append }) => append(step));
      expect(write).toThrow(IllegalStep);
      expect(write).toThrow(rule);
    }
  });

  it("is forbidden beside an open payment of the same loan", async () => {
    const open = await elsewhere([armed(1), answered(1, "unconfirmed")]);
    const journal = await tillWith([armed(1)]);
    const record = { ...open, itemId: "item-9", captureId: "capture-9", receiptNo: "aba-2-aaaaaa-17" };
    expect(() => journal.write(({ append }) => append(carriedIn(record)))).toThrow("rule 3");
  });

  it("brings an application in doubt along, which a person can decide here", async () => {
    const journal = await tillWith([
      {
        kind: "loan.carriedIn",
        payload: {
          ...{
            loanId: "loan-1",
            carryId,
            providerId: "iute",
            loanRef: null,
            step: "inDoubt",
            captureId: "form-1",
          },
          ...{
            fieldsDigest: "f",
            applicantDigest: "a",
            amountMinor: 500_000,
            months: 6,
            adopted: false,
            cancelling: null,
          },
        },
        actor: "Besa",
      },
      {
        kind: "loan.doubtDecided",
        payload: { loanId: "loan-1", decision: "received", loanRef: "1101", note: "The lender has it." },
        actor: "Besa",
      },
    ]);
    expect(readLoan(journal.sql, "loan-1")).toMatchObject({
      step: "submitted",
      loanRef: "1101",
      amountMinor: 500_000,
    });
    expect(journal.verify().ok).toBe(true);
  });
});
