/** The agreements desk: issues the agreement and uploads the signed one. */
import { Refusal } from "../../shared/errors.ts";
import type { DeskCalls, DeskContext } from "./context.ts";

type Calls = "agreements.languages" | "agreements.fetch" | "agreements.upload";

export function createAgreementsDesk(_context: DeskContext): DeskCalls<Calls> {
  const notYet = () => {
    throw new Refusal("notAvailable", "This is not built yet.");
  };
  return {
    "agreements.languages": notYet,
    "agreements.fetch": notYet,
    "agreements.upload": notYet,
  };
}
