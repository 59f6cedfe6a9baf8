/** What needs a second person, and what of it may be signed later where nobody else could be asked. */

/** The acts that are approved by name; each has its words under `approvals.acts` in the page. */
export const approvalActs = [
  "till.difference",
  "till.transfer",
  "till.transferBack",
  "outbox.void",
  "outbox.release",
  "outbox.posted",
  "outbox.notPosted",
  "outbox.sendAgain",
  "payout",
  "payouts.settle",
  "repayments.giveBack",
  "account.doubtDecided",
  "customer.doubtDecided",
  "setup.provider",
  "setup.limits",
  "setup.trustCertificates",
  "customers.export",
  "staff.unlock",
] as const;
export type ApprovalAct = (typeof approvalActs)[number];

export function isApprovalAct(what: string): what is ApprovalAct {
  return approvalActs.some((act) => act === what);
}

/**
 * These say what has happened in the drawer, or keep money here: waiting for a signature, they harm nobody. What sends
 * money again, pays it out or settles it by hand cannot be taken back, and is never signed later.
 */
const signableLater: ReadonlySet<string> = new Set([
  "till.difference",
  "outbox.void",
  "payouts.settle",
  "repayments.giveBack",
  "till.transferBack",
  "account.doubtDecided",
  "customer.doubtDecided",
] satisfies ApprovalAct[]);

export function maySignLater(what: string): boolean {
  return signableLater.has(what);
}

/** A clerk who is alone has no second person to name: leaving the approval away says the same as signing later. */
export function isLaterByItself(what: string): boolean {
  return what === "till.difference";
}
