/** Blind counting: until the drawer was counted a cashier sees the payments and the doubts, and no sums. */
import type { TillStatus } from "../../shared/api/till.ts";
import type { Role } from "../../shared/api/values.ts";
import { usePerson } from "../bridge/session.ts";

type Counting = Pick<TillStatus, "open" | "blindCount" | "timesCounted">;

export function sumsAreHidden({ open, blindCount, timesCounted }: Counting, role: Role): boolean {
  return open && blindCount && timesCounted === 0 && role === "cashier";
}

/** For whoever is at the counter now; nobody there sees no sums either. */
export function useSumsHidden(status: Counting | undefined): boolean {
  const role = usePerson()?.role ?? "cashier";
  return status !== undefined && sumsAreHidden(status, role);
}
