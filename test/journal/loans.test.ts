/** A loan folded from its rows: cash leaves only after the release check that allowed this payout, and only once. */
import { describe, expect, it } from "vitest";
import type { Journal } from "../../electron/journal/contract.ts";
import { lastReading, readLoan } from "../../electron/journal/projections/loans.ts";
import { readItem } from "../../electron/journal/projections/outbox.ts";
import type { RowDraft } from "../../electron/journal/rows.ts";
import { workDay } from "./dayRows.ts";
import { applied, begun, checked, handedOver, notHandedOver, onePayout, releaseChecked } from "./payouts.ts";
import { answered, armed, books, readBack, resolved } from "./steps.ts";
import { newTill } from "./till.ts";

async function journalWith(story: readonly RowDraft[]): Promise<Journal> {
  const till = await newTill({ twin: false });
  const journal = till.open();
  workDay(journal, 0);
  journal.write(({ append }) => story.map((draft) => append(draft)));
  return journal;
}

const step = (journal: Journal) => readLoan(journal.sql, "loan-1")?.step;
const approved = [...applied(), checked("approved")];
const confirmation = { itemId: "item-1" };
const paidOut = [...onePayout(), handedOver(1)];

describe("the way of the cash", () => {
  it.each<[step: string, story: RowDraft[]]>([
    ["inDoubt", applied().slice(0, 1)],
    ["submitted", applied()],
    ["approved", approved],
    ["approved", [...approved, releaseChecked(false)]],
    ["releasable", [...approved, releaseChecked(true)]],
    ["uploaded", [...approved, releaseChecked(true), releaseChecked(false, "check-2")]],
    ["releasable", onePayout()],
    ["handedOver", paidOut],
    ["handedOver", [...paidOut, armed(1, confirmation), answered(1, "unconfirmed", confirmation)]],
    [
      "active",
      [
        ...paidOut,
        armed(1, confirmation),
        answered(1, "acknowledged", confirmation),
        readBack("confirmed", confirmation),
      ],
    ],
    [
      "active",
      [
        ...paidOut,
        armed(1, confirmation),
        answered(1, "refused", confirmation),
        readBack("paidOutNotAccepted", confirmation),
        resolved("posted", confirmation),
      ],
    ],
    ["releasable", [...onePayout(), notHandedOver()]],
  ])("%s: story %#", async (expected, story) => {
    const journal = await journalWith(story);
    expect(step(journal)).toBe(expected);
    expect(journal.verify().ok).toBe(true);
  });

  it("makes the item that confirms it, whose cash is out of the drawer", async () => {
    const journal = await journalWith(paidOut);
    expect(readItem(journal.sql, "item-1")).toMatchObject({
      kind: "payout",
      state: "queued",
      loanId: "loan-1",
    });
    const drawer = journal.sql.prepare("SELECT SUM(amount_minor) FROM till_ledger").pluck().get();
    expect(drawer).toBe(50_000 - 500_000);
  });
});

describe("forbidden, and nothing of it is committed", () => {
  it.each<[what: string, story: RowDraft[], row: RowDraft, rule: string]>([
    ["cash before any check", approved, begun(), "did not allow it"],
    ["cash after a check that said no", [...approved, releaseChecked(false)], begun(), "did not allow it"],
    [
      "cash on an older check",
      [...approved, releaseChecked(true), releaseChecked(true, "check-2")],
      begun(),
      "the last release check allowed",
    ],
    [
      "another sum than was allowed",
      [...approved, releaseChecked(true)],
      begun("check-1", "payout-1", 500_001),
      "the last release check allowed",
    ],
    ["begun twice", onePayout(), begun("check-1", "payout-2"), "begun already"],
    ["begun again after the cash has left", paidOut, begun("check-1", "payout-2"), "begun already"],
    [
      "handed over without a beginning",
      [...approved, releaseChecked(true)],
      handedOver(1),
      "was begun, once",
    ],
    ["another payout handed over", onePayout(), handedOver(1, "payout-2"), "was begun, once"],
    ["handed over twice", paidOut, handedOver(2), "was begun, once"],
    ["another sum handed over", onePayout(), handedOver(1, "payout-1", 500_001), "to the last minor unit"],
    [
      "cash for another reference",
      onePayout(),
      handedOver(1, "payout-1", 500_000, "90001"),
      "to the last minor unit",
    ],
    ["undone after the cash has left", paidOut, notHandedOver(), "was begun and not handed over"],
    ["undone without a beginning", approved, notHandedOver(), "was begun and not handed over"],
    ["the same loan applied for twice", approved, applied()[0] ?? begun(), "exists already"],
    ["a payout of an unknown loan", [], begun(), "is unknown"],
    ["a hand-over of an unknown loan", [], handedOver(1), "is unknown"],
    ["an answer about an unknown loan", [], applied()[1] ?? begun(), "is unknown"],
  ])("%s", async (_what, story, row, rule) => {
    const journal = await journalWith(story);
    const before = journal.head();
    const loan = readLoan(journal.sql, "loan-1");
    expect(() => journal.write(({ append }) => append(row))).toThrow(rule);
    expect(journal.head()).toEqual(before);
    expect(readLoan(journal.sql, "loan-1")).toEqual(loan);
    expect(journal.sql.prepare("SELECT COUNT(*) FROM outbox").pluck().get()).toBe(story === paidOut ? 1 : 0);
    expect(journal.verify().ok).toBe(true);
  });
});

describe("the balance that is shown offline", () => {
  it("is the last one read, with its months kept and its time", async () => {
    const read = (repaidMinor: number, months: number | null): RowDraft => ({
      kind: "loan.read",
      payload: { providerId: "iute", loanRef: "1", months, reading: books(repaidMinor) },
      actor: "system",
    });
    const journal = await journalWith([read(0, 6), read(109_568, null)]);
    expect(lastReading(journal.sql, "iute", "1")).toEqual({ reading: books(109_568), months: 6 });
    expect(lastReading(journal.sql, "iute", "2")).toBeNull();
  });
});
