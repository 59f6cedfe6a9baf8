/** How a step of the day is marked in the picture: opened or closed, repayment, payout, or other cash. */

export const dayMarks = ["shift", "repayment", "payout", "other"] as const;
export type DayMark = (typeof dayMarks)[number];

/** By the kind of the journal's entry. */
export function markOf(kind: string): DayMark {
  if (kind === "till.opened" || kind === "till.closed") return "shift";
  if (kind.startsWith("repayment.")) return "repayment";
  if (kind.startsWith("payout.")) return "payout";
  return "other";
}

/** Drawn around 0, 0. Each has a shape of its own, for people who do not tell the colours apart. */
export const markShapes: Record<DayMark, string> = {
  shift: "M-5 -5h10v10h-10z",
  repayment: "M0 -6a6 6 0 1 0 .01 0z",
  payout: "M-6 -5h12l-6 11z",
  other: "M0 -7l7 7l-7 7l-7 -7z",
};
