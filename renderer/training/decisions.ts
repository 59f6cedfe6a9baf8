/** What the training lender's staff can decide at which step; the training lender itself refuses everything else. */
import type { CallValue } from "../../shared/api.ts";

export type LenderLoan = CallValue<"training.status">["loans"][number];

export const decisions = ["approve", "reject", "authorise"] as const;
export type Decision = (typeof decisions)[number];

/** The lender's own steps, which are fewer than the counter's. */
export const lenderSteps = [
  "new",
  "approved",
  "signed",
  "authorised",
  "active",
  "closed",
  "rejected",
  "cancelled",
] as const;
export type LenderStep = (typeof lenderSteps)[number];

const possible: Readonly<Record<LenderStep, readonly Decision[]>> = {
  new: ["approve", "reject"],
  approved: ["reject"],
  signed: ["authorise", "reject"],
  authorised: [],
  active: [],
  closed: [],
  rejected: [],
  cancelled: [],
};

export function asLenderStep(step: string): LenderStep | null {
  return lenderSteps.find((known) => known === step) ?? null;
}

/** The one that usually comes next stands first. */
export function decisionsAt(step: string): readonly Decision[] {
  const known = asLenderStep(step);
  return known === null ? [] : possible[known];
}
