/** The points at which the simulation may end the process or make the disk fail; in the product nobody listens. */
import type { RowKind } from "./rows.ts";

/** In the order in which one `write` passes them; `beforeAppend` comes once for each row. */
export const crashPoints = [
  "beforeBegin",
  "beforeAppend",
  "beforeCommit",
  "afterCommit",
  "beforeTwin",
  "afterTwin",
] as const;
export type CrashPoint = (typeof crashPoints)[number];

/**
 * Each hook may throw. A `Database.SqliteError` with a code such as "SQLITE_FULL", or an error with an errno such as
 * "ENOSPC", counts as what the disk did; anything else passes through as if the process had ended there.
 */
export interface Faults {
  reach?(point: CrashPoint, kind: RowKind | null): void;
}
