/** Splits a whole number into its groups of three digits, as every language here counts. */

export interface Group {
  /** 1 to 999; empty groups are left out. */
  count: number;
  /** 0 for the ones, 1 for thousands, 2 for millions, 3 for thousand millions. */
  power: 0 | 1 | 2 | 3;
}

const powers = [3, 2, 1, 0] as const;

/** From the greatest to the smallest; none for zero. */
export function groupsOf(whole: number): Group[] {
  if (!Number.isSafeInteger(whole) || whole < 0 || whole >= 1e12)
    throw new RangeError("Words are there for whole numbers below a million millions.");
  return powers
    .map((power) => ({ power, count: Math.floor(whole / 1000 ** power) % 1000 }))
    .filter(({ count }) => count > 0);
}

/** The word at `index` of a list that has one for every index asked for. */
export function wordAt(words: readonly string[], index: number): string {
  const word = words[index];
  if (word === undefined) throw new RangeError(`There is no word for ${index}.`);
  return word;
}
