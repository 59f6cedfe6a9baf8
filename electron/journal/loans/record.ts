/** A loan as this counter knows it, folded from its journal rows; personal data lie apart in sealed cells. */
import { z } from "zod";
import { loanSteps, mayFollow } from "../../../shared/loanSteps.ts";
import type { Row } from "../rows.ts";

const loanStep = z.enum(loanSteps);

export const loanRecordSchema = z.object({
  loanId: z.string(),
  providerId: z.string(),
  loanRef: z.string().nullable(),
  step: loanStep,
  captureId: z.string().nullable(),
  fieldsDigest: z.string().nullable(),
  applicantDigest: z.string().nullable(),
  amountMinor: z.number().int().nullable(),
  months: z.number().int().nullable(),
  firstRepaymentDate: z.string().nullable(),
  createdAt: z.string(),
  adopted: z.boolean(),
  checkedAt: z.string().nullable(),
  lenderSaid: z.string().nullable(),
  history: z.array(z.object({ step: loanStep, at: z.string(), by: z.string() })),
  agreementDocumentId: z.string().nullable(),
  signedDocumentId: z.string().nullable(),
  bankStatementDocumentId: z.string().nullable(),
  upload: z
    .object({
      state: z.enum(["waiting", "sending", "done", "perhapsUploaded", "failed"]),
      message: z.string().nullable(),
      attempts: z.number().int(),
      nextAt: z.string().nullable(),
      /** An attempt without an answer may have brought the files to the lender: a later 400 may mean "I have them". */
      mayHaveArrived: z.boolean(),
    })
    .nullable(),
  release: z.object({ allowed: z.boolean(), at: z.string(), loanStatus: z.string().nullable() }).nullable(),
  /** The last release check with what a payout needs of it. */
  check: z
    .object({
      checkId: z.string(),
      allowed: z.boolean(),
      amountMinor: z.number().int(),
      customerDigest: z.string(),
      at: z.string(),
      expiresAt: z.string(),
    })
    .nullable(),
  payout: z
    .object({
      payoutId: z.string(),
      checkId: z.string(),
      state: z.enum(["begun", "handedOver"]),
      amountMinor: z.number().int(),
      itemId: z.string().nullable(),
      receiptNo: z.string().nullable(),
      begunAt: z.string(),
      begunBy: z.string(),
      shiftId: z.string().nullable(),
      /** Where in the journal it was begun: one from before the program's start was interrupted. */
      begunSequence: z.number().int(),
    })
    .nullable(),
  remainingMinor: z.number().int().nullable(),
  /** Since when the books have shown no active loan, reading after reading; one such reading alone closes nothing. */
  goneSince: z.string().nullable(),
  cancelling: z.object({ attemptId: z.string(), inDoubt: z.boolean() }).nullable(),
});
export type LoanRecord = z.infer<typeof loanRecordSchema>;

export type LoanRow = Extract<
  Row,
  { kind: `loan.${string}` | `payout.${string}` | "item.read" | "item.resolved" }
>;

/** A step that the rules forbid: a bug, never an expected failure. Nothing is committed then. */
function illegal(loan: LoanRecord, row: Row, rule: string): Error {
  return new Error(
    `Row ${row.sequence} (${row.kind}) does not fit loan ${loan.loanId} at ${loan.step}: ${rule}.`,
  );
}

function atStep(loan: LoanRecord, row: Row, step: LoanRecord["step"]): LoanRecord {
  if (loan.step === step) return loan;
  if (!mayFollow(loan.step, step))
    throw new Error(
      `Row ${row.sequence} (${row.kind}) leads loan ${loan.loanId} from ${loan.step} to ${step}.`,
    );
  return { ...loan, step, history: [...loan.history, { step, at: row.at, by: row.actor }] };
}

type Beginning = Extract<Row, { kind: "loan.applying" | "loan.adopted" | "loan.carriedIn" }>;

export function newLoan(row: Beginning): LoanRecord {
  if (row.kind === "loan.carriedIn") {
    const { carryId: _, ...carried } = row.payload;
    return { ...blankLoan(row), ...carried, history: [{ step: carried.step, at: row.at, by: row.actor }] };
  }
  const adopted = row.kind === "loan.adopted";
  const step = adopted ? row.payload.step : "inDoubt";
  return {
    loanId: row.payload.loanId,
    providerId: row.payload.providerId,
    loanRef: adopted ? row.payload.loanRef : null,
    step,
    captureId: adopted ? null : row.payload.captureId,
    fieldsDigest: adopted ? null : row.payload.fieldsDigest,
    applicantDigest: adopted ? null : row.payload.applicantDigest,
    amountMinor: row.payload.amountMinor,
    months: row.payload.months,
    adopted,
    ...blankLoan(row),
    history: [{ step, at: row.at, by: row.actor }],
  };
}

/** What nobody knows of a loan at its beginning here. */
function blankLoan(row: Beginning) {
  return {
    firstRepaymentDate: null,
    createdAt: row.at,
    checkedAt: null,
    lenderSaid: null,
    agreementDocumentId: null,
    signedDocumentId: null,
    bankStatementDocumentId: null,
    upload: null,
    release: null,
    check: null,
    payout: null,
    remainingMinor: null,
    goneSince: null,
    cancelling: null,
  };
}

/** Also true for an attempt that was interrupted: it began and nobody knows how it ended. */
function mayHaveArrived({ upload }: LoanRecord): boolean {
  return upload !== null && (upload.mayHaveArrived || upload.state === "sending");
}

