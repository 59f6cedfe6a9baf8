/** How a desk asks the other systems: by capability, one for each of them. */
import type { Capability } from "../../shared/api/setup.ts";
import { Refusal } from "../../shared/errors.ts";
import type { Provider } from "../providers/contract.ts";
import type { DeskContext } from "./context.ts";

type Part = "customers" | "customerLoans" | "accounts" | "letters";

/** Throws `unknownProvider`, or `capabilityMissing` where this provider does not do that. */
export function partFor<Name extends Part>(
  context: DeskContext,
  providerId: string,
  name: Name,
  capability: Capability,
): { provider: Provider; part: NonNullable<Provider[Name]> } {
  const provider = context.provider(providerId);
  const part = provider[name];
  if (!part || !provider.capabilities.includes(capability)) {
    throw new Refusal("capabilityMissing", `${provider.name} does not offer this.`, { field: "providerId" });
  }
  return { provider, part };
}

/** Keys in one order at every depth, so that the same fields give the same digest whatever their order was. */
export function canonicalText(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([one], [other]) => (one < other ? -1 : 1)))
      : inner,
  );
}
