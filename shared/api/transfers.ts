/** Calls of transfers: cash that goes to the safe or to another till, and is accepted there. */
import { z } from "zod";
import { call } from "./call.ts";
import { printResult, receiptPapers } from "./paper.ts";
import { amountMinor, approval, id, page, reason, requiredLine, sumMinor } from "./values.ts";

const paper = z.enum(receiptPapers);

export const transferStates = ["underWay", "accepted", "cameBack"] as const;
export const transferView = z.object({
  transferId: id,
  shiftId: z.string(),
  /** `out` left this drawer, `in` came into it from another till. */
  direction: z.enum(["out", "in"]),
  /** Where it went, or the till that it came from. */
  place: z.enum(["safe", "till"]),
  name: z.string(),
  amountMinor: sumMinor,
  currency: z.string(),
  slipNo: z.string(),
  /** What the receiving till types or scans. Only for `out` to another till. */
  code: z.string().nullable(),
  /** What the receiving till shows once it has accepted; the sender types it. Only for `in`. */
  acknowledgement: z.string().nullable(),
  state: z.enum(transferStates),
  at: z.string(),
  by: z.string(),
  endedAt: z.string().nullable(),
  /** Who accepted or took it back: a person here, or the other installation's number. */
  endedBy: z.string().nullable(),
  reason: z.string().nullable(),
});
export type TransferView = z.infer<typeof transferView>;

export const transferCalls = {
  /** Cash leaves the drawer with a slip. With `approval` a supervisor here takes it for the safe at once. */
  "till.transfer": call(
    "signedIn",
    z.object({
      to: z.object({ kind: z.enum(["safe", "till"]), name: requiredLine(40) }),
      amountMinor,
      approval: approval.optional(),
    }),
    transferView,
  ),
  /** At the receiving till: the slip's code and the sum as counted there. Once for each slip. */
  "till.accept": call("signedIn", z.object({ code: requiredLine(120), amountMinor }), transferView),
  /** At the sending till: the receiver's acknowledgement, or a supervisor here who answers for it. */
  "till.transferAccepted": call(
    "signedIn",
    z.object({
      transferId: id,
      acknowledgement: requiredLine(40).optional(),
      approval: approval.optional(),
    }),
    transferView,
  ),
  /** Nobody took it: the cash lies in the drawer again, and the slip is void. */
  "till.transferBack": call(
    "signedIn",
    z.object({ transferId: id, reason, approval: approval.optional() }),
    transferView,
  ),
  "till.transfers": call(
    "signedIn",
    z.object({ state: z.enum(transferStates).optional(), page: page.optional() }),
    z.object({ transfers: z.array(transferView), total: z.number().int() }),
  ),
  "till.makeSlip": call(
    "signedIn",
    z.object({ transferId: id, paper: paper.optional() }),
    z.object({ documentId: id, html: z.string(), copy: z.boolean() }),
  ),
  "till.printSlip": call(
    "signedIn",
    z.object({ transferId: id, paper: paper.optional(), printer: z.string().max(200).optional() }),
    printResult,
  ),
};
