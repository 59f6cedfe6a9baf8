/** Takes over a loan that was begun elsewhere: the lender's own answers decide the step at which it stands here. */
import { Refusal } from "../../../shared/errors.ts";
import type { LoanStep } from "../../../shared/loanSteps.ts";
import { loanByReference } from "../../journal/loans/queries.ts";
import type { LoanInfo, ReleaseCheck } from "../../providers/contract.ts";
import type { SignedIn } from "../context.ts";
import { answered, lenderFor, refusalOf } from "../lenders.ts";
import type { LoanDesk } from "./desk.ts";

interface FoundElsewhere {
  step: LoanStep;
  amountMinor: number | null;
  months: number | null;
  remainingMinor: number | null;
  person: { pin: string; clientName: string } | null;
}

/** Gives the new loan's id. Throws `loanExists`, `unknownLoan` with the lender's words, or what the line says. */
export async function adoptLoan(
  desk: LoanDesk,
  providerId: string,
  loanRef: string,
  by: SignedIn,
): Promise<string> {
  const { context } = desk;
  const { journal } = context;
  lenderFor(context, providerId, "loanInfo");
  assertNew(desk, providerId, loanRef);
  const found = await findElsewhere(desk, providerId, loanRef);
  const loanId = context.newId("loan");
  journal.write(({ append, cells }) => {
    assertNew(desk, providerId, loanRef);
    const { step, amountMinor, months, remainingMinor, person } = found;
    append({
      kind: "loan.adopted",
      payload: { loanId, providerId, loanRef, step, amountMinor, months },
      actor: by.name,
    });
    if (remainingMinor !== null)
      append({
        kind: "loan.checked",
        payload: { loanId, by: "info", step: null, said: null, release: null, remainingMinor },
        actor: by.name,
      });
    if (person !== null) cells.put(cells.customerFor(person.pin), "loans", loanId, { ...person });
  });
  desk.changed(loanId);
  return loanId;
}

function assertNew({ context }: LoanDesk, providerId: string, loanRef: string): void {
  if (loanByReference(context.journal.sql, providerId, loanRef) !== null)
    throw new Refusal("loanExists", `Loan ${loanRef} is known at this counter already.`, {
      field: "loanRef",
    });
}

async function findElsewhere(
  { context }: LoanDesk,
  providerId: string,
  loanRef: string,
): Promise<FoundElsewhere> {
  const books = await context.courier.readBooks(providerId, loanRef);
  if (books.kind === "unavailable") throw refusalOf(books.answer);
  if (books.kind === "loan") return activeLoan(books.loan);
  const { lender } = lenderFor(context, providerId, "payout");
  const release = await lender.allowCashRelease(loanRef);
  if (release.kind === "answer" && release.value.allowed) {
    context.courier.heard(providerId, release);
    return { ...ofRelease(release.value), step: "releasable" };
  }
  const known = release.kind === "refused" ? null : ofRelease(answered(context, providerId, release));
  const status = answered(context, providerId, await lender.checkStatus(loanRef));
  switch (status.approved) {
    case "approved":
      return { ...(known ?? unknownPerson), step: "approved" };
    case "notYet":
      return { ...(known ?? unknownPerson), step: "submitted" };
    case "rejected":
      return { ...(known ?? unknownPerson), step: "rejected" };
    case "movedOn":
      if (known !== null) return { ...known, step: "uploaded" };
      // Repaid, cancelled or never heard of: the lender's own sentence says more than we could.
      throw new Refusal("unknownLoan", status.message === "" ? books.message : status.message, {
        field: "loanRef",
      });
  }
}

function activeLoan({ months, remainingMinor, clientPin, clientName }: LoanInfo): FoundElsewhere {
  const person = { pin: clientPin, clientName };
  return { step: "active", amountMinor: null, months, remainingMinor, person };
}

const unknownPerson = { amountMinor: null, months: null, remainingMinor: null, person: null };

function ofRelease(release: ReleaseCheck): Omit<FoundElsewhere, "step"> {
  const clientName = `${release.clientFirstName} ${release.clientLastName}`.trim();
  return {
    amountMinor: release.amountMinor,
    months: null,
    remainingMinor: null,
    person: { pin: release.clientPin, clientName },
  };
}
