/** A loan as the lender's books show it: read just now, or the last reading with its time while the line is down. */
import type { LoanInfoView } from "../../../shared/api/loans.ts";
import { Refusal } from "../../../shared/errors.ts";
import type { Journal } from "../../journal/contract.ts";
import { lastReading } from "../../journal/projections/loans.ts";
import type { DeskContext } from "../context.ts";
import { lenderFor, readBooksWithin, refusalOf } from "../lenders.ts";

/** So long a clerk waits in front of a customer; after it the last reading is shown. */
const LOOK_WITHIN_MS = 10_000;

/** Throws `noActiveLoan` with the lender's words, or what went wrong where nothing was ever read. */
export async function loanInfo(
  context: DeskContext,
  providerId: string,
  loanRef: string,
): Promise<LoanInfoView> {
  lenderFor(context, providerId, "loanInfo");
  const books = await readBooksWithin(context, providerId, loanRef, LOOK_WITHIN_MS);
  if (books?.kind === "loan") return { ...books.loan, asOf: books.reading.at, stale: false };
  if (books?.kind === "none") throw new Refusal("noActiveLoan", books.message, { field: "loanRef" });
  const last = lastInfo(context.journal, providerId, loanRef);
  if (last !== null) return last;
  throw books === null
    ? new Refusal("providerUnclear", "The lender did not answer in time.", { retry: true })
    : refusalOf(books.answer);
}

/** Names are empty once they were purged. Null where the books never showed this loan as active to this till. */
export function lastInfo(
  { sql, cells }: Pick<Journal, "sql" | "cells">,
  providerId: string,
  loanRef: string,
): LoanInfoView | null {
  const last = lastReading(sql, providerId, loanRef);
  if (last === null || last.reading.kind !== "loan") return null;
  const { clientPin = "", clientName = "" } = cells.get("readings", `${providerId}/${loanRef}`);
  const { totalMinor, repaidMinor, remainingMinor, instalments, at } = last.reading;
  return {
    loanRef,
    months: last.months ?? instalments.length,
    totalMinor,
    repaidMinor,
    remainingMinor,
    clientPin,
    clientName,
    instalments,
    asOf: at,
    stale: true,
  };
}
