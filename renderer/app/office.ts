/** The office as every screen needs it: its name, its money, and who offers what. */
import type { Capability, SetupView } from "../../shared/api/setup.ts";
import { useCall } from "../bridge/useCall.ts";

export type Office = Pick<
  SetupView,
  "office" | "till" | "currency" | "training" | "providers" | "limits" | "version"
>;
export type OfficeProvider = SetupView["providers"][number];

const unknownYet: Office = {
  office: "",
  till: "",
  currency: "",
  training: false,
  providers: [],
  limits: {},
  version: "",
};

/** Behind the gate the answer is always there; before it, everything is empty. */
export function useOffice(): Office {
  return useCall("setup.get", {}).value ?? unknownYet;
}

/** The providers that can do this, in the order in which they were set up. */
export function useProviders(capability: Capability): readonly OfficeProvider[] {
  return useOffice().providers.filter(({ capabilities }) => capabilities.includes(capability));
}

/** The one to use where the clerk has no choice; null where the office has none. */
export function useProvider(capability: Capability): OfficeProvider | null {
  return useProviders(capability)[0] ?? null;
}
