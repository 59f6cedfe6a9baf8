/** The agreements desk: issues the agreement for the customer's signature and brings the signed one to the lender. */
import type { ParsedInput } from "../../shared/api.ts";
import { Refusal } from "../../shared/errors.ts";
import type { LoanStep } from "../../shared/loanSteps.ts";
import type { LoanRecord } from "../journal/loans/record.ts";
import type { DeskCalls, DeskContext, SignedIn } from "./context.ts";
import { keptAnswer } from "./keptAnswer.ts";
import { answered, lenderFor } from "./lenders.ts";
import { createCancellations } from "./loans/cancel.ts";
import { assertStep, createLoanDesk, type LoanDesk, referenceOf } from "./loans/desk.ts";
import { createRefreshing, type Refreshing } from "./loans/refresh.ts";
import { personOf } from "./loans/view.ts";
import type { Uploads } from "./uploads.ts";

type AgreementCalls = DeskCalls<"agreements.languages" | "agreements.fetch" | "agreements.upload">;

/** From the approval on, as often as somebody asks; whether it still exists later is the lender's to say. */
const ISSUABLE: readonly LoanStep[] = ["approved", "agreement", "signed", "uploaded", "releasable"];
const SIGNABLE: readonly LoanStep[] = ["agreement", "signed", "uploaded"];

export function createAgreementsDesk(context: DeskContext, uploads: Uploads): AgreementCalls {
  const desk = createLoanDesk(context);
  const refreshing = createRefreshing(desk, createCancellations(desk), uploads);
  return {
    "agreements.languages": ({ providerId }) => ({
      languages: [...lenderFor(context, providerId, "agreement").lender.languages],
    }),
    "agreements.fetch": (input, by) => fetchAgreement(desk, refreshing, input, by),
    async "agreements.upload"(input, by) {
      await upload(desk, uploads, input, by);
      return desk.view(input.loanId);
    },
  };
}

async function fetchAgreement(
  desk: LoanDesk,
  refreshing: Refreshing,
  { loanId, language }: ParsedInput<"agreements.fetch">,
  by: SignedIn,
) {
  const { context } = desk;
  // The approval may have come since somebody last looked.
  if (desk.find(loanId).step === "submitted") await refreshing.refresh(loanId, by);
  const loan = desk.find(loanId);
  assertStep(loan, ISSUABLE, "Issuing the agreement");
  const loanRef = referenceOf(loan);
  const { lender } = lenderFor(context, loan.providerId, "agreement");
  // Where the office has named none, the lender itself says which it has.
  if (lender.languages.length > 0 && !lender.languages.includes(language))
    throw new Refusal("invalidInput", "The lender has no agreement in this language.", { field: "language" });
  const file = answered(context, loan.providerId, await lender.agreement(loanRef, language));
  const customerId = keyOwner(context, loanId);
  const document = await keptAnswer(
    context.documents.keep({
      name: file.name,
      bytes: file.bytes,
      source: "agreement",
      actor: by.name,
      loanId,
      expectedLoanRef: loanRef,
      ...(customerId === null ? {} : { customerId }),
    }),
    "The agreement that the lender sent cannot be opened. It was not kept.",
    "agreementNotPdf",
  );
  const { documentId } = document;
  context.journal.write(({ append }) =>
    append({ kind: "loan.agreementIssued", payload: { loanId, documentId, language }, actor: by.name }),
  );
  desk.changed(loanId);
  return document;
}

/** The agreement is sealed under the customer's own key, so that a purge takes it along. */
function keyOwner({ journal }: DeskContext, loanId: string): string | null {
  const { pin } = personOf(journal.cells, loanId);
  return pin === null ? null : journal.write(({ cells }) => cells.customerFor(pin));
}

/** Resolves when the first attempt has ended; later ones go on by themselves. */
async function upload(
  { context, find, changed }: LoanDesk,
  uploads: Uploads,
  input: ParsedInput<"agreements.upload">,
  by: SignedIn,
): Promise<void> {
  const { loanId, agreementDocumentId } = input;
  const bankStatementDocumentId = input.bankStatementDocumentId ?? null;
  const loan = find(loanId);
  lenderFor(context, loan.providerId, "upload");
  assertStep(loan, SIGNABLE, "Uploading the signed agreement");
  // A double click or an impatient hand is not a second upload.
  if (isSameUpload(loan, agreementDocumentId, bankStatementDocumentId)) return uploads.attempt(loanId);
  assertFile(context, agreementDocumentId, "agreementDocumentId");
  if (bankStatementDocumentId !== null)
    assertFile(context, bankStatementDocumentId, "bankStatementDocumentId");
  if (uploads.isUnderWay(loanId))
    throw new Refusal("openOperation", "Other files of this loan are being sent just now.", { retry: true });
  context.journal.write(({ append }) => {
    assertStep(find(loanId), SIGNABLE, "Uploading the signed agreement");
    append({
      kind: "loan.signedAttached",
      payload: { loanId, agreementDocumentId, bankStatementDocumentId },
      actor: by.name,
    });
  });
  changed(loanId);
  await uploads.attempt(loanId);
}

/** The same files once more; where an attempt failed for good, the same files may be tried again. */
function isSameUpload(loan: LoanRecord, agreementId: string, bankStatementId: string | null): boolean {
  const isSame = loan.signedDocumentId === agreementId && loan.bankStatementDocumentId === bankStatementId;
  return isSame && loan.upload !== null && loan.upload.state !== "failed";
}

/** Throws `unknownDocument` or `unsupportedFile` with the input's field. */
function assertFile({ documents }: DeskContext, documentId: string, field: string): void {
  try {
    const { mime } = documents.view(documentId);
    if (mime !== "application/pdf" && mime !== "image/jpeg")
      throw new Refusal("unsupportedFile", "The lender takes JPEG pictures and PDF files only.");
  } catch (error) {
    if (error instanceof Refusal) throw new Refusal(error.code, error.message, { field });
    throw error;
  }
}
