/** The lender's books: what is kept about each loan, and what can be worked out from it. */
import { z } from "zod";
import { addMonths } from "./calendar.ts";

const date = z.string().regex(/^\d{4}-\d\d-\d\d$/);
const instant = z.string();
const minor = z.number().int();

export const applicationSchema = z.object({
  pin: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  patronymic: z.string(),
  birthDate: date,
  documentSerial: z.string(),
  gsm: z.string(),
  phoneHome: z.string(),
  altContactName: z.string(),
  altContactRelation: z.string(),
  altContactPhone: z.string(),
  town: z.string(),
  street: z.string(),
  houseNr: z.string(),
  apartmentNr: z.string(),
  amountMinor: minor,
  months: z.number().int(),
  submitPerson: z.string(),
  submitPostOffice: z.string(),
});

/**
 * Where the lender's process stands (document: Process description). `signed` means that the files are with the
 * lender's staff; `active` that the cash was paid out; `closed` that all of it was repaid.
 */
export const lenderSteps = [
  "new",
  "rejected",
  "cancelled",
  "approved",
  "signed",
  "authorised",
  "active",
  "closed",
] as const;

export const languages = ["alb", "rom", "rus", "mac", "eng"] as const;

const fileSchema = z.object({
  part: z.enum(["id_copy", "data_verification", "loan_agreement", "bank_statement"]),
  fileName: z.string(),
  format: z.enum(["jpg", "pdf"]),
  bytes: z.number().int(),
  sha256: z.string(),
  receivedAt: instant,
});

const loanSchema = z.object({
  loanRef: z.string(),
  step: z.enum(lenderSteps),
  submittedAt: instant,
  application: applicationSchema,
  monthlyPaymentMinor: minor,
  firstRepaymentDate: date,
  decisions: z.array(
    z.object({
      decision: z.enum(["approve", "reject", "authorise"]),
      by: z.enum(["staff", "rule"]),
      reason: z.string().nullable(),
      at: instant,
    }),
  ),
  agreements: z.array(z.object({ language: z.enum(languages), at: instant })),
  files: z.array(fileSchema),
  cancelledAt: instant.nullable(),
  cashReleasedAt: instant.nullable(),
  /** Every movement in its order; what another office has taken back stands here with a minus. */
  repayments: z.array(
    z.object({ amountMinor: minor, date, at: instant, office: z.enum(["partner", "other"]) }),
  ),
});

const requestSchema = z.object({
  number: z.number().int(),
  at: instant,
  method: z.string(),
  path: z.string(),
  operation: z.string().nullable(),
  params: z.record(z.string(), z.string()),
  misbehaviour: z.string().nullable(),
  repeated: z.boolean(),
});

export const booksSchema = z.object({
  version: z.literal(1),
  port: z.number().int(),
  lineUp: z.boolean(),
  nextLoanRef: z.number().int(),
  loans: z.array(loanSchema),
  requests: z.array(requestSchema),
});

export type Application = z.infer<typeof applicationSchema>;
export type LenderStep = (typeof lenderSteps)[number];
export type AgreementLanguage = (typeof languages)[number];
export type StoredFile = z.infer<typeof fileSchema>;
export type LenderLoan = z.infer<typeof loanSchema>;
export type Books = z.infer<typeof booksSchema>;

/** The document's sample references start here. */
export const FIRST_LOAN_REF = 90_000;

export function emptyBooks(): Books {
  return { version: 1, port: 0, lineUp: true, nextLoanRef: FIRST_LOAN_REF, loans: [], requests: [] };
}

export function findLoan(books: Books, loanRef: string): LenderLoan | null {
  return books.loans.find((loan) => loan.loanRef === loanRef) ?? null;
}

/** The books with this loan in the place of its older self, or added at the end. */
export function withLoan(books: Books, changed: LenderLoan): Books {
  const known = books.loans.some((loan) => loan.loanRef === changed.loanRef);
  if (!known) return { ...books, loans: [...books.loans, changed] };
  return { ...books, loans: books.loans.map((loan) => (loan.loanRef === changed.loanRef ? changed : loan)) };
}

/**
 * The monthly payment: 5.247 % of the amount for each month, spread evenly, rounded half up. This gives the
 * document's consistent sample (5000 in 6 months: 1095.68 × 6 = 6574.08). Its quote sample cannot be met by any
 * rule: 865.24 × 8, not × 6, is the 6921.92 shown there.
 */
export function monthlyPaymentMinor(amountMinor: number, months: number): number {
  return Math.max(1, Math.round((amountMinor * (100_000 + 5_247 * months)) / (100_000 * months)));
}

export interface Instalment {
  readonly number: number;
  readonly dueDate: string;
  readonly totalMinor: number;
  readonly toBePaidMinor: number;
}

export interface LoanFigures {
  readonly totalMinor: number;
  readonly repaidMinor: number;
  readonly remainingMinor: number;
  readonly instalments: readonly Instalment[];
}

/** Instalments are covered from 1 to n, whatever the dates (document: Insert repayment). */
export function figuresOf(loan: LenderLoan): LoanFigures {
  const { months } = loan.application;
  const repaidMinor = loan.repayments.reduce((sum, repayment) => sum + repayment.amountMinor, 0);
  const totalMinor = loan.monthlyPaymentMinor * months;
  const instalments = Array.from({ length: months }, (_, index): Instalment => {
    const coveredMinor = Math.min(
      Math.max(repaidMinor - index * loan.monthlyPaymentMinor, 0),
      loan.monthlyPaymentMinor,
    );
    return {
      number: index + 1,
      dueDate: addMonths(loan.firstRepaymentDate, index),
      totalMinor: loan.monthlyPaymentMinor,
      toBePaidMinor: loan.monthlyPaymentMinor - coveredMinor,
    };
  });
  return { totalMinor, repaidMinor, remainingMinor: totalMinor - repaidMinor, instalments };
}
