/** The loans that the Apollo training system knows, and the letters whose links it has handed out. */
import { z } from "zod";

export const loanTypes = ["PL", "ML", "CL"] as const;
export type LoanType = (typeof loanTypes)[number];

const loanSchema = z.object({
  partnerLoanId: z.string(),
  loanType: z.enum(loanTypes),
  borrower: z.string(),
  closed: z.boolean(),
});
const letterSchema = z.object({
  key: z.string(),
  partnerLoanId: z.string(),
  loanType: z.enum(loanTypes),
  borrower: z.string(),
  validUntil: z.number(),
});
export const entriesSchema = z.object({ loans: z.array(loanSchema), letters: z.array(letterSchema) });

export type ApolloLoan = z.infer<typeof loanSchema>;
export type Letter = z.infer<typeof letterSchema>;
export type Entries = z.infer<typeof entriesSchema>;

/** "TST10" is the loan of the document's samples. */
export const EXAMPLE_LOANS: readonly (ApolloLoan & { description: string })[] = [
  {
    partnerLoanId: "TST10",
    loanType: "PL",
    borrower: "Test Borrower",
    closed: true,
    description: "Personal loan, closed: the letter can be fetched.",
  },
  {
    partnerLoanId: "TST11",
    loanType: "ML",
    borrower: "Test Borrower",
    closed: false,
    description: "Micro loan, not closed yet: no letter.",
  },
  {
    partnerLoanId: "TST12",
    loanType: "CL",
    borrower: "Test Borrower",
    closed: true,
    description: "Consumer loan, closed: the letter can be fetched.",
  },
];

export function newEntries(): Entries {
  return {
    loans: EXAMPLE_LOANS.map(({ partnerLoanId, loanType, borrower, closed }) => ({
      partnerLoanId,
      loanType,
      borrower,
      closed,
    })),
    letters: [],
  };
}
