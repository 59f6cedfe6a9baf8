/** The facts about the till: shifts, counts, transfers, the lender's balance, what people have seen, and disputes. */
import { z } from "zod";

const minor = z.number().int();
const approvedBy = z.string().nullable();

/** Cash by denomination as it was counted. */
export const countsSchema = z.array(z.object({ denominationMinor: minor, pieces: z.number().int() }));

/** An open item as the closing shift has left it. */
export const carriedSchema = z.object({
  itemId: z.string(),
  state: z.string(),
  reason: z.string().nullable(),
});

export const tillRows = {
  "till.opened": z.object({
    shiftId: z.string(),
    floatMinor: minor,
    headCheck: z.string().nullable(),
    counts: countsSchema.optional(),
  }),
  "till.moved": z.object({
    shiftId: z.string(),
    direction: z.enum(["in", "out"]),
    amountMinor: minor,
    reason: z.string(),
  }),
  /** The drawer was counted; it stands here before anybody was told what was expected. */
  "till.counted": z.object({
    shiftId: z.string(),
    /** From 1 in each shift. */
    number: z.number().int(),
    counts: countsSchema,
    countedMinor: minor,
    expectedMinor: minor,
  }),
  "till.closed": z.object({
    shiftId: z.string(),
    expectedMinor: minor,
    countedMinor: minor,
    differenceMinor: minor,
    counts: countsSchema,
    note: z.string().nullable(),
    approvedBy,
    carriedOver: z.array(carriedSchema).optional(),
    /** The closing person has signed for exactly these items. */
    carriedOverSigned: z.boolean().optional(),
    /** What the report says for ever, whatever version prints it again. */
    appVersion: z.string().optional(),
  }),
  /** Cash has left the drawer for the safe or another till, and waits to be accepted. */
  "till.transferred": z.object({
    shiftId: z.string(),
    transferId: z.string(),
    slipNo: z.string(),
    place: z.enum(["safe", "till"]),
    name: z.string(),
    /** The one till that may accept it, with its office. */
    to: z.string(),
    amountMinor: minor,
    currency: z.string(),
  }),
  /** The receiver has it, or nobody took it and it lies in this drawer again. */
  "till.transferEnded": z.object({
    transferId: z.string(),
    /** The shift into whose drawer it came back. */
    shiftId: z.string().nullable(),
    result: z.enum(["accepted", "cameBack"]),
    amountMinor: minor,
    /** The receiving installation, where its acknowledgement was typed. */
    installation: z.string().nullable(),
    reason: z.string().nullable(),
    approvedBy,
  }),
  /** Another till's cash is in this drawer. */
  "till.transferReceived": z.object({
    shiftId: z.string(),
    transferId: z.string(),
    slipNo: z.string(),
    fromInstallation: z.string(),
    /** The sender's own number on its slip: accepted once. */
    fromNumber: z.number().int(),
    amountMinor: minor,
    currency: z.string(),
    acknowledgement: z.string(),
  }),
  /** What the lender's statement shows as this partner's balance. */
  "till.partnerBalanceSet": z.object({
    providerId: z.string(),
    balanceMinor: minor,
    note: z.string(),
    /** Items that were not certain at the lender then: they move the balance once they are. */
    pending: z.array(z.string()),
  }),
  /** This person has seen what others and the system had changed up to here. */
  "till.newsSeen": z.object({ name: z.string(), upTo: z.number().int() }),
  "dispute.opened": z.object({
    disputeId: z.string(),
    about: z.enum(["shift", "item", "entry"]),
    shiftId: z.string().nullable(),
    itemId: z.string().nullable(),
    /** The disputed entry, where it was one. */
    entry: z.number().int().nullable(),
    note: z.string(),
    lastSequence: z.number().int(),
    fileName: z.string(),
    bytes: z.number().int(),
    sha256: z.string(),
  }),
  /** The evidence left as a file. */
  "dispute.saved": z.object({ disputeId: z.string() }),
} as const;
