/** What a read-back is judged by: the attempt, its baseline, and every reading of this run, with the time between them. */
import type { Limits } from "../../../shared/limits.ts";
import type { ItemKind, ItemState, Reading } from "../../../shared/outbox.ts";

/** A read-back since the attempt and since the program's start: after a restart the quarantine begins again. */
export interface EarlierReading {
  reading: Reading;
  second: Reading | null;
  /** How long ago by the monotonic clock: a clock that was set makes no quarantine shorter. */
  agoMs: number;
}

export interface ReadBackFacts {
  kind: ItemKind;
  amountMinor: number;
  state: Extract<ItemState, "acknowledged" | "unconfirmed" | "attention" | "refused">;
  /** What the last attempt came to. `null` is an attempt without an answer: a doubt like `unconfirmed`. */
  word: "acknowledged" | "refused" | "unconfirmed" | null;
  /** The refusal was about user name and password. */
  credentials: boolean;
  baseline: Reading;
  earlier: readonly EarlierReading[];
  reading: Reading;
  /** For payouts: the release check, read together with a "no active loan". */
  second: Reading | null;
  /** Since the clean acknowledgement, by whichever clock makes it older; 0 without one. */
  acknowledgedForMs: number;
  /** What this till has posted on the loan since the baseline; only for items that are settled already. */
  explainedMinor: number;
  limits: Pick<Limits, "absentQuarantineMs" | "acknowledgedAbsentMs">;
}

/** True where an earlier reading of this run that `fits` is at least a quarantine old. */
export function seenAQuarantineAgo(
  { earlier, limits }: ReadBackFacts,
  fits: (earlier: EarlierReading) => boolean,
): boolean {
  return earlier.some((candidate) => candidate.agoMs >= limits.absentQuarantineMs && fits(candidate));
}
