/** Where a file that leaves the till may be written: anywhere but over the till's own files. */
import { isAbsolute, relative, resolve } from "node:path";
import { Refusal } from "../../shared/errors.ts";
import { errnoOf } from "../journal/storageFailure.ts";

/** An export over the till's own files would destroy what it is a copy of. Throws `invalidInput`. */
export function outsidePlace(dataDir: string, path: string): string {
  const target = resolve(path);
  const inside = relative(dataDir, target);
  if (!isAbsolute(inside) && !inside.startsWith(".."))
    throw new Refusal("invalidInput", "Choose a place outside of the till's own data folder.", {
      field: "path",
    });
  return target;
}

/** What the system answers to a place that cannot be written becomes a refusal of that place. */
export function writingThere<Value>(write: () => Value): Value {
  try {
    return write();
  } catch (error) {
    if (errnoOf(error) === null || error instanceof Refusal) throw error;
    throw new Refusal("invalidInput", "The file cannot be written there. Choose another place.", {
      field: "path",
    });
  }
}
