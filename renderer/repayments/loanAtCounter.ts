/** What this counter knows about the loan in front of it: the lender's books, now or earlier, or nothing at all. */
import type { LoanInfoView } from "../../shared/api/loans.ts";
import type { ErrorCode } from "../../shared/errors.ts";
import type { ItemState } from "../../shared/outbox.ts";
import { useCall } from "../bridge/useCall.ts";

export type LoanAtCounter =
  | { kind: "read"; info: LoanInfoView }
  /** The lender does not answer, and this till has never read the loan. */
  | { kind: "neverRead" };

/** The lender could not be asked; money can be taken all the same, with more asked of the customer. */
const noAnswer: readonly ErrorCode[] = ["noLine", "providerUnclear", "providerCredentials", "certificate"];

export function isNoAnswer(code: ErrorCode): boolean {
  return noAnswer.includes(code);
}

const notInTheBooks: readonly ItemState[] = ["queued", "held", "sending"];
const notCertain: readonly ItemState[] = ["acknowledged", "unconfirmed", "attention"];

export type TakenHere = { count: number; sumMinor: number; isDoubt: boolean };

/** Payments of this loan that were taken at this counter and that the balance cannot show yet. */
export function useTakenHere(loanRef: string | null): TakenHere {
  const asked = { loanRef: loanRef ?? "", page: { number: 1, size: 100 } };
  const items = useCall("outbox.list", asked, { enabled: loanRef !== null }).value?.items ?? [];
  const repayments = items.filter(({ kind }) => kind === "repayment");
  const waiting = repayments.filter(({ state }) => notInTheBooks.includes(state));
  return {
    count: waiting.length,
    sumMinor: waiting.reduce((sum, { amountMinor }) => sum + amountMinor, 0),
    isDoubt: repayments.some(({ state }) => notCertain.includes(state)),
  };
}
