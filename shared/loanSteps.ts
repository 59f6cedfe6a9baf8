/** The steps of a loan at this counter, who acts next in each, and the one function that says what may follow what. */

export const loanSteps = [
  /** The application was sent and no answer came. Lasts until a person has asked the lender and decided. */
  "inDoubt",
  /** Accepted by the lender's system, waiting for its staff. Ends with approval, rejection or cancellation. */
  "submitted",
  /** Refused by the lender. Final. */
  "rejected",
  /** Approved: the agreement may be issued. Ends when it is fetched, or with cancellation. */
  "approved",
  /** The agreement was issued to this counter and waits for the customer's signature. */
  "agreement",
  /** A signed agreement is attached here, not yet at the lender. Ends when the upload is done. */
  "signed",
  /** The lender has the signed agreement. Ends when its staff authorise the cash. */
  "uploaded",
  /** The last release check said allowed. A reading with a time: checked again before cash moves. */
  "releasable",
  /** Cash has left the till, the confirmation is on its way or in doubt. Ends when the lender shows the loan. */
  "handedOver",
  /** The lender shows an active loan. Ends when it is repaid. */
  "active",
  /** Repaid in full. Final. */
  "closed",
  /** Withdrawn before cash moved. Final. */
  "cancelled",
] as const;

export type LoanStep = (typeof loanSteps)[number];

const next: Record<LoanStep, readonly LoanStep[]> = {
  inDoubt: ["submitted", "cancelled"],
  // A status of a step gone further is not shown by the lender, and another counter may have gone on with the loan:
  // a release check that allows, or books that show the loan as active, may skip ahead.
  submitted: ["approved", "rejected", "cancelled", "releasable", "active"],
  rejected: [],
  approved: ["agreement", "rejected", "cancelled", "releasable", "active"],
  agreement: ["signed", "uploaded", "rejected", "cancelled", "releasable", "active"],
  signed: ["signed", "uploaded", "rejected", "cancelled", "releasable", "active"],
  // The lender's staff may still say no to what was signed; files that did not arrive are sent again.
  uploaded: ["uploaded", "signed", "rejected", "releasable", "active"],
  // An authorisation can be withdrawn: a later check that says no leads back.
  releasable: ["uploaded", "rejected", "handedOver", "active"],
  handedOver: ["active"],
  active: ["closed"],
  closed: [],
  cancelled: [],
};

/** True when a loan that stands at `from` may be moved to `to`; staying where it is is always allowed. */
export function mayFollow(from: LoanStep, to: LoanStep): boolean {
  return from === to || next[from].includes(to);
}

/** Who has to act for the loan to go on. */
export function actorOf(step: LoanStep): "office" | "customer" | "lender" | "nobody" {
  switch (step) {
    case "inDoubt":
    case "approved":
    case "signed":
    case "releasable":
      return "office";
    case "agreement":
    case "active":
      return "customer";
    case "submitted":
    case "uploaded":
    case "handedOver":
      return "lender";
    case "rejected":
    case "closed":
    case "cancelled":
      return "nobody";
  }
}
