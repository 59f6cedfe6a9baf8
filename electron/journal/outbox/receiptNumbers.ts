/** The next number of the one gapless series that receipts and slips share, as it stands on paper. */
import type { Sql } from "../contract.ts";
import { prepared } from "../statements.ts";

export interface NumberedOffice {
  office: string;
  till: string;
  installationId: string;
}

const MAX_PART_LETTERS = 20;

/** Letters and digits only, without accents: a number is typed, read out over the telephone and scanned. */
function plainPart(name: string, otherwise: string): string {
  const plain = name
    .normalize("NFKD")
    .replaceAll(/[^\p{L}\p{N}]+/gu, "")
    .slice(0, MAX_PART_LETTERS);
  return plain === "" ? otherwise : plain;
}

/**
 * `office-till-installation-number`, for example "Tirana-1-k7f3-42". To be asked for inside the transaction that writes
 * the row which uses it: only then is the number taken, and one that was not used leaves no gap.
 */
export function nextReceiptNumber(sql: Sql, { office, till, installationId }: NumberedOffice): string {
  const last: unknown = prepared(sql, "SELECT COALESCE(MAX(number), 0) FROM receipt_numbers").pluck().get();
  return `${plainPart(office, "office")}-${plainPart(till, "till")}-${installationId}-${Number(last) + 1}`;
}
