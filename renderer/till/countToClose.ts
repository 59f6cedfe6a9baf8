/** A count that is in the journal, to close the shift with. */
import type { CountHint, DrawerCount } from "../../shared/api/till.ts";

export type CountToClose = Pick<
  DrawerCount,
  "number" | "counts" | "countedMinor" | "expectedMinor" | "differenceMinor"
> & { hint: CountHint | null };
