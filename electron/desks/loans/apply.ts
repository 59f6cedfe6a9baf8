/** Sends an application: durable before it leaves, at most once, and in doubt where no answer came. */
import type { Application } from "../../../shared/api/loans.ts";
import type { CallValue, ParsedInput } from "../../../shared/api.ts";
import { businessDateOf } from "../../../shared/dates.ts";
import { assertNever, Refusal } from "../../../shared/errors.ts";
import type { JournalTransaction } from "../../journal/contract.ts";
import { customerDigest } from "../../journal/customerDigest.ts";
import { loanByCapture, loanByReference, loansOfApplicant } from "../../journal/loans/queries.ts";
import type { LoanRecord } from "../../journal/loans/record.ts";
import type { RowPayload } from "../../journal/rows.ts";
import type { Answer, AppliedLoan, ProviderFile } from "../../providers/contract.ts";
import type { SignedIn } from "../context.ts";
import { assertServed } from "../customers/standing.ts";
import { lenderFor, refusalOf } from "../lenders.ts";
import { findLoan, type LoanDesk } from "./desk.ts";

type Input = ParsedInput<"loans.apply">;
type Value = CallValue<"loans.apply">;
type Answered = RowPayload<"loan.answered">;

/** Another application for the same person within this time is taken for the same one. */
const SAME_PERSON_MS = 10 * 60_000;

export interface Applications {
  apply(input: Input, by: SignedIn): Promise<Value>;
  /** True while the answer is still awaited: then nobody has to decide anything. */
  isUnderWay(loanId: string): boolean;
}

export function createApplications(desk: LoanDesk): Applications {
  const { context } = desk;
  const { journal, courier, clock } = context;
  const underWay = new Map<string, Promise<Value>>();

  async function send(loanId: string, input: Input, by: SignedIn, files: Files): Promise<Value> {
    const { lender } = lenderFor(context, input.providerId, "apply");
    const submitter = { person: by.name, office: context.office().office };
    const answer = await lender.apply(input.application, submitter, files);
    courier.heard(input.providerId, answer);
    const payload = journal.write(({ append, sql }) => {
      const isKnown = (loanRef: string) => loanByReference(sql, input.providerId, loanRef) !== null;
      const said = answeredPayload(loanId, answer, isKnown);
      append({ kind: "loan.answered", payload: said, actor: by.name });
      return said;
    });
    desk.changed(loanId);
    if (payload.outcome === "refused" && answer.kind === "refused")
      throw new Refusal("applicationRefused", answer.message);
    if ((payload.outcome === "refused" || payload.outcome === "notSent") && answer.kind !== "answer")
      throw refusalOf(answer);
    return shortView(findLoan(context, loanId));
  }

  /** Inside the transaction, so that two calls at once cannot both pass. */
  function begin(
    { append, sql, cells }: JournalTransaction,
    input: Input,
    by: SignedIn,
    fieldsDigest: string,
  ) {
    const { application, providerId } = input;
    const applicantDigest = customerDigest(journal, application.pin);
    assertServed(sql, applicantDigest);
    assertNoOther(loansOfApplicant(sql, applicantDigest), clock.now());
    const loanId = context.newId("loan");
    append({
      kind: "loan.applying",
      payload: {
        loanId,
        providerId,
        // Without an id from the form every call is a form of its own.
        captureId: input.captureId ?? context.newId("capture"),
        fieldsDigest,
        applicantDigest,
        amountMinor: application.amountMinor,
        months: application.months,
      },
      actor: by.name,
    });
    cells.put(cells.customerFor(application.pin), "loans", loanId, personalFields(application));
    return loanId;
  }

  /** The same form again gives the first result, or waits for it. */
  function firstResult({ captureId }: Input, fieldsDigest: string): Promise<Value> | Value | null {
    const known = captureId === undefined ? null : loanByCapture(journal.sql, captureId);
    if (known === null) return null;
    assertSameForm(known, fieldsDigest);
    return underWay.get(known.loanId) ?? shortView(known);
  }

  return {
    isUnderWay: (loanId) => underWay.has(loanId),
    async apply(input, by) {
      lenderFor(context, input.providerId, "apply");
      if (input.application.birthDate > businessDateOf(clock.now()))
        throw new Refusal("invalidInput", "This day is still to come. Enter the date on the document.", {
          field: "application.birthDate",
        });
      const { captureId: _captureId, ...fields } = input;
      const fieldsDigest = journal.digest("application", JSON.stringify(fields));
      const first = firstResult(input, fieldsDigest);
      if (first !== null) return first;
      const files = await readFiles(desk, input);
      const meanwhile = firstResult(input, fieldsDigest);
      if (meanwhile !== null) return meanwhile;
      const loanId = journal.write((transaction) => begin(transaction, input, by, fieldsDigest));
      desk.changed(loanId);
      const sending = send(loanId, input, by, files).finally(() => underWay.delete(loanId));
      underWay.set(loanId, sending);
      return sending;
    },
  };
}

