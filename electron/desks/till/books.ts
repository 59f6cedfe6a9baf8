/** The till from aside: the partner's balance with each lender, the day as a picture, and what others have changed. */
import type { PartnerBalance } from "../../../shared/api/tillBooks.ts";
import { businessDateOf } from "../../../shared/dates.ts";
import { cashOverDay, hoursOfDay, shiftsOfDay } from "../../journal/till/day.ts";
import { newsFor, newsSeenBy } from "../../journal/till/news.ts";
import { balanceWith, notYetAtLender } from "../../journal/till/partnerBalance.ts";
import type { Provider } from "../../providers/contract.ts";
import type { DeskCalls, DeskContext } from "../context.ts";
import { entryView } from "../journal.ts";

type BookCalls = DeskCalls<
  "till.day" | "till.partnerBalance" | "till.setPartnerBalance" | "till.news" | "till.newsSeen"
>;

/** So many lines can be looked at before the next customer; the rest are counted. */
const MOST_NEWS = 50;

export function createTillBooksDesk(context: DeskContext): BookCalls {
  const { journal } = context;

  function balanceOf({ id, name, currency }: Provider): PartnerBalance {
    const known = balanceWith(journal.sql, id);
    const balanceMinor =
      (known.opening?.balanceMinor ?? 0) + known.payoutsCertainMinor + known.repaymentsCertainMinor;
    return {
      ...{ providerId: id, name, currency, ...known, balanceMinor },
      balanceIfAllBookedMinor: balanceMinor + known.payoutsNotYetMinor + known.repaymentsNotYetMinor,
    };
  }

  /** Only a lender that pays out or collects at the counter keeps a balance with the office. */
  const keepsBalance = ({ capabilities }: Provider) =>
    capabilities.includes("payout") || capabilities.includes("repayment");

  return {
    "till.day": ({ businessDate = businessDateOf(context.clock.now()) }) => ({
      businessDate,
      currency: context.office().currency,
      shifts: shiftsOfDay(journal.sql, businessDate),
      points: cashOverDay(journal.sql, businessDate),
      hours: hoursOfDay(journal.sql, businessDate),
    }),
    "till.partnerBalance": ({ providerId }) => ({
      balances: (providerId === undefined
        ? context.providers().filter(keepsBalance)
        : [context.provider(providerId)]
      ).map(balanceOf),
    }),
    "till.setPartnerBalance": ({ providerId, balanceMinor, note }, by) => {
      const provider = context.provider(providerId);
      journal.write(({ append, sql }) =>
        append({
          kind: "till.partnerBalanceSet",
          payload: { providerId, balanceMinor, note, pending: notYetAtLender(sql, providerId) },
          actor: by.name,
        }),
      );
      context.emit("till.changed", {});
      return balanceOf(provider);
    },
    "till.news": (_, by) => {
      const { entries, total } = newsFor(journal.sql, by.name, MOST_NEWS);
      const lines = entries.map(entryView);
      const upTo = total > lines.length ? (lines.at(-1)?.sequence ?? 0) : journal.head().entries;
      return { lines, more: total - lines.length, upTo };
    },
    "till.newsSeen": ({ upTo }, by) => {
      const seen = Math.min(upTo, journal.head().entries);
      if (seen <= newsSeenBy(journal.sql, by.name)) return {};
      journal.write(({ append }) =>
        append({ kind: "till.newsSeen", payload: { name: by.name, upTo: seen }, actor: by.name }),
      );
      return {};
    },
  };
}
