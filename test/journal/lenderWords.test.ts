/** What a lender says in its own words may name the customer; the journal and its twin keep the sentence and not the person. */
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import type { Journal } from "../../electron/journal/contract.ts";
import { captured, workDay } from "./dayRows.ts";
import { newTill, type Till } from "./till.ts";

const SAID =
  "NELEA ȘTEFAN-Ionescu (I80606014N, 0602160911) may not pay 250.00 on loan 90000. Ask Nelea's branch.";
const KEPT = "••• •••-••• (•••, •••) may not pay 250.00 on loan 90000. Ask •••'s branch.";
const PERSON = {
  ...{ pin: "I80606014N", firstName: "Nelea", lastName: "Stefan-Ionescu", gsm: "0602160911" },
  ...{ town: "Branch", street: "Loan street", houseNr: "90000" },
};

function textsOf(journal: Journal): string {
  return [...journal.rows()].map((row) => JSON.stringify(row)).join("\n");
}

function tellsNobody(till: Till, journal: Journal): void {
  const twin = till.twinPath === null ? "" : readFileSync(till.twinPath, "utf8");
  for (const text of [textsOf(journal), twin])
    expect(text).not.toMatch(/nelea|tefan|ionescu|I80606014N|0602160911/iu);
}

it("about an application: by what the applicant has written", async () => {
  const till = await newTill();
  const journal = till.open();
  workDay(journal, 1);
  journal.write(({ append, cells }) => {
    cells.put(cells.customerFor(PERSON.pin), "loans", "loan-1", PERSON);
    append({
      kind: "loan.applying",
      payload: {
        ...{ loanId: "loan-1", providerId: "iute", captureId: "capture-a", fieldsDigest: "f", months: 6 },
        ...{ applicantDigest: "d", amountMinor: 500_000 },
      },
      actor: "Ana",
    });
    const nothing = { loanRef: null, months: null, firstRepaymentDate: null };
    append({
      kind: "loan.answered",
      payload: { loanId: "loan-1", outcome: "refused", ...nothing, message: SAID },
      actor: "Ana",
    });
  });
  expect([...journal.rows()].at(-1)?.payload).toMatchObject({ message: KEPT });
  tellsNobody(till, journal);
  expect(journal.verify().ok).toBe(true);
});

it("about a payment: by what was typed at the counter, and by what the books have shown", async () => {
  const till = await newTill();
  const journal = till.open();
  workDay(journal, 2);
  const held = (itemId: string) =>
    journal.write(({ append, cells }) => {
      const { pin: clientPin, gsm: payerPhone, lastName } = PERSON;
      const owner = cells.customerFor(clientPin);
      if (itemId === "item-1")
        cells.put(owner, "items", itemId, { clientPin, payerPhone, payerName: `Nelea ${lastName}` });
      else cells.put(owner, "readings", "iute/1002", { clientPin, clientName: `${lastName} Nelea` });
      return append({
        kind: "item.held",
        payload: { itemId, reason: "unreadableBalance", detail: SAID, reading: null },
        actor: "system",
      }).payload;
    });
  expect(held("item-1")).toMatchObject({ detail: KEPT });
  expect(held("item-2")).toMatchObject({ detail: KEPT.replace("(•••, •••)", "(•••, 0602160911)") });
});

it("about nobody whom this till knows stays as it was said", async () => {
  const till = await newTill();
  const journal = till.open();
  workDay(journal, 1);
  const row = journal.write(({ append }) => {
    append(captured(2, 100));
    return append({
      kind: "item.held",
      payload: {
        itemId: "item-2",
        reason: "unreadableBalance",
        detail: "Loan 90000: closed.",
        reading: null,
      },
      actor: "system",
    });
  });
  expect(row.payload).toMatchObject({ detail: "Loan 90000: closed." });
});
