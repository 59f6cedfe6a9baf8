/** Calls that look at the till from aside: the lender's balance, the day as a picture, what others have changed. */
import { z } from "zod";
import { call } from "./call.ts";
import { journalEntry } from "./records.ts";
import { empty, id, isoDate, note, sumMinor } from "./values.ts";

export const partnerBalance = z.object({
  providerId: id,
  name: z.string(),
  currency: z.string(),
  /** What a supervisor entered last, from the lender's statement; null until then, and then only movements count. */
  opening: z.object({ balanceMinor: sumMinor, at: z.string(), by: z.string(), note: z.string() }).nullable(),
  /** Since then, what the lender's books are known to show. Payouts are negative. */
  payoutsCertainMinor: sumMinor,
  repaymentsCertainMinor: sumMinor,
  /** Taken or paid here, and not certain at the lender yet. */
  payoutsNotYetMinor: sumMinor,
  repaymentsNotYetMinor: sumMinor,
  /** Opening and everything certain. */
  balanceMinor: sumMinor,
  /** And with all that is not yet certain, should the lender book it. */
  balanceIfAllBookedMinor: sumMinor,
});
export type PartnerBalance = z.infer<typeof partnerBalance>;

/** One day as a picture: the drawer's cash after each movement, and what was paid and repaid in each hour. */
export const dayPicture = z.object({
  businessDate: z.string(),
  currency: z.string(),
  shifts: z.array(
    z.object({
      shiftId: z.string(),
      openedAt: z.string(),
      openedBy: z.string(),
      closedAt: z.string().nullable(),
    }),
  ),
  /** In the order of the journal; a shift begins with its float and ends with what it expected. */
  points: z.array(z.object({ at: z.string(), shiftId: z.string(), kind: z.string(), cashMinor: sumMinor })),
  /** Hours of the counter's own clock (0 to 23) in which something happened. Plain amounts, both positive. */
  hours: z.array(
    z.object({
      hour: z.number().int(),
      repayments: z.number().int(),
      repaymentsMinor: sumMinor,
      payouts: z.number().int(),
      payoutsMinor: sumMinor,
    }),
  ),
});
export type DayPicture = z.infer<typeof dayPicture>;

export const tillBookCalls = {
  "till.day": call("signedIn", z.object({ businessDate: isoDate.optional() }), dayPicture),
  "till.partnerBalance": call(
    "signedIn",
    z.object({ providerId: id.optional() }),
    z.object({ balances: z.array(partnerBalance) }),
  ),
  /** The balance as the lender's statement shows it now; it may be negative. */
  "till.setPartnerBalance": call(
    "supervisor",
    z.object({
      providerId: id,
      balanceMinor: z.number().int().min(-10_000_000_000_000).max(10_000_000_000_000),
      note,
    }),
    partnerBalance,
  ),
  /** What the system or other people changed since this person last saw it, oldest first. */
  "till.news": call(
    "signedIn",
    empty,
    z.object({ lines: z.array(journalEntry), more: z.number().int(), upTo: z.number().int() }),
  ),
  "till.newsSeen": call("signedIn", z.object({ upTo: z.number().int().min(0) }), empty),
};
