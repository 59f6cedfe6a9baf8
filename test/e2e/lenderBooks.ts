// The training lender's own books, read from its file: what it knows, whatever the counter believes.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";

const bookFile = z.object({
  loans: z.array(
    z.object({
      loanRef: z.string(),
      step: z.string(),
      cashReleasedAt: z.string().nullable(),
      application: z.object({ pin: z.string(), amountMinor: z.number().int(), months: z.number().int() }),
      files: z.array(z.unknown()),
      repayments: z.array(z.object({ amountMinor: z.number().int(), office: z.string() })),
    }),
  ),
});
export type LenderLoan = z.infer<typeof bookFile>["loans"][number];

export async function lenderLoans(dataDir: string): Promise<LenderLoan[]> {
  const text = await readFile(join(dataDir, "training", "providers", "iute-books.json"), "utf8");
  return bookFile.parse(JSON.parse(text)).loans;
}

export async function lenderLoan(dataDir: string, loanRef: string): Promise<LenderLoan> {
  const loan = (await lenderLoans(dataDir)).find((one) => one.loanRef === loanRef);
  if (loan === undefined) throw new Error(`The lender has no loan ${loanRef}.`);
  return loan;
}

/** What the lender has booked from this counter, in its order. */
export function bookedHere({ repayments }: LenderLoan): number[] {
  return repayments.filter(({ office }) => office !== "other").map(({ amountMinor }) => amountMinor);
}
