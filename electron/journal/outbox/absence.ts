/** When cash may be given back: nothing ever left, or the lender's books were seen without the payment twice. */
import type { ItemRecord } from "./record.ts";
import { nothingEverLeft } from "./record.ts";

/**
 * For a refused or voided item. The readings of a refused item never show the payment (one that does leads to
 * `attention`), so two of them a quarantine apart are enough (DESIGN section 4, rule 8).
 */
export function absenceIsCertain(item: ItemRecord, quarantineMs: number): boolean {
  if (nothingEverLeft(item)) return true;
  const times = item.readings
    .filter((reading) => reading.kind !== "release")
    .map((reading) => Date.parse(reading.at));
  if (times.length < 2) return false;
  return Math.max(...times) - Math.min(...times) >= quarantineMs;
}
