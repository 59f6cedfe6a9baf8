/** Reads a file that a person has chosen, unless it is larger than anything of its kind can be. */
import { readFileSync, statSync } from "node:fs";
import { Refusal } from "../../shared/errors.ts";
import type { SafetyReason } from "../../shared/safetyReasons.ts";
import { errnoOf } from "../journal/storageFailure.ts";

export interface ChosenWords {
  tooLarge: { reason: SafetyReason; message: string };
  unreadable: SafetyReason;
}

/** Throws `fileUnreadable` and `fileTooLarge`, each with its reason and naming `path`. */
export function readSmallFile(
  path: string,
  largestBytes: number,
  { tooLarge, unreadable }: ChosenWords,
): Buffer {
  const read = <Value>(work: () => Value): Value => {
    try {
      return work();
    } catch (error) {
      if (errnoOf(error) === null) throw error;
      throw new Refusal("fileUnreadable", "The file cannot be read.", { field: "path", reason: unreadable });
    }
  };
  if (read(() => statSync(path).size) > largestBytes)
    throw new Refusal("fileTooLarge", tooLarge.message, { field: "path", reason: tooLarge.reason });
  return read(() => readFileSync(path));
}
