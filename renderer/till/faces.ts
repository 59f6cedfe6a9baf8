/** Notes and coins as they are called: "10,000 ALL", without empty decimals. */
import { formatMinor } from "../../shared/money.ts";
import { groupedDigits } from "../../shared/numbers.ts";

export function faceOf(denominationMinor: number, language: string): string {
  if (denominationMinor % 100 !== 0) return formatMinor(denominationMinor, language);
  return groupedDigits(String(denominationMinor / 100), "", language);
}
