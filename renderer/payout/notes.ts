/** Which notes and coins make up an amount, largest first: a proposal for counting out. */
import { denominationsOf } from "../till/denominations.ts";

/** `countedMinor`: the sum on the counter once this line is counted out. */
export type NoteLine = { denominationMinor: number; pieces: number; countedMinor: number };

export type Notes = {
  lines: readonly NoteLine[];
  /** What no coin of this currency makes, or everything where its coins are not known. */
  restMinor: number;
};

export function notesFor(amountMinor: number, currency: string): Notes {
  let restMinor = amountMinor;
  const lines: NoteLine[] = [];
  for (const denominationMinor of denominationsOf(currency)) {
    const pieces = Math.floor(restMinor / denominationMinor);
    if (pieces === 0) continue;
    restMinor -= pieces * denominationMinor;
    lines.push({ denominationMinor, pieces, countedMinor: amountMinor - restMinor });
  }
  return { lines, restMinor };
}
