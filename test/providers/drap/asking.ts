/** Asks the DRAP adapter something, where the provider answers what the test says. */
import { configOf, customersOf } from "../adapters.ts";
import { type Reply, scriptedProvider } from "../scriptedProvider.ts";

export const TOKEN_PATH = "/auth/realms/cdp/protocol/openid-connect/token";

export async function drap(reply: Reply, errorCodes?: Record<string, string>) {
  const provider = await scriptedProvider(TOKEN_PATH);
  provider.answer(reply);
  const config = configOf("drap", provider.origin);
  const settings = { ...config.settings, ...(errorCodes ? { errorCodes } : {}) };
  return { provider, customers: customersOf({ ...config, settings }) };
}

export type Operation = "lookup" | "onboard" | "get";

export function ask(customers: ReturnType<typeof customersOf>, operation: Operation) {
  if (operation === "lookup") return customers.lookup("4", "784198012345671");
  return operation === "get" ? customers.get("7841000000000017") : customers.onboard({ firstName: "Mira" });
}
