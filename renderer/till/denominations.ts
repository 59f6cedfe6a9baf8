/** Notes and coins in circulation by currency, in minor units, largest first. */

const whole = (...values: number[]) => values.map((value) => value * 100);

const known: Readonly<Record<string, readonly number[]>> = {
  ALL: whole(10_000, 5_000, 2_000, 1_000, 500, 200, 100, 50, 20, 10, 5),
  MDL: [...whole(1_000, 500, 200, 100, 50, 20, 10, 5, 2, 1), 50, 25, 10, 5],
  MKD: whole(2_000, 1_000, 500, 200, 100, 50, 10, 5, 2, 1),
  EUR: [...whole(500, 200, 100, 50, 20, 10, 5, 2, 1), 50, 20, 10, 5, 2, 1],
};

/** Empty for a currency that is not known here: then a plain amount is counted. */
export function denominationsOf(currency: string): readonly number[] {
  return known[currency] ?? [];
}
