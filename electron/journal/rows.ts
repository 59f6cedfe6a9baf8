/** Every kind of fact the journal can hold, with the shape of its payload. Payloads hold no personal data, only keyed digests. */
import { z } from "zod";
import { environment, limitsInput, providerKind, providerSettings } from "../../shared/api/setup.ts";
import { language, role } from "../../shared/api/values.ts";
import { loanSteps } from "../../shared/loanSteps.ts";
import {
  attentionReasonSchema,
  certaintySchema,
  heldReasonSchema,
  outcomeWordSchema,
  readingSchema,
  wireRecordSchema,
} from "../../shared/outbox.ts";

const minor = z.number().int();
const loanStep = z.enum(loanSteps);
const approvedBy = z.string().nullable();
const item = { itemId: z.string() };
const loan = { loanId: z.string() };

/** What the courier concluded from one read-back; see `courier/reconcile.ts`. */
export const verdictSchema = z.discriminatedUnion("to", [
  z.object({ to: z.literal("posted"), certainty: certaintySchema, note: z.string().nullable() }),
  z.object({ to: z.literal("refused"), note: z.string().nullable() }),
  z.object({ to: z.literal("attention"), reason: attentionReasonSchema, freezesLoan: z.boolean() }),
  z.object({ to: z.literal("held"), reason: heldReasonSchema }),
  /** Nothing is concluded yet; the reading counts as one absent reading where `absent` is true. */
  z.object({ to: z.literal("wait"), absent: z.boolean() }),
]);
export type Verdict = z.infer<typeof verdictSchema>;

