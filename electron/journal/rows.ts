/** Every kind of fact the journal can hold, with the shape of its payload. Payloads hold no personal data, only keyed digests. */
import { z } from "zod";
import { printResults } from "../../shared/api/paper.ts";
import { duplex, printerChoice, sheetSize } from "../../shared/api/printing.ts";
import { environment, limitsInput, providerKind, providerSettings } from "../../shared/api/setup.ts";
import { language } from "../../shared/api/values.ts";
import { loanSteps } from "../../shared/loanSteps.ts";
import { readingSchema } from "../../shared/outbox.ts";
import { otherSystemRows } from "./rows/otherSystemRows.ts";
import { outboxRows } from "./rows/outboxRows.ts";
import { peopleRows } from "./rows/peopleRows.ts";
import { safetyRows } from "./rows/safetyRows.ts";
import { tillRows } from "./rows/tillRows.ts";

const minor = z.number().int();
const loanStep = z.enum(loanSteps);
const approvedBy = z.string().nullable();
const loan = { loanId: z.string() };

export const rowPayloads = {
  // Set-up
  "setup.installed": z.object({ installationId: z.string(), appVersion: z.string(), training: z.boolean() }),
  "setup.saved": z.object({ office: z.string(), till: z.string(), currency: z.string(), language }),
  "setup.limits": z.object({ limits: limitsInput }),
  "setup.providerSaved": z.object({
    id: z.string(),
    kind: providerKind,
    name: z.string(),
    baseUrl: z.string(),
    environment,
    settings: providerSettings,
    secretNames: z.array(z.string()),
  }),
  /** A network scanner (its address) or a folder that a device writes to (its path). */
  "setup.scannerSaved": z.object({
    id: z.string(),
    kind: z.enum(["escl", "folder"]),
    name: z.string(),
    place: z.string(),
  }),
  "setup.scannerRemoved": z.object({ id: z.string() }),
  /** Which printer takes one kind of paper from now on. */
  "setup.printerChosen": printerChoice,
  "setup.recoveryCodeShown": z.object({}),
  "setup.backedUp": z.object({ entries: z.number().int(), file: z.string() }),
  "setup.dataAccepted": z.object({ problem: z.string(), note: z.string() }),
  "setup.unlocked": z.object({}),
  ...safetyRows,
  /** The unsettled work was set apart for another computer; `item.carriedOut` says which items. */
  "setup.carriedOut": z.object({
    carryId: z.string(),
    items: z.number().int(),
    /** The one installation that may take it in, where the person named one. */
    forInstallation: z.string().nullable(),
  }),
  /** The file with that work lies where the person wanted it. */
  "setup.carryFileWritten": z.object({ carryId: z.string() }),
  /** Another till's file was taken in, which happens once for each file. */
  "setup.carriedIn": z.object({
    carryId: z.string(),
    fromInstallation: z.string(),
    items: z.number().int(),
    loans: z.number().int(),
  }),
  ...peopleRows,
  ...tillRows,
  // Loans
  "loan.applying": z.object({
    ...loan,
    providerId: z.string(),
    captureId: z.string(),
    fieldsDigest: z.string(),
    applicantDigest: z.string(),
    amountMinor: minor,
    months: z.number().int(),
  }),
  "loan.answered": z.object({
    ...loan,
    outcome: z.enum(["accepted", "refused", "notSent", "inDoubt"]),
    loanRef: z.string().nullable(),
    months: z.number().int().nullable(),
    firstRepaymentDate: z.string().nullable(),
    message: z.string().nullable(),
  }),
  "loan.doubtDecided": z.object({
    ...loan,
    decision: z.enum(["received", "notReceived"]),
    loanRef: z.string().nullable(),
    note: z.string(),
  }),
  "loan.adopted": z.object({
    ...loan,
    providerId: z.string(),
    loanRef: z.string(),
    step: loanStep,
    amountMinor: minor.nullable(),
    months: z.number().int().nullable(),
  }),
  /** A question to the lender about a loan's step and what it said. `step` null: the answer does not change the step. */
  "loan.checked": z.object({
    ...loan,
    by: z.enum(["status", "release", "info"]),
    step: loanStep.nullable(),
    said: z.string().nullable(),
    release: z.object({ allowed: z.boolean(), loanStatus: z.string().nullable() }).nullable(),
    remainingMinor: minor.nullable(),
  }),
  "loan.agreementIssued": z.object({ ...loan, documentId: z.string(), language: z.string() }),
  "loan.signedAttached": z.object({
    ...loan,
    agreementDocumentId: z.string(),
    bankStatementDocumentId: z.string().nullable(),
  }),
  "loan.uploadStarted": z.object({ ...loan, attempt: z.number().int() }),
  "loan.uploadEnded": z.object({
    ...loan,
    result: z.enum(["done", "perhapsUploaded", "waiting", "failed"]),
    message: z.string().nullable(),
    nextAt: z.string().nullable(),
    /** The attempt may have brought the files to the lender, whatever came back. */
    mayHaveArrived: z.boolean().optional(),
  }),
  "loan.cancelling": z.object({ ...loan, reason: z.string(), attemptId: z.string() }),
  "loan.cancelAnswered": z.object({
    ...loan,
    attemptId: z.string(),
    result: z.enum(["cancelled", "inferred", "notCancelled", "inDoubt"]),
    message: z.string().nullable(),
  }),
  /** The lender's books about one loan, read for a person or the courier: also the balance shown offline. */
  "loan.read": z.object({
    providerId: z.string(),
    loanRef: z.string(),
    months: z.number().int().nullable(),
    reading: readingSchema,
  }),
  /** An application or a cancellation in doubt that another till has carried here. */
  "loan.carriedIn": z.object({
    ...loan,
    carryId: z.string(),
    providerId: z.string(),
    loanRef: z.string().nullable(),
    step: loanStep,
    captureId: z.string().nullable(),
    fieldsDigest: z.string().nullable(),
    applicantDigest: z.string().nullable(),
    amountMinor: minor.nullable(),
    months: z.number().int().nullable(),
    adopted: z.boolean(),
    cancelling: z.object({ attemptId: z.string(), inDoubt: z.boolean() }).nullable(),
  }),
  "loan.frozen": z.object({ providerId: z.string(), loanRef: z.string(), because: z.string() }),
  "loan.unfrozen": z.object({ providerId: z.string(), loanRef: z.string(), note: z.string() }),
  // Payouts
  "payout.checked": z.object({
    ...loan,
    checkId: z.string(),
    allowed: z.boolean(),
    amountMinor: minor,
    customerDigest: z.string(),
    loanStatus: z.string().nullable(),
    expiresAt: z.string(),
    message: z.string().nullable(),
  }),
  "payout.begun": z.object({
    ...loan,
    payoutId: z.string(),
    checkId: z.string(),
    amountMinor: minor,
    approvedBy,
  }),
  /** After a crash between begin and hand-over a person said that the customer did not get the cash. */
  "payout.notHandedOver": z.object({
    ...loan,
    payoutId: z.string(),
    checkId: z.string(),
    countedMinor: minor,
    expectedMinor: minor,
    approvedBy,
  }),
  /** The drawer count that belongs to a hand-over settled after a crash. */
  "payout.settled": z.object({
    ...loan,
    payoutId: z.string(),
    checkId: z.string(),
    handedOver: z.boolean(),
    countedMinor: minor,
    expectedMinor: minor,
    approvedBy,
  }),
  ...outboxRows,
  // Courier
  "courier.credentialsRefused": z.object({ providerId: z.string(), itemId: z.string().nullable() }),
  "courier.credentialsRenewed": z.object({ providerId: z.string() }),
  "courier.sendingOff": z.object({ reason: z.string() }),
  "courier.sendingOn": z.object({ note: z.string() }),
  // Paper
  "document.stored": z.object({
    documentId: z.string(),
    loanId: z.string().nullable(),
    mime: z.string(),
    pages: z.number().int(),
    bytes: z.number().int(),
    sha256: z.string(),
    source: z.enum(["import", "scan", "agreement", "receipt", "letter"]),
  }),
  "document.purged": z.object({ documentId: z.string() }),
  "paper.printing": z.object({
    printId: z.string(),
    what: z.enum(["document", "receipt", "slip", "report"]),
    subjectId: z.string(),
    printer: z.string().nullable(),
    copies: z.number().int(),
    copy: z.boolean(),
    /** The loan that the paper is about, so that a search for it finds its prints. */
    loanId: z.string().optional(),
    /** How it was wanted, where somebody said so. */
    duplex: duplex.nullable().optional(),
    sheet: sheetSize.optional(),
    dialog: z.boolean().optional(),
  }),
  "paper.printed": z.object({
    printId: z.string(),
    result: z.enum(printResults),
    printer: z.string().nullable(),
    message: z.string().nullable(),
    /** On how many pages our code was printed. */
    codes: z.number().int().optional(),
  }),
  ...otherSystemRows,
  // Records
  "customer.read": z.object({ what: z.string(), subjectId: z.string() }),
  "customer.purged": z.object({ customerId: z.string() }),
  "journal.exported": z.object({
    format: z.string(),
    entries: z.number().int(),
    /** Customers' data stood in the file, too. */
    withPeople: z.boolean().optional(),
  }),
} as const;