type Files = { idCopy?: ProviderFile; dataVerification?: ProviderFile };

/** The lender takes both as JPEG or PDF only ("Add new loan"). */
async function readFiles({ context }: LoanDesk, input: Input): Promise<Files> {
  const files: Files = {};
  const { idCopyDocumentId, dataVerificationDocumentId } = input;
  if (idCopyDocumentId !== undefined)
    files.idCopy = await readFile(context.documents, idCopyDocumentId, "idCopyDocumentId");
  if (dataVerificationDocumentId !== undefined)
    files.dataVerification = await readFile(
      context.documents,
      dataVerificationDocumentId,
      "dataVerificationDocumentId",
    );
  return files;
}

/** Throws `unknownDocument` or `unsupportedFile` with the input's field. */
export async function readFile(
  documents: LoanDesk["context"]["documents"],
  documentId: string,
  field: string,
): Promise<ProviderFile> {
  try {
    const { name, mime, bytes } = await documents.read(documentId);
    if (mime !== "application/pdf" && mime !== "image/jpeg")
      throw new Refusal("unsupportedFile", "The lender takes JPEG pictures and PDF files only.");
    return { name, mime, bytes };
  } catch (error) {
    if (error instanceof Refusal) throw new Refusal(error.code, error.message, { field });
    throw error;
  }
}

function personalFields(application: Application): Record<string, string> {
  const { amountMinor: _amount, months: _months, ...personal } = application;
  return Object.fromEntries(Object.entries(personal).filter(([, text]) => text !== ""));
}

function assertSameForm(loan: LoanRecord, fieldsDigest: string): void {
  if (loan.fieldsDigest !== fieldsDigest)
    throw new Refusal(
      "exists_with_different_fields",
      "This form was sent before with other contents. Begin a new application.",
      { field: "captureId" },
    );
}

function assertNoOther(loans: readonly LoanRecord[], now: number): void {
  const inDoubt = loans.find((loan) => loan.step === "inDoubt");
  if (inDoubt !== undefined)
    throw new Refusal(
      "exists",
      "An application for this person is in doubt. Somebody has to ask the lender and decide it first.",
      { field: "application.pin" },
    );
  const recent = loans.find(
    (loan) =>
      loan.loanRef !== null && !loan.adopted && loan.step !== "cancelled" && isRecent(loan.createdAt, now),
  );
  if (recent !== undefined)
    throw new Refusal(
      "exists",
      `An application for this person was sent a few minutes ago (reference ${recent.loanRef}).`,
      { field: "application.pin" },
    );
}

/** A clock that was set back makes nothing older, but neither may it block a person for days. */
function isRecent(createdAt: string, now: number): boolean {
  return Math.abs(now - Date.parse(createdAt)) < SAME_PERSON_MS;
}

function shortView({ loanId, loanRef, step }: LoanRecord): Value {
  return { loanId, loanRef, step };
}

/** `isKnown`: the reference is another loan's at this counter, so the answer is not about this application. */
function answeredPayload(
  loanId: string,
  answer: Answer<AppliedLoan>,
  isKnown: (loanRef: string) => boolean,
): Answered {
  const nothing = { loanId, loanRef: null, months: null, firstRepaymentDate: null };
  switch (answer.kind) {
    case "answer": {
      const { loanRef, months, firstRepaymentDate } = answer.value;
      if (isKnown(loanRef)) {
        const message = `The lender's answer names loan ${loanRef}, which is another one at this counter.`;
        return { ...nothing, outcome: "inDoubt", message };
      }
      return { loanId, outcome: "accepted", loanRef, months, firstRepaymentDate, message: null };
    }
    case "refused":
    case "credentials":
      return { ...nothing, outcome: "refused", message: answer.message };
    case "noLine":
      return { ...nothing, outcome: "notSent", message: answer.message };
    case "unclear":
      return { ...nothing, outcome: "inDoubt", message: answer.message };
    default:
      return assertNever(answer, "answer");
  }
}
