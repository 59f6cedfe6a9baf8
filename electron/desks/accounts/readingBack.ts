/** Finds out, from the accounts that a borrower has, whether a request in doubt has opened one. Pure. */
import type { BookedAccount, NewLoanAccount } from "../../providers/contract.ts";

export type Finding =
  /** Exactly one new account agrees with everything that was asked for. */
  | { kind: "found"; account: BookedAccount }
  /** Some could be it, but the listing tells too little or there are several. */
  | { kind: "perhaps"; candidates: readonly BookedAccount[] }
  | { kind: "absent" };

/** `isKnown` is true for accounts that this counter has opened or found already: they are somebody else's request. */
export function findOpened(
  asked: NewLoanAccount,
  listed: readonly BookedAccount[],
  isKnown: (accountId: string) => boolean,
): Finding {
  const candidates = listed.filter((account) => !isKnown(account.accountId) && !contradicts(asked, account));
  const [first, ...others] = candidates;
  if (!first) return { kind: "absent" };
  return others.length === 0 && agrees(first)
    ? { kind: "found", account: first }
    : { kind: "perhaps", candidates };
}

function contradicts(asked: NewLoanAccount, account: BookedAccount): boolean {
  const { amountMinor, feeMinor } = account;
  const amountFits =
    amountMinor === null ||
    amountMinor === asked.loanAmountMinor ||
    amountMinor === asked.loanAmountMinor + (feeMinor ?? 0);
  const isOther = (told: string | number | null, wanted: string | number) => told !== null && told !== wanted;
  const { loanProductId } = account;
  return (
    !amountFits ||
    (loanProductId !== null && loanProductId.slice(0, 15) !== asked.loanProductId.slice(0, 15)) ||
    isOther(account.instalments, asked.term) ||
    isOther(account.firstInstalmentDate, asked.firstInstallmentDate) ||
    isOther(account.disbursalDate, asked.expectedDisbursalDate)
  );
}

/** Enough is told to take it for the account in question, and not only for one that could be. */
function agrees({ amountMinor, firstInstalmentDate, disbursalDate }: BookedAccount): boolean {
  return amountMinor !== null && firstInstalmentDate !== null && disbursalDate !== null;
}
