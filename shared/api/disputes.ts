/** Calls of disputes: anybody may dispute, and what is disputed is frozen as one file of evidence. */
import { z } from "zod";
import { call } from "./call.ts";
import { id, note, page } from "./values.ts";

export const disputeView = z.object({
  disputeId: id,
  at: z.string(),
  by: z.string(),
  about: z.enum(["shift", "item", "entry"]),
  shiftId: z.string().nullable(),
  itemId: z.string().nullable(),
  /** The disputed entry, where it was one. */
  sequence: z.number().int().nullable(),
  note: z.string(),
  /** The journal's entries that the pack holds are those of the subject; it was frozen when the journal ended here. */
  lastSequence: z.number().int(),
  fileName: z.string(),
  bytes: z.number().int(),
  /** Of the whole pack; stands in the journal too. */
  sha256: z.string(),
});
export type DisputeView = z.infer<typeof disputeView>;

/** What is disputed: a whole shift, an item, or one entry of the journal. */
const disputed = z.union([
  z.object({ shiftId: id, note }).strict(),
  z.object({ itemId: id, note }).strict(),
  z.object({ sequence: z.number().int().min(1), note }).strict(),
]);

export const disputeCalls = {
  /** Freezes an evidence pack. It changes no till, no item and no entry. */
  "disputes.open": call("signedIn", disputed, disputeView),
  "disputes.list": call(
    "signedIn",
    z.object({ page: page.optional() }),
    z.object({ disputes: z.array(disputeView), total: z.number().int() }),
  ),
  "disputes.save": call(
    "signedIn",
    z.object({ disputeId: id, path: z.string().min(1).max(2000) }),
    z.object({ path: z.string(), sha256: z.string() }),
  ),
};
