/** Builds the adapter for a configured provider by its kind. */
import { assertNever } from "../../shared/errors.ts";
import type { Transport } from "../ports.ts";
import type { Provider, ProviderConfig, ProviderProblem } from "./contract.ts";
import { createIute } from "./iute/iute.ts";

export type ProviderCreation = { ok: true; provider: Provider } | ProviderProblem;

export function createProvider(config: ProviderConfig, transport: Transport): ProviderCreation {
  switch (config.kind) {
    case "iute":
      return createIute(config, transport);
    case "apollo":
    case "drap":
    case "interswitch":
    case "q2":
      return { ok: false, field: "kind", message: "This version cannot speak to that system yet." };
    default:
      return assertNever(config.kind, "provider kind");
  }
}
