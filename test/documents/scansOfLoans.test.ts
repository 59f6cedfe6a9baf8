/** How long a scan is kept: as long as the loan that it belongs to is not over, whoever's key it lies under. */
import { expect, test } from "vitest";
import { expiredCustomers } from "../../electron/journal/retention/expired.ts";
import { installed } from "../journal/dayRows.ts";
import { newTill } from "../journal/till.ts";

/** Far in the future: everything that may ever go, may go by then. */
const LATER = "2099-01-01T00:00:00.000Z";

async function tillWithScan(step: "agreement" = "agreement") {
  const till = await newTill({ twin: false });
  const journal = till.open();
  const loanId = "loan-1";
  const documentId = `document-${"a".repeat(24)}`;
  const loan = { loanId, providerId: "iute", loanRef: "90001", amountMinor: 500_000, months: 6 };
  journal.write(({ append }) => {
    append(installed);
    append({ kind: "loan.adopted", payload: { ...loan, step }, actor: "Ana" });
  });
  journal.write(({ append, cells }) => {
    const file = { documentId, mime: "application/pdf", pages: 3, bytes: 900, sha256: "0".repeat(64) };
    append({ kind: "document.stored", payload: { ...file, loanId: null, source: "scan" }, actor: "Ana" });
    cells.put(cells.anonymousCustomer(), "documents", documentId, { name: "Scan.pdf", checks: "[]" });
  });
  const attach = () =>
    journal.write(({ append }) =>
      append({
        kind: "loan.signedAttached",
        payload: { loanId, agreementDocumentId: documentId, bankStatementDocumentId: null },
        actor: "Ana",
      }),
    );
  const expired = () => expiredCustomers(journal.sql, LATER).flatMap(({ documentIds }) => [...documentIds]);
  return { attach, expired, documentId };
}

test("a scan that nobody attached goes when its time is over", async () => {
  const { expired, documentId } = await tillWithScan();
  expect(expired()).toEqual([documentId]);
});

test("attached to a loan that is not over, it stays: it may still have to be sent", async () => {
  const { attach, expired } = await tillWithScan();
  attach();
  expect(expired()).toEqual([]);
});
