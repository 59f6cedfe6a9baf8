/** The loans desk: quote, apply, follow an application, cancel it, look into the lender's books, take a loan over. */
import { Refusal } from "../../shared/errors.ts";
import type { SealedCells } from "../journal/contract.ts";
import { listLoans, loanByReference } from "../journal/loans/queries.ts";
import type { DeskCalls, DeskContext, SignedIn } from "./context.ts";
import { answered, lenderFor } from "./lenders.ts";
import { adoptLoan } from "./loans/adopt.ts";
import { type Applications, createApplications } from "./loans/apply.ts";
import { loanInfo } from "./loans/books.ts";
import { createCancellations } from "./loans/cancel.ts";
import { assertStep, createLoanDesk, type LoanDesk } from "./loans/desk.ts";
import { createRefreshing } from "./loans/refresh.ts";
import type { Uploads } from "./uploads.ts";

type LoanCalls = DeskCalls<
  | "loans.quote"
  | "loans.apply"
  | "loans.decideDoubt"
  | "loans.get"
  | "loans.list"
  | "loans.refresh"
  | "loans.cancel"
  | "loans.info"
  | "loans.adopt"
>;

const FIRST_PAGE = { number: 1, size: 50 };

export function createLoansDesk(context: DeskContext, uploads: Uploads): LoanCalls {
  const desk = createLoanDesk(context);
  const applications = createApplications(desk);
  const cancellations = createCancellations(desk);
  const refreshing = createRefreshing(desk, cancellations, uploads);

  return {
    async "loans.quote"({ providerId, amountMinor, months }) {
      const { lender } = lenderFor(context, providerId, "quote");
      return answered(context, providerId, await lender.quote(amountMinor, months));
    },
    "loans.apply": (input, by) => applications.apply(input, by),
    "loans.decideDoubt"(input, by) {
      decideDoubt(desk, applications, input, by);
      return desk.view(input.loanId);
    },
    "loans.get"({ loanId }, by) {
      const view = desk.view(loanId);
      if (view.clientName !== null) desk.noteReading(by, "loan", loanId);
      return view;
    },
    "loans.list"({ step, text, page }, by) {
      const wanted = text === undefined || text === "" ? undefined : text;
      const loanIds = wanted === undefined ? undefined : loansOfPerson(context.journal.cells, wanted);
      if (loanIds !== undefined && loanIds.length > 0) desk.noteReading(by, "loans", "search");
      const found = listLoans(context.journal.sql, { step, text: wanted, loanIds, page: page ?? FIRST_PAGE });
      return { loans: found.loans.map(({ loanId }) => desk.view(loanId)), total: found.total };
    },
    async "loans.refresh"({ loanId }, by) {
      await refreshing.refresh(loanId, by);
      return desk.view(loanId);
    },
    async "loans.cancel"({ loanId, reason }, by) {
      await cancellations.cancel(loanId, reason, by);
      return desk.view(loanId);
    },
    async "loans.info"({ providerId, loanRef }, by) {
      const info = await loanInfo(context, providerId, loanRef);
      desk.noteReading(by, "loanInfo", `${providerId}/${loanRef}`);
      return info;
    },
    async "loans.adopt"({ providerId, loanRef }, by) {
      return desk.view(await adoptLoan(desk, providerId, loanRef, by));
    },
  };
}

/** The columns that a person is looked for by: the PIN as it is typed, and names by whole words. */
const PERSON_COLUMNS = ["pin", "firstName", "lastName", "clientName"] as const;

function loansOfPerson(cells: Pick<SealedCells, "find">, text: string): string[] {
  const words = text.split(/\s+/).filter((word) => word !== "");
  // "Nelea Iacovet" lies in two cells: every word has to be in one of them.
  const byWord = words.map(
    (word) => new Set(PERSON_COLUMNS.flatMap((column) => cells.find("loans", column, word))),
  );
  const [first, ...others] = byWord;
  return [...(first ?? [])].filter((loanId) => others.every((loanIds) => loanIds.has(loanId)));
}

function decideDoubt(
  { context, find, changed }: LoanDesk,
  applications: Applications,
  input: Parameters<LoanCalls["loans.decideDoubt"]>[0],
  by: SignedIn,
): void {
  const { loanId, decision, note } = input;
  if (applications.isUnderWay(loanId))
    throw new Refusal("openOperation", "The lender's answer is still awaited.", { retry: true });
  const loanRef = decision === "received" ? (input.loanRef ?? null) : null;
  if (decision === "received" && loanRef === null)
    throw new Refusal("invalidInput", "Enter the reference that the lender gave for it.", {
      field: "loanRef",
    });
  context.journal.write(({ append, sql }) => {
    const loan = find(loanId);
    assertStep(loan, ["inDoubt"], "Deciding a doubt");
    if (loanRef !== null && loanByReference(sql, loan.providerId, loanRef) !== null)
      throw new Refusal("loanExists", `Loan ${loanRef} is known at this counter already.`, {
        field: "loanRef",
      });
    append({
      kind: "loan.doubtDecided",
      payload: { loanId, decision, loanRef, note },
      actor: by.name,
    });
  });
  changed(loanId);
}
