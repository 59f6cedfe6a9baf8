/** Calls of the approvals desk: what waits for a signature, and the one-time codes of supervisors elsewhere. */
import { z } from "zod";
import { call } from "./call.ts";
import { empty, id, note, oneTimeCode, page, personName, sumMinor } from "./values.ts";

export const deferredApproval = z.object({
  approvalId: id,
  /** One of `approvalActs`, or the name that a newer version gave it. */
  what: z.string(),
  itemId: z.string(),
  /** The payment that it is about, where it is about one. */
  item: z.object({ receiptNo: z.string(), loanRef: z.string(), amountMinor: sumMinor }).nullable(),
  /** What the count of a closed shift was over or short. */
  differenceMinor: sumMinor.nullable(),
  currency: z.string(),
  /** Whose act it was. */
  by: z.string(),
  at: z.string(),
  businessDate: z.string(),
  sequence: z.number().int(),
  signedBy: z.string().nullable(),
  signedAt: z.string().nullable(),
  note: z.string().nullable(),
  /** False for one's own: nobody signs for what they did themselves. */
  maySign: z.boolean(),
});
export type DeferredApproval = z.infer<typeof deferredApproval>;

export const approvalCalls = {
  "approvals.list": call(
    "supervisor",
    z.object({ state: z.enum(["waiting", "signed"]).optional(), page: page.optional() }),
    z.object({
      entries: z.array(deferredApproval),
      total: z.number().int(),
      /** All that wait for a signature, and those of them that this person may give. */
      waiting: z.number().int(),
      waitingForYou: z.number().int(),
    }),
  ),
  "approvals.sign": call("supervisor", z.object({ approvalId: id, note: note.optional() }), deferredApproval),
  /** A new secret for the person's own telephone, shown this once; it counts from `approvals.confirm` on. */
  "approvals.enrol": call(
    "supervisor",
    z.object({ pin: z.string().min(1).max(40) }),
    z.object({
      /** `otpauth://totp/…` (Google's Key URI Format), and the same as a square code in SVG. */
      uri: z.string(),
      qrSvg: z.string(),
      /** For typing it in by hand. */
      secret: z.string(),
    }),
  ),
  /** The first code from the telephone proves that it has the secret and that the clocks agree. */
  "approvals.confirm": call("supervisor", z.object({ code: oneTimeCode }), empty),
  /** The telephone was lost: one's own, or for an administrator anybody's. */
  "approvals.forget": call("supervisor", z.object({ name: personName }), empty),
};
