/** Blind counting: a cashier sees the payments and the doubts, and the sums only after a count, until cash moves again. */
import type { TillStatus } from "../../shared/api/till.ts";
import type { Role } from "../../shared/api/values.ts";
import { usePerson } from "../bridge/session.ts";

type Counting = Pick<TillStatus, "open" | "blindCount" | "countStands">;

export function sumsAreHidden({ open, blindCount, countStands }: Counting, role: Role): boolean {
  return open && blindCount && !countStands && role === "cashier";
}

/** For whoever is at the counter now; nobody there sees no sums either. */
export function useSumsHidden(status: Counting | undefined): boolean {
  const role = usePerson()?.role ?? "cashier";
  return status !== undefined && sumsAreHidden(status, role);
}
