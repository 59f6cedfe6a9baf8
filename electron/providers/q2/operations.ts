/** The operations of Q2's CL Loan: one documented, one seen in public clients only. */
import type { OperationFacts } from "../contract.ts";

export const LOAN_ACCOUNTS_PATH = "/services/apexrest/peer/v1/loanAccounts";

export const q2Operations = {
  create: {
    effect: "once",
    readBack: "search",
    source: "q2-cl-loan-account.txt, Creating a loan account",
  },
  /** Rests on public client code (NOTES 3.4): an instance that lacks it says so, and a person has to ask. */
  accountsOf: {
    effect: "read",
    readBack: null,
    source: "NOTES.md 3.4, GET peer/v1/loanAccounts?borrowerId=…",
  },
} as const satisfies Record<string, OperationFacts>;
