/** The book of the Q2 training lender: borrowers, loan products and the accounts that were opened. */
import { z } from "zod";

const borrowerSchema = z.object({ id: z.string(), name: z.string() });
const productSchema = z.object({
  id: z.string(),
  name: z.string(),
  interestRate: z.number(),
  /** Hundredths of a percent of the amount, added to it. */
  originationFeeBasisPoints: z.number().int(),
  procedure: z.string(),
});
const accountSchema = z.object({
  id: z.string(),
  name: z.string(),
  borrowerId: z.string(),
  productId: z.string(),
  requestedMinor: z.number().int(),
  feeMinor: z.number().int(),
  interestRate: z.number(),
  term: z.number().int(),
  frequency: z.string(),
  disbursalDate: z.string(),
  firstInstallmentDate: z.string(),
  lastInstallmentDate: z.string(),
  interestOnlyPeriod: z.number().int().nullable(),
  balloonMinor: z.number().int(),
  status: z.string(),
  openedAt: z.string(),
});
export const entriesSchema = z.object({
  nextAccount: z.number().int(),
  borrowers: z.array(borrowerSchema),
  products: z.array(productSchema),
  accounts: z.array(accountSchema),
});

export type Product = z.infer<typeof productSchema>;
export type Account = z.infer<typeof accountSchema>;
export type Entries = z.infer<typeof entriesSchema>;

/** Ids as in the document's samples: 15 characters in a request, 18 in an answer. */
export const EXAMPLE_BORROWERS = [
  { id: "001G000001KY8byIAD", name: "Mira Dushaj" },
  { id: "0016g000007sR4dAAE", name: "Andrei Ciobanu" },
] as const;

export const EXAMPLE_PRODUCTS: readonly Product[] = [
  {
    id: "a1gG00000019OFeIAM",
    name: "Personal loan with an origination fee of 2 %",
    interestRate: 9.1,
    originationFeeBasisPoints: 200,
    procedure: "Equal Monthly Installments",
  },
  {
    id: "a8B6g000000gKySEAU",
    name: "Personal loan without a fee",
    interestRate: 12,
    originationFeeBasisPoints: 0,
    procedure: "Equal Monthly Installments",
  },
];

/** Both spellings of an id name the same record; the letters' case counts. */
export function isId(stored: string, given: unknown): boolean {
  return typeof given === "string" && (given === stored || (given.length === 15 && stored.startsWith(given)));
}

export function newEntries(): Entries {
  return {
    nextAccount: 1,
    borrowers: [...EXAMPLE_BORROWERS],
    products: [...EXAMPLE_PRODUCTS],
    accounts: [],
  };
}

export function accountId(number: number): string {
  return `a1WG${String(number).padStart(11, "0")}MAA`;
}

/** The day `months` later, or that month's last. */
export function addMonths(date: string, months: number): string {
  const [year = 1970, month = 1, day = 1] = date.split("-").map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last))).toISOString().slice(0, 10);
}
