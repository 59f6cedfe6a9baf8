/** What has to be true before cash leaves the till (DESIGN section 4, Payout), each with the code that says what is not. */
import { Refusal } from "../../../shared/errors.ts";
import type { Sql } from "../../journal/contract.ts";
import { customerDigest } from "../../journal/customerDigest.ts";
import { loanByCheck } from "../../journal/loans/queries.ts";
import type { LoanRecord } from "../../journal/loans/record.ts";
import { isFrozen, openItemOfLoan } from "../../journal/outbox/queries.ts";
import { linesOf } from "../../journal/till/queries.ts";
import type { DeskContext } from "../context.ts";
import { assertTillCurrency, lenderFor } from "../lenders.ts";
import { referenceOf } from "../loans/desk.ts";
import { assertCheckable, type YoungChecks } from "./check.ts";

type ReleaseCheckRecord = NonNullable<LoanRecord["check"]>;

export interface CheckedLoan {
  loan: LoanRecord;
  check: ReleaseCheckRecord;
}

/** Throws `unknownCheck`, also for a check that a newer one has replaced. */
export function findChecked(sql: Sql, checkId: string): CheckedLoan {
  const loan = loanByCheck(sql, checkId);
  if (loan?.check?.checkId !== checkId)
    throw new Refusal(
      "unknownCheck",
      "This release check is not known here, or a newer one has replaced it.",
      {
        field: "checkId",
      },
    );
  return { loan, check: loan.check };
}

/** The PIN comes from the person's document, so the lender's customer and the applicant both have to be this one. */
export function assertCustomer(context: DeskContext, { loan, check }: CheckedLoan, clientPin: string): void {
  const typed = customerDigest(context.journal, clientPin);
  const isApplicant = loan.applicantDigest === null || loan.applicantDigest === typed;
  if (check.customerDigest !== typed || !isApplicant)
    throw new Refusal(
      "wrongCustomer",
      "This PIN is not the customer's of this loan. Compare it with the person's document. Pay nothing out.",
      { field: "clientPin" },
    );
}

/** Everything but the approval. Throws the code of the first rule that does not hold. */
export function assertMayPayOut(
  context: DeskContext,
  young: YoungChecks,
  checked: CheckedLoan,
  clientPin: string,
): void {
  const { loan, check } = checked;
  const { provider } = lenderFor(context, loan.providerId, "payout");
  const shiftId = context.openShift();
  assertCheckable(loan);
  assertTillCurrency(context, provider);
  if (!check.allowed)
    throw new Refusal("releaseNotAllowed", loan.lenderSaid ?? "The lender does not allow this payout yet.");
  if (!young.isYoung(check.checkId))
    throw new Refusal("checkExpired", "The lender's permission is too old. Ask again before paying out.", {
      retry: true,
    });
  assertCustomer(context, checked, clientPin);
  if (loan.amountMinor !== null && loan.amountMinor !== check.amountMinor)
    throw new Refusal(
      "amountDiffers",
      "The lender allows another amount than was applied for. Pay nothing out and call the lender.",
    );
  assertNothingOpen(context, loan);
  if (drawerMinor(context.journal.sql, shiftId) < check.amountMinor)
    throw new Refusal("cashShort", "There is not enough cash in this till. Put cash in first.");
}

/** One operation of any kind that must happen once, for each loan (rule 3). */
function assertNothingOpen({ journal: { sql } }: DeskContext, loan: LoanRecord): void {
  const loanRef = referenceOf(loan);
  if (isFrozen(sql, loan.providerId, loanRef))
    throw new Refusal("loanFrozen", "This loan is frozen until somebody has looked at a possible duplicate.");
  if (openItemOfLoan(sql, loan.providerId, loanRef) !== null)
    throw new Refusal("openOperation", "Something else about this loan is still in doubt.");
}

/** What the drawer should hold: the sum of every line of the open shift. */
export function drawerMinor(sql: Sql, shiftId: string): number {
  return Object.values(linesOf(sql, shiftId)).reduce((sum, line) => sum + line, 0);
}
