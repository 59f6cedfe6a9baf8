/** A dispute as it crosses the bridge. */
import type { DisputeView } from "../../../shared/api/disputes.ts";
import type { DisputeRecord } from "../../journal/till/disputes.ts";

export function disputeViewOf({ entry, ...dispute }: DisputeRecord): DisputeView {
  return { ...dispute, sequence: entry };
}
