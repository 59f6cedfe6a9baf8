/** How many decimals a currency's minor unit has, by ISO 4217: most have two, some none, a few three or four. */

const NO_DECIMALS = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF";
const THREE_DECIMALS = "BHD IQD JOD KWD LYD OMR TND";
const FOUR_DECIMALS = "CLF UYW";

const unusual: ReadonlyMap<string, number> = new Map(
  ([[NO_DECIMALS, 0] as const, [THREE_DECIMALS, 3] as const, [FOUR_DECIMALS, 4] as const] as const).flatMap(
    ([list, decimals]) => list.split(" ").map((currency) => [currency, decimals] as const),
  ),
);

/** Two where the currency is not told or not known. */
export function decimalsOf(currency: string | null | undefined): number {
  return unusual.get(currency ?? "") ?? 2;
}
