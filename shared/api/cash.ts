/** Calls of the payouts desk, the repayments desk and the outbox: everything that moves cash. */
import { z } from "zod";
import { itemStateSchema, outboxItemSchema } from "../outbox.ts";
import { call } from "./call.ts";
import {
  amountMinor,
  amountMinorOrZero,
  approval,
  captureId,
  empty,
  id,
  line,
  loanRef,
  note,
  page,
  reason,
  requiredLine,
  sumMinor,
} from "./values.ts";

export const releaseCheckView = z.object({
  checkId: id,
  allowed: z.boolean(),
  amountMinor: sumMinor,
  clientPinMasked: z.string(),
  clientName: z.string(),
  loanStatus: z.string().nullable(),
  expiresAt: z.string(),
  /** The lender's sentence where it did not allow it. */
  message: z.string().nullable(),
});

export const handOverView = z.object({
  payoutId: id,
  itemId: id,
  receiptNo: z.string(),
  state: itemStateSchema,
});

export const repaymentWarnings = [
  "sameAmountRecently",
  "moreThanOwed",
  "oldBalance",
  "neverRead",
  "openItemForLoan",
  "loanFrozen",
  "noActiveLoan",
  "tooMuchOffline",
] as const;

const clientPin = requiredLine(40);

export const payoutCalls = {
  "payouts.check": call("signedIn", z.object({ loanId: id }), releaseCheckView),
  "payouts.begin": call(
    "signedIn",
    z.object({ checkId: id, clientPin, approval: approval.optional() }),
    z.object({ payoutId: id, checkId: id, amountMinor: sumMinor }),
  ),
  "payouts.handOver": call(
    "signedIn",
    z.object({ checkId: id, clientPin, approval: approval.optional() }),
    handOverView,
  ),
  "payouts.settle": call(
    "signedIn",
    z.object({
      checkId: id,
      handedOver: z.boolean(),
      countedMinor: amountMinorOrZero,
      approval: approval.optional(),
    }),
    handOverView.partial({ receiptNo: true, itemId: true }).extend({ differenceMinor: sumMinor }),
  ),
  "payouts.open": call(
    "signedIn",
    empty,
    z.object({
      payouts: z.array(
        z.object({
          payoutId: id,
          checkId: id,
          loanId: id,
          loanRef: z.string(),
          amountMinor: sumMinor,
          begunAt: z.string(),
          begunBy: z.string(),
        }),
      ),
    }),
  ),
};

export const repaymentCalls = {
  "repayments.check": call(
    "signedIn",
    z.object({ providerId: id, loanRef, amountMinor }),
    z.object({
      clientName: z.string().nullable(),
      remainingMinor: sumMinor.nullable(),
      asOf: z.string().nullable(),
      stale: z.boolean(),
      warnings: z.array(z.enum(repaymentWarnings)),
    }),
  ),
  "repayments.capture": call(
    "signedIn",
    z.object({
      providerId: id,
      loanRef,
      amountMinor,
      clientPin: line(40).optional(),
      payerName: line(200).optional(),
      payerPhone: line(40).optional(),
      captureId,
    }),
    z.object({
      repaymentId: id,
      itemId: id,
      receiptNo: z.string(),
      state: itemStateSchema,
      exists: z.boolean(),
    }),
  ),
  "repayments.giveBack": call(
    "signedIn",
    z.object({ itemId: id, approval: approval.optional() }),
    z.object({ itemId: id, slipNo: z.string(), amountMinor: sumMinor, documentId: z.string().nullable() }),
  ),
};

export const outboxCalls = {
  "outbox.list": call(
    "signedIn",
    z.object({
      state: itemStateSchema.optional(),
      itemId: id.optional(),
      loanRef: loanRef.optional(),
      page: page.optional(),
    }),
    z.object({
      items: z.array(outboxItemSchema),
      total: z.number().int(),
      counts: z.record(z.string(), z.number().int()),
    }),
  ),
  "outbox.sync": call(
    "signedIn",
    empty,
    z.object({ counts: z.record(z.string(), z.number().int()), open: z.number().int() }),
  ),
  "outbox.resolve": call(
    "signedIn",
    z.object({
      itemId: id,
      decision: z.enum(["posted", "notPosted", "sendAgain", "release"]),
      note,
      loanRef: loanRef.optional(),
      approval: approval.optional(),
    }),
    outboxItemSchema,
  ),
  "outbox.void": call(
    "signedIn",
    z.object({ itemId: id, reason, approval: approval.optional() }),
    outboxItemSchema,
  ),
};
