/** Asks the lender whether this loan's cash may leave the till, and remembers for how long the answer holds. */

import type { CallValue } from "../../../shared/api.ts";
import { Refusal } from "../../../shared/errors.ts";
import type { LoanStep } from "../../../shared/loanSteps.ts";
import { customerDigest } from "../../journal/customerDigest.ts";
import type { LoanRecord } from "../../journal/loans/record.ts";
import { readLoan } from "../../journal/projections/loans.ts";
import type { RowPayload } from "../../journal/rows.ts";
import type { ReleaseCheck } from "../../providers/contract.ts";
import type { DeskContext, SignedIn } from "../context.ts";
import { lenderFor, refusalOf } from "../lenders.ts";
import { findLoan, referenceOf } from "../loans/desk.ts";
import { personOf } from "../loans/view.ts";
import { maskedPin } from "../maskedPin.ts";

type CheckView = CallValue<"payouts.check">;
type Checked = RowPayload<"payout.checked">;

/** The checks that this run of the program has made: after a restart none of them is young enough any more. */
export interface YoungChecks {
  add(checkId: string, clientName: string): void;
  isYoung(checkId: string): boolean;
  /** The name as the lender gave it, for the receipt. */
  clientName(checkId: string): string | null;
}

export function createYoungChecks({ clock, limits }: DeskContext): YoungChecks {
  const checks = new Map<string, { wall: number; monotonic: number; clientName: string }>();
  return {
    add(checkId, clientName) {
      checks.set(checkId, { wall: clock.now(), monotonic: clock.monotonic(), clientName });
    },
    isYoung(checkId) {
      const check = checks.get(checkId);
      if (check === undefined) return false;
      // By both clocks: one that was set back makes no check younger.
      const ageMs = Math.max(clock.now() - check.wall, clock.monotonic() - check.monotonic);
      return ageMs < limits().releaseCheckSeconds * 1_000;
    },
    clientName: (checkId) => checks.get(checkId)?.clientName ?? null,
  };
}

/** Signed and uploaded here, or perhaps elsewhere: the lender's answer decides, not our step. */
const CHECKABLE: readonly LoanStep[] = ["agreement", "signed", "uploaded", "releasable"];

/** Throws `alreadyPaidOut`, `stepOutOfOrder` or `openOperation`. */
export function assertCheckable(loan: LoanRecord): void {
  if (loan.payout?.state === "handedOver" || isPaidOut(loan.step))
    throw new Refusal("alreadyPaidOut", "This loan has been paid out already. Do not pay this money again.");
  if (loan.payout?.state === "begun")
    throw new Refusal(
      "openOperation",
      "A payout of this loan was begun and not ended. Settle that one first: has the customer the cash?",
    );
  if (!CHECKABLE.includes(loan.step))
    throw new Refusal("stepOutOfOrder", `Nothing can be paid out now: the loan stands at "${loan.step}".`);
  if (loan.cancelling !== null)
    throw new Refusal("openOperation", "A cancellation of this loan is still in doubt.");
}

function isPaidOut(step: LoanStep): boolean {
  return step === "handedOver" || step === "active" || step === "closed";
}

export async function checkRelease(
  context: DeskContext,
  young: YoungChecks,
  loanId: string,
  by: SignedIn,
): Promise<CheckView> {
  const loan = findLoan(context, loanId);
  assertCheckable(loan);
  const { lender } = lenderFor(context, loan.providerId, "payout");
  const answer = await lender.allowCashRelease(referenceOf(loan));
  context.courier.heard(loan.providerId, answer);
  if (answer.kind === "noLine" && answer.exchange.failure !== "certificate")
    throw new Refusal(
      "mustBeOnline",
      "Cash is paid out only while the lender answers. It does not just now.",
      {
        retry: true,
      },
    );
  if (answer.kind !== "answer" && answer.kind !== "refused") throw refusalOf(answer);
  const checkId = context.newId("check");
  const expiresAt = new Date(
    context.clock.now() + context.limits().releaseCheckSeconds * 1_000,
  ).toISOString();
  const release = answer.kind === "answer" ? answer.value : null;
  const message = answer.kind === "refused" ? answer.message : null;
  const checked = checkedRow(context, loan, { checkId, expiresAt, release, message });
  context.journal.write(({ append, sql }) => {
    // While the lender was asked, another window may have paid it out.
    assertCheckable(readLoan(sql, loanId) ?? loan);
    append({ kind: "payout.checked", payload: checked, actor: by.name });
  });
  const person = personOf(context.journal.cells, loanId);
  const clientName = release === null ? (person.name ?? "") : nameOf(release);
  young.add(checkId, clientName);
  context.emit("loan.changed", { loanId });
  const { allowed, amountMinor, loanStatus } = checked;
  const clientPinMasked = maskedPin(release?.clientPin ?? person.pin ?? "");
  return { checkId, allowed, amountMinor, clientPinMasked, clientName, loanStatus, expiresAt, message };
}

/** A 400 means not allowed, with the lender's sentence (DESIGN section 2). */
function checkedRow(
  { journal }: DeskContext,
  loan: LoanRecord,
  found: { checkId: string; expiresAt: string; release: ReleaseCheck | null; message: string | null },
): Checked {
  const { checkId, expiresAt, release, message } = found;
  const common = { loanId: loan.loanId, checkId, expiresAt, message };
  if (release === null)
    return {
      ...common,
      allowed: false,
      amountMinor: loan.amountMinor ?? 0,
      customerDigest: loan.applicantDigest ?? "",
      loanStatus: null,
    };
  return {
    ...common,
    allowed: release.allowed,
    amountMinor: release.amountMinor,
    customerDigest: customerDigest(journal, release.clientPin),
    loanStatus: release.loanStatus,
  };
}

function nameOf({ clientFirstName, clientLastName }: ReleaseCheck): string {
  return `${clientFirstName} ${clientLastName}`.trim();
}
