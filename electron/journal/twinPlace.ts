/** Begins a twin at a place that a person has chosen: only where nothing lies that tells another story. */
import { Refusal } from "../../shared/errors.ts";
import type { Sql } from "./contract.ts";
import type { Twin } from "./twin.ts";

/** Throws `wrongState` or `storageFailed`; then the twin is closed and nothing of what lay there has changed. */
export function beginElsewhere(twin: Twin, sql: Sql): void {
  const relation = twin.compare(sql, "full");
  if (relation.is !== "inStep" && relation.is !== "behind" && relation.is !== "missing")
    throw new Refusal(
      "wrongState",
      "In this folder lies a second copy that does not belong to this journal. Choose an empty folder.",
      { field: "path", reason: "twinForeign" },
    );
  twin.catchUp(sql, relation);
  if (twin.state === "inStep") return;
  twin.close();
  throw new Refusal("storageFailed", "The second copy cannot be written there. Choose another folder.", {
    field: "path",
    retry: true,
    reason: "twinNotWritten",
  });
}
