/** Builds the adapter for a configured provider by its kind. */
import { assertNever } from "../../shared/errors.ts";
import type { Transport } from "../ports.ts";
import { createApollo } from "./apollo/apollo.ts";
import type { Provider, ProviderConfig, ProviderProblem } from "./contract.ts";
import { createDrap } from "./drap/drap.ts";
import { createInterswitch } from "./interswitch/interswitch.ts";
import { createIute } from "./iute/iute.ts";
import { createQ2 } from "./q2/q2.ts";
import type { TokenClock } from "./tokens.ts";

export type ProviderCreation = { ok: true; provider: Provider } | ProviderProblem;

/** `clock` tells when an access token has lived long enough. */
export function createProvider(
  config: ProviderConfig,
  transport: Transport,
  clock: TokenClock,
): ProviderCreation {
  switch (config.kind) {
    case "iute":
      return createIute(config, transport);
    case "apollo":
      return createApollo(config, transport, clock);
    case "drap":
      return createDrap(config, transport, clock);
    case "interswitch":
      return createInterswitch(config, transport, clock);
    case "q2":
      return createQ2(config, transport, clock);
    default:
      return assertNever(config.kind, "provider kind");
  }
}
