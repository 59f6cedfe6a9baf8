/** Notes and coins as they are called: "10,000 ALL", without empty decimals. */
import { formatMinor } from "../../shared/money.ts";

export function faceOf(denominationMinor: number, language: string): string {
  if (denominationMinor % 100 !== 0) return formatMinor(denominationMinor, language);
  return new Intl.NumberFormat(language, { useGrouping: "always" }).format(denominationMinor / 100);
}