/** Applies one row to the loan it is about. */
export function nextLoan(loan: LoanRecord, row: Row): LoanRecord {
  switch (row.kind) {
    case "loan.answered": {
      const { outcome, loanRef, months, firstRepaymentDate, message } = row.payload;
      if (outcome === "accepted")
        return atStep(
          { ...loan, loanRef, months: months ?? loan.months, firstRepaymentDate, lenderSaid: null },
          row,
          "submitted",
        );
      if (outcome === "inDoubt") return { ...loan, lenderSaid: message };
      // Refused or never sent: nothing exists at the lender, the same form may be sent again under its id.
      return { ...atStep(loan, row, "cancelled"), captureId: null, lenderSaid: message };
    }
    case "loan.doubtDecided":
      return row.payload.decision === "received"
        ? atStep({ ...loan, loanRef: row.payload.loanRef }, row, "submitted")
        : { ...atStep(loan, row, "cancelled"), captureId: null };
    case "loan.checked": {
      const { by, step, said, release, remainingMinor } = row.payload;
      const isGone = by === "info" && remainingMinor === null;
      const checked: LoanRecord = {
        ...loan,
        checkedAt: row.at,
        lenderSaid: said,
        release: release ? { ...release, at: row.at } : loan.release,
        remainingMinor: remainingMinor ?? loan.remainingMinor,
        goneSince: by === "info" ? (isGone ? (loan.goneSince ?? row.at) : null) : loan.goneSince,
      };
      return step === null ? checked : atStep(checked, row, step);
    }
    case "loan.agreementIssued":
      return {
        ...(loan.step === "approved" ? atStep(loan, row, "agreement") : loan),
        agreementDocumentId: row.payload.documentId,
      };
    case "loan.signedAttached":
      return {
        ...atStep(loan, row, "signed"),
        signedDocumentId: row.payload.agreementDocumentId,
        bankStatementDocumentId: row.payload.bankStatementDocumentId,
        upload: {
          state: "waiting",
          message: null,
          attempts: 0,
          nextAt: null,
          mayHaveArrived: mayHaveArrived(loan),
        },
      };
    case "loan.uploadStarted":
      return {
        ...loan,
        upload: {
          state: "sending",
          message: loan.upload?.message ?? null,
          attempts: row.payload.attempt,
          nextAt: null,
          mayHaveArrived: mayHaveArrived(loan),
        },
      };
    case "loan.uploadEnded": {
      const { result, message, nextAt } = row.payload;
      const upload = {
        state: result,
        message,
        attempts: loan.upload?.attempts ?? 0,
        nextAt,
        mayHaveArrived: row.payload.mayHaveArrived === true || loan.upload?.mayHaveArrived === true,
      };
      const isThere = result === "done" || result === "perhapsUploaded";
      // While the files were under way the loan may have gone on, or been withdrawn.
      return isThere && loan.step === "signed"
        ? atStep({ ...loan, upload }, row, "uploaded")
        : { ...loan, upload };
    }
    case "loan.cancelling":
      return { ...loan, cancelling: { attemptId: row.payload.attemptId, inDoubt: false } };
    case "loan.cancelAnswered": {
      const { result, message, attemptId } = row.payload;
      if (result === "cancelled" || result === "inferred")
        return { ...atStep(loan, row, "cancelled"), cancelling: null, lenderSaid: message };
      return {
        ...loan,
        cancelling: result === "inDoubt" ? { attemptId, inDoubt: true } : null,
        lenderSaid: message,
      };
    }
    case "payout.checked": {
      const { checkId, allowed, amountMinor, customerDigest, expiresAt, loanStatus, message } = row.payload;
      const checked = {
        ...loan,
        checkedAt: row.at,
        lenderSaid: message,
        release: { allowed, at: row.at, loanStatus },
      };
      const withCheck = {
        ...checked,
        check: { checkId, allowed, amountMinor, customerDigest, at: row.at, expiresAt },
      };
      if (allowed && mayFollow(loan.step, "releasable")) return atStep(withCheck, row, "releasable");
      if (!allowed && loan.step === "releasable") return atStep(withCheck, row, "uploaded");
      return withCheck;
    }
    case "payout.begun": {
      const { checkId, amountMinor } = row.payload;
      if (loan.payout !== null) throw illegal(loan, row, "a payout of this loan was begun already");
      if (loan.step !== "releasable") throw illegal(loan, row, "the last release check did not allow it");
      if (loan.check?.checkId !== checkId || !loan.check.allowed || loan.check.amountMinor !== amountMinor)
        throw illegal(loan, row, "it is not the payout that the last release check allowed");
      return {
        ...loan,
        payout: {
          payoutId: row.payload.payoutId,
          checkId,
          state: "begun",
          amountMinor,
          itemId: null,
          receiptNo: null,
          begunAt: row.at,
          begunBy: row.actor,
          shiftId: row.shiftId,
          begunSequence: row.sequence,
        },
      };
    }
    case "payout.handedOver": {
      const { itemId, receiptNo, payoutId, providerId, loanRef, amountMinor } = row.payload;
      if (loan.payout?.state !== "begun" || loan.payout.payoutId !== payoutId)
        throw illegal(loan, row, "a hand-over ends the payout that was begun, once");
      if (
        loan.providerId !== providerId ||
        loan.loanRef !== loanRef ||
        loan.payout.amountMinor !== amountMinor
      )
        throw illegal(loan, row, "the cash that leaves is this loan's, to the last minor unit");
      return atStep(
        { ...loan, payout: { ...loan.payout, state: "handedOver", itemId, receiptNo } },
        row,
        "handedOver",
      );
    }
    case "payout.notHandedOver":
      if (loan.payout?.state !== "begun" || loan.payout.payoutId !== row.payload.payoutId)
        throw illegal(loan, row, "only a payout that was begun and not handed over is undone");
      // The check was for that payout: the next one needs a check of its own.
      return { ...loan, payout: null, check: null };
    default:
      return loan;
  }
}
