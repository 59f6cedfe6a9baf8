// What the customer's page works out by itself: the next action, the sums owed, a phone, and the provider's table of codes.
import { describe, expect, it } from "vitest";
import {
  attachedCopy,
  internationalPhone,
  nationalPhone,
} from "../../renderer/customers/applicationDraft.ts";
import { nextActions } from "../../renderer/customers/nextAction.ts";
import { customerOf, problemsOf, typedOf } from "../../renderer/customers/registrationForm.ts";
import {
  codesRecord,
  codesText,
  isTwice,
  readCodes,
  textOfRecord,
} from "../../renderer/providers/errorCodes.ts";
import { formOf, inputOf } from "../../renderer/providers/providerInput.ts";
import type { LoanView } from "../../shared/api/loans.ts";
import type { ProviderView } from "../../shared/api/setup.ts";
import { actorOf, type LoanStep } from "../../shared/loanSteps.ts";

function loan(loanRef: string, step: LoanStep): LoanView {
  return {
    ...{ loanId: `loan-${loanRef}`, providerId: "iute", loanRef, step, actor: actorOf(step) },
    ...{ clientName: "Mira Dushaj", clientPinMasked: "•••78K", amountMinor: 100, months: 1 },
    ...{ firstRepaymentDate: null, createdAt: "2026-11-26T08:00:00.000Z", adopted: false, checkedAt: null },
    ...{ lenderSaid: null, history: [], agreementDocumentId: null, signedDocumentId: null },
    ...{ bankStatementDocumentId: null, upload: null, release: null, payout: null, remainingMinor: null },
    frozen: false,
  };
}

describe("the next action", () => {
  it.each<[what: string, loans: LoanView[], due: string[], first: object]>([
    ["nobody's loan", [], [], { kind: "newLoan" }],
    ["a loan to pay out", [loan("1", "releasable")], [], { kind: "goOn" }],
    ["an agreement to sign", [loan("1", "agreement")], [], { kind: "goOn" }],
    ["one that waits for the lender", [loan("1", "submitted")], [], { kind: "newLoan" }],
    ["one that is repaid month by month", [loan("1", "active")], [], { kind: "repay", loanRef: "1" }],
    ["the last instalment was taken", [loan("1", "active")], ["1"], { kind: "letter", loanRef: "1" }],
    ["repaid, and the letter was fetched", [loan("9", "active")], [], { kind: "newLoan" }],
    ["somebody else's letter", [loan("1", "closed")], ["2"], { kind: "newLoan" }],
    ["a letter and a payout", [loan("1", "closed"), loan("2", "approved")], ["1"], { kind: "goOn" }],
  ])("%s", (_what, loans, due, first) => {
    const repaid = new Set(["9", ...due]);
    expect(nextActions({ loans, repaid, due, canApply: true })[0]).toMatchObject(first);
  });

  it("is none where the office cannot lend", () => {
    expect(nextActions({ loans: [], repaid: new Set(), due: [], canApply: false })).toEqual([]);
  });
});

describe("a registration's form", () => {
  const known = {
    ecrn: "7",
    firstName: "Mira",
    addressList: [{ city: "Tirana" }, { city: "Vlora" }, { city: "Berat" }],
    idDetails: [
      { idType: 4, idNumber: "A1" },
      { idType: 5, idNumber: "B2" },
    ],
  };

  it("changes what was changed and sends the register's other entries as they were", () => {
    const typed = { ...typedOf(known), "secondAddress.city": "Durrës" };
    expect(customerOf(typed, {}, known)).toEqual({
      ...known,
      addressList: [{ city: "Tirana" }, { city: "Durrës" }, { city: "Berat" }],
    });
  });

  it("asks for no second address", () => {
    const missing = Object.keys(problemsOf({}));
    expect(missing).toContain("address.addressTypeId");
    expect(missing.filter((key) => key.startsWith("secondAddress"))).toEqual([]);
    expect(customerOf({ "person.firstName": "Mira" }, {}, null)).toEqual({ firstName: "Mira" });
  });
});

describe("a phone", () => {
  it.each([
    ["0691234567", "ALL", "355691234567"],
    ["069123456", "MDL", "37369123456"],
    ["0691234567", "USD", null],
    ["691234567", "ALL", null],
    ["0091234567", "ALL", null],
  ])("%s at an office that counts %s is asked for as %s", (national, currency, international) => {
    expect(internationalPhone(national, currency)).toBe(international);
  });

  it("comes back as the lender wants it", () => {
    expect(nationalPhone(`+${internationalPhone("0691234567", "ALL")}`)).toBe("0691234567");
    expect(nationalPhone("+2348123456789")).toBeNull();
  });
});

describe("the table of error codes", () => {
  const table = { "40400": "notFound", E7: "blocked" };

  it("goes through the form and back as it was", () => {
    expect(codesRecord(textOfRecord(table))).toEqual(table);
    expect(codesText(readCodes(textOfRecord(table)))).toBe(textOfRecord(table));
  });

  it("keeps a row whose code is still empty while it is typed, and does not store it", () => {
    const text = codesText([...readCodes(textOfRecord(table)), { code: "", outcome: "failed" }]);
    expect(readCodes(text)).toHaveLength(3);
    expect(codesRecord(text)).toEqual(table);
  });

  it("names a code that stands twice", () => {
    const rows = readCodes("1 = notFound\n2 = blocked\n1 = failed");
    expect(rows.map((_, index) => isTwice(rows, index))).toEqual([false, false, true]);
  });

  it("is a setting like the others", () => {
    const stored: ProviderView = {
      ...{ id: "drap", kind: "drap", name: "DRAP", baseUrl: "https://drap.example", environment: "test" },
      settings: { scope: "api://x", channel: "Direct", agentLocationId: "1", errorCodes: table },
      ...{ secretsSet: [], capabilities: [] },
    };
    const form = formOf(stored, "drap");
    expect(inputOf(form, stored, []).settings).toEqual(stored.settings);
    const emptied = { ...form, settings: { ...form.settings, errorCodes: "" } };
    expect(inputOf(emptied, stored, []).settings).not.toHaveProperty("errorCodes");
  });
});

describe("the picture of the document that was taken for the registration", () => {
  const customer = { providerId: "drap", idType: "4", idNumber: "1", fields: {} };
  const picture = {
    ...{ documentId: "document-1", name: "front.jpg", pages: 1, bytes: 3, sha256: "aa", checks: [] },
    mime: "image/jpeg",
  } as const;

  it("goes along with the application, as that form keeps an attached file", () => {
    const { idCopy } = attachedCopy({ ...customer, idPicture: picture });
    expect(JSON.parse(idCopy ?? "")).toEqual(picture);
  });

  it.each([
    ["none was taken", undefined],
    ["the lender does not take its kind", { ...picture, mime: "image/png" as const }],
    ["it is longer than a draft holds", { ...picture, name: "x".repeat(2_000) }],
  ])("does not, where %s", (_why, idPicture) => {
    expect(attachedCopy({ ...customer, idPicture })).toEqual({});
  });
});