export type RowKind = keyof typeof rowPayloads;
export type RowPayload<Kind extends RowKind> = z.infer<(typeof rowPayloads)[Kind]>;

/** One row as it stands in the journal; a union, so that `switch (row.kind)` narrows the payload. */
export type Row = { [Kind in RowKind]: RowMeta & { kind: Kind; payload: RowPayload<Kind> } }[RowKind];

export interface RowMeta {
  /** Gapless from 1. Order is the sequence, never the clock. */
  sequence: number;
  /** Attempt, capture or other id given by the writer; unique. */
  rowId: string;
  /** ISO 8601 UTC. */
  at: string;
  monotonicMs: number;
  clockOffsetMs: number | null;
  businessDate: string;
  shiftId: string | null;
  /** A named person, or `system`. */
  actor: string;
  /** Plain SHA-256 over this row and the hash before it, hex. */
  hash: string;
}

export type RowDraft = {
  [Kind in RowKind]: {
    kind: Kind;
    payload: RowPayload<Kind>;
    actor: string;
    rowId?: string;
    shiftId?: string | null;
    businessDate?: string;
    clockOffsetMs?: number | null;
  };
}[RowKind];

export function isRowKind(kind: string): kind is RowKind {
  return Object.hasOwn(rowPayloads, kind);
}