const captured = {
  ...item,
  captureId: z.string(),
  receiptNo: z.string(),
  providerId: z.string(),
  loanRef: z.string(),
  loanId: z.string().nullable(),
  amountMinor: minor,
  currency: z.string(),
  /** Keyed digest of the PIN that the counter typed, where it did. */
  customerDigest: z.string().nullable(),
  /** Keyed digest of every field of the form, for "the same id with other fields". */
  fieldsDigest: z.string(),
};

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
  "setup.recoveryCodeShown": z.object({}),
  "setup.backedUp": z.object({ entries: z.number().int(), file: z.string() }),
  "setup.dataAccepted": z.object({ problem: z.string(), note: z.string() }),
  "setup.unlocked": z.object({}),
  // Staff
  "staff.saved": z.object({ name: z.string(), role, active: z.boolean() }),
  "staff.pinSet": z.object({ name: z.string() }),
  "staff.language": z.object({ name: z.string(), language }),
  "staff.signedIn": z.object({ name: z.string() }),
  "staff.signedOut": z.object({ name: z.string(), because: z.enum(["person", "idle", "system", "restart"]) }),
  "staff.refused": z.object({ name: z.string(), failures: z.number().int() }),
  "staff.approved": z.object({ name: z.string(), what: z.string(), itemId: z.string() }),
  // Till
  "till.opened": z.object({ shiftId: z.string(), floatMinor: minor, headCheck: z.string().nullable() }),
  "till.moved": z.object({
    shiftId: z.string(),
    direction: z.enum(["in", "out"]),
    amountMinor: minor,
    reason: z.string(),
  }),
  "till.closed": z.object({
    shiftId: z.string(),
    expectedMinor: minor,
    countedMinor: minor,
    differenceMinor: minor,
    counts: z.array(z.object({ denominationMinor: minor, pieces: z.number().int() })),
    note: z.string().nullable(),
    approvedBy,
  }),
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
  /** Cash has left the till: it makes the outbox item that confirms it to the lender. */
  "payout.handedOver": z.object({ ...captured, payoutId: z.string(), checkId: z.string() }),
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
  // Outbox
  "repayment.captured": z.object({ ...captured, offline: z.boolean() }),
  "item.held": z.object({
    ...item,
    reason: heldReasonSchema,
    detail: z.string().nullable(),
    reading: readingSchema.nullable(),
  }),
  /** A hold ended: by itself (`by` null) or by a person who looked at it, who may waive the reason for this item. */
  "item.released": z.object({
    ...item,
    waives: heldReasonSchema.nullable(),
    note: z.string().nullable(),
    approvedBy,
  }),
  /** Durable before the first byte leaves. An attempt that is armed is sent at most once, ever. */
  "item.armed": z.object({
    ...item,
    attemptId: z.string(),
    attempt: z.number().int(),
    baseline: readingSchema,
  }),
  "item.answered": z.object({
    ...item,
    attemptId: z.string(),
    outcome: outcomeWordSchema,
    credentials: z.boolean(),
    message: z.string().nullable(),
    wire: wireRecordSchema.nullable(),
    /** When a `notSent` item may be tried again. */
    retryAt: z.string().nullable(),
  }),
  /** Found armed and unanswered at start: it counts as unconfirmed. */
  "item.interrupted": z.object({ ...item, attemptId: z.string() }),
  "item.read": z.object({
    ...item,
    reading: readingSchema,
    second: readingSchema.nullable(),
    verdict: verdictSchema,
    nextAt: z.string().nullable(),
  }),
  "item.resolved": z.object({
    ...item,
    decision: z.enum(["posted", "notPosted", "sendAgain"]),
    note: z.string(),
    loanRef: z.string().nullable(),
    approvedBy,
  }),
  "item.voided": z.object({ ...item, reason: z.string(), approvedBy }),
  "item.givenBack": z.object({ ...item, slipNo: z.string(), approvedBy }),
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
  }),
  "paper.printed": z.object({
    printId: z.string(),
    result: z.enum(["sent", "saved", "failed"]),
    printer: z.string().nullable(),
    message: z.string().nullable(),
  }),
  // Other systems
  /** Durable before a registration is sent; `update` where the customer exists there already. */
  "customer.onboarding": z.object({
    onboardingId: z.string(),
    providerId: z.string(),
    /** Keyed digest of ID type and number. */
    customerDigest: z.string(),
    fieldsDigest: z.string(),
    update: z.boolean(),
  }),
  "customer.onboardingAnswered": z.object({
    onboardingId: z.string(),
    result: z.enum(["registered", "refused", "notSent", "inDoubt", "foundByLookup"]),
    /** The outcome in the words of the bridge, where the provider gave one. */
    outcome: z.string().nullable(),
  }),
  /** Durable before the one request that may open an account leaves. */
  "account.creating": z.object({
    accountRequestId: z.string(),
    captureId: z.string(),
    providerId: z.string(),
    fieldsDigest: z.string(),
    amountMinor: minor,
    currency: z.string(),
  }),
  "account.answered": z.object({
    accountRequestId: z.string(),
    result: z.enum(["created", "refused", "notSent", "inDoubt"]),
    accountId: z.string().nullable(),
    bookedAmountMinor: minor.nullable(),
    feeMinor: minor.nullable(),
    /** The account's own status, as the provider words it. */
    status: z.string().nullable(),
  }),
  /** A doubt about an account was settled: found in the provider's book, or decided by a person who has asked. */
  "account.settled": z.object({
    accountRequestId: z.string(),
    by: z.enum(["readBack", "hand"]),
    accountId: z.string().nullable(),
    bookedAmountMinor: minor.nullable(),
    feeMinor: minor.nullable(),
    status: z.string().nullable(),
    note: z.string().nullable(),
  }),
  "letter.issued": z.object({
    providerId: z.string(),
    loanRef: z.string(),
    loanType: z.string(),
    documentId: z.string(),
  }),
  // Records
  "customer.read": z.object({ what: z.string(), subjectId: z.string() }),
  "customer.purged": z.object({ customerId: z.string() }),
  "journal.exported": z.object({ format: z.string(), entries: z.number().int() }),
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
