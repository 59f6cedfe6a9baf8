/** Calls of the loans desk and the agreements desk: quote, apply, follow a loan, issue and upload its agreement. */
import { z } from "zod";
import { loanSteps } from "../loanSteps.ts";
import { instalmentSchema } from "../outbox.ts";
import { call } from "./call.ts";
import { documentView } from "./paper.ts";
import {
  amountMinor,
  captureId,
  empty,
  id,
  isoDate,
  line,
  loanRef,
  page,
  reason,
  requiredLine,
  sumMinor,
} from "./values.ts";

/**
 * The application as the lender's document lists it (Iute, "Add new loan"). Phones are text: they begin with 0.
 * `phoneHome` is documented as 9 digits, while the document's own sample has 10: both are accepted.
 */
export const applicationSchema = z.object({
  pin: requiredLine(40),
  firstName: requiredLine(100),
  lastName: requiredLine(100),
  patronymic: requiredLine(100),
  birthDate: isoDate,
  documentSerial: requiredLine(60),
  gsm: z.string().regex(/^0\d{9}$/, "Ten digits beginning with 0."),
  phoneHome: z.string().regex(/^0\d{8,9}$/, "Nine or ten digits beginning with 0."),
  altContactName: requiredLine(100),
  altContactRelation: requiredLine(60),
  altContactPhone: z.string().regex(/^0\d{9}$/, "Ten digits beginning with 0."),
  town: requiredLine(100),
  street: requiredLine(120),
  houseNr: requiredLine(20),
  /** Documented as required, shown empty in the document's example: a house without flats sends it empty. */
  apartmentNr: line(20),
  amountMinor,
  months: z.number().int().min(1).max(600),
});
export type Application = z.infer<typeof applicationSchema>;

export const loanStep = z.enum(loanSteps);

export const quoteView = z.object({
  firstRepaymentDate: isoDate,
  monthlyPaymentMinor: sumMinor,
  totalMinor: sumMinor,
});

export const loanView = z.object({
  loanId: id,
  providerId: id,
  loanRef: z.string().nullable(),
  step: loanStep,
  /** How many customers' data remains readable: names are null once purged. */
  clientName: z.string().nullable(),
  /** All but the last three characters hidden. */
  clientPinMasked: z.string().nullable(),
  amountMinor: sumMinor.nullable(),
  months: z.number().int().nullable(),
  firstRepaymentDate: z.string().nullable(),
  createdAt: z.string(),
  /** True for a loan that was begun elsewhere and taken over at this counter. */
  adopted: z.boolean(),
  /** When the lender was last asked, and what it said where it would not tell a step. */
  checkedAt: z.string().nullable(),
  lenderSaid: z.string().nullable(),
  /** Who did which step and when, oldest first. */
  history: z.array(z.object({ step: loanStep, at: z.string(), by: z.string() })),
  actor: z.enum(["office", "customer", "lender", "nobody"]),
  agreementDocumentId: z.string().nullable(),
  signedDocumentId: z.string().nullable(),
  bankStatementDocumentId: z.string().nullable(),
  upload: z
    .object({
      state: z.enum(["waiting", "sending", "done", "perhapsUploaded", "failed"]),
      message: z.string().nullable(),
      attempts: z.number().int(),
      nextAt: z.string().nullable(),
    })
    .nullable(),
  /** The last release check. A reading with its time, never trusted later. */
  release: z.object({ allowed: z.boolean(), at: z.string(), loanStatus: z.string().nullable() }).nullable(),
  payout: z
    .object({
      state: z.enum(["begun", "handedOver", "handOverUnknown"]),
      amountMinor: sumMinor,
      itemId: z.string().nullable(),
      receiptNo: z.string().nullable(),
      checkId: z.string(),
    })
    .nullable(),
  remainingMinor: sumMinor.nullable(),
  frozen: z.boolean(),
  /** A cancellation was sent and nobody knows yet what became of it; `loans.refresh` reads it back. */
  cancelInDoubt: z.boolean().optional(),
});
export type LoanView = z.infer<typeof loanView>;

export const loanInfoView = z.object({
  loanRef: z.string(),
  months: z.number().int(),
  totalMinor: sumMinor,
  repaidMinor: sumMinor,
  remainingMinor: sumMinor,
  clientPin: z.string(),
  clientName: z.string(),
  instalments: z.array(instalmentSchema),
  /** When the lender's books said so. */
  asOf: z.string(),
  /** True when the lender could not be asked just now and this is the last reading. */
  stale: z.boolean(),
});
export type LoanInfoView = z.infer<typeof loanInfoView>;

const byLoan = z.object({ loanId: id });

export const loanCalls = {
  "loans.quote": call(
    "signedIn",
    z.object({ providerId: id, amountMinor, months: z.number().int().min(1).max(600) }),
    quoteView,
  ),
  "loans.apply": call(
    "signedIn",
    z.object({
      providerId: id,
      application: applicationSchema,
      idCopyDocumentId: id.optional(),
      dataVerificationDocumentId: id.optional(),
      captureId: captureId.optional(),
    }),
    z.object({ loanId: id, loanRef: z.string().nullable(), step: loanStep }),
  ),
  /** What became of an application without an answer, after a person has asked the lender. */
  "loans.decideDoubt": call(
    "supervisor",
    z.object({
      loanId: id,
      decision: z.enum(["received", "notReceived"]),
      loanRef: loanRef.optional(),
      note: reason,
    }),
    loanView,
  ),
  "loans.get": call("signedIn", byLoan, loanView),
  "loans.list": call(
    "signedIn",
    z.object({ step: loanStep.optional(), text: line(200).optional(), page: page.optional() }),
    z.object({ loans: z.array(loanView), total: z.number().int() }),
  ),
  "loans.refresh": call("signedIn", byLoan, loanView),
  "loans.cancel": call("signedIn", z.object({ loanId: id, reason }), loanView),
  "loans.info": call("signedIn", z.object({ providerId: id, loanRef }), loanInfoView),
  "loans.adopt": call("signedIn", z.object({ providerId: id, loanRef }), loanView),
  "agreements.languages": call(
    "signedIn",
    z.object({ providerId: id }),
    z.object({ languages: z.array(z.string()) }),
  ),
  "agreements.fetch": call(
    "signedIn",
    z.object({ loanId: id, language: z.string().regex(/^[a-z]{3}$/) }),
    documentView,
  ),
  "agreements.upload": call(
    "signedIn",
    z.object({ loanId: id, agreementDocumentId: id, bankStatementDocumentId: id.optional() }),
    loanView,
  ),
  /** What a clerk was typing, kept sealed across a crash or a lock and given back to the same person only. */
  "drafts.save": call(
    "signedIn",
    z.object({ form: id, fields: z.record(z.string().max(60), z.string().max(2000)) }),
    z.object({ savedAt: z.string() }),
  ),
  "drafts.get": call(
    "signedIn",
    z.object({ form: id }),
    z.object({ fields: z.record(z.string(), z.string()).nullable(), savedAt: z.string().nullable() }),
  ),
  "drafts.drop": call("signedIn", z.object({ form: id }), empty),
};
