/** The documents desk: files come in, are read, printed and saved; everything on disk stays sealed. */
import { Refusal } from "../../shared/errors.ts";
import type { DeskCalls, DeskContext } from "./context.ts";

type DocumentCalls = DeskCalls<
  "documents.import" | "documents.scan" | "documents.read" | "documents.print" | "documents.save"
>;

function notYet(): never {
  throw new Refusal("notAvailable", "This is not available here.");
}

export function createDocumentsDesk(_context: DeskContext): DocumentCalls {
  return {
    "documents.import": notYet,
    "documents.scan": notYet,
    "documents.read": notYet,
    "documents.print": notYet,
    "documents.save": notYet,
  };
}
