/** Adapters as the core builds them, with the settings and secrets of DESIGN section 2. */
import { systemClock } from "../../electron/composition/systemPorts.ts";
import type { Transport } from "../../electron/ports.ts";
import type {
  AccountBook,
  CustomerRegister,
  LetterOffice,
  LoanRegister,
  Provider,
  ProviderConfig,
} from "../../electron/providers/contract.ts";
import { createTransport } from "../../electron/providers/http.ts";
import { createProvider } from "../../electron/providers/registry.ts";
import type { TokenClock } from "../../electron/providers/tokens.ts";

export const transport: Transport = createTransport({ clock: systemClock });

export const userSecrets = {
  clientId: "client",
  clientSecret: "s3cret&=",
  username: "counter@lender.example",
  password: "pass wordTOKEN",
};
const clientSecrets = { clientId: "client", clientSecret: "s3cret&=" };

/** The configuration of each kind, below one address. */
export function configOf(kind: ProviderConfig["kind"], baseUrl: string): ProviderConfig {
  const common = {
    id: kind,
    kind,
    name: kind.toUpperCase(),
    baseUrl,
    tillCurrency: "ALL",
    connectTimeoutMs: 2_000,
    requestTimeoutMs: 5_000,
  };
  const tokenUrl = `${new URL(baseUrl).origin}/token`;
  switch (kind) {
    case "drap":
      return {
        ...common,
        settings: { scope: "api://guid/customer", channel: "Direct", agentLocationId: "784101" },
        secrets: userSecrets,
      };
    case "interswitch":
      return {
        ...common,
        settings: { channelCode: "0002", tokenUrl, amountUnit: "minor" },
        secrets: clientSecrets,
      };
    case "q2":
      return { ...common, settings: { tokenUrl, currency: "USD" }, secrets: userSecrets };
    case "apollo":
      return {
        ...common,
        settings: { tokenUrl, partnerTag: "TEST", authorizationScheme: "bearer" },
        secrets: { ...clientSecrets, apiKey: "key-1" },
      };
    case "iute":
      return { ...common, settings: { partnerType: "post" }, secrets: { username: "u", password: "p" } };
  }
}

export function providerOf(config: ProviderConfig, clock: TokenClock = systemClock): Provider {
  const creation = createProvider(config, transport, clock);
  if (!creation.ok) throw new Error(`${creation.field}: ${creation.message}`);
  return creation.provider;
}

export function customersOf(config: ProviderConfig, clock?: TokenClock): CustomerRegister {
  return present(providerOf(config, clock).customers);
}

export function loansOf(config: ProviderConfig, clock?: TokenClock): LoanRegister {
  return present(providerOf(config, clock).customerLoans);
}

export function accountsOf(config: ProviderConfig, clock?: TokenClock): AccountBook {
  return present(providerOf(config, clock).accounts);
}

export function lettersOf(config: ProviderConfig, clock?: TokenClock): LetterOffice {
  return present(providerOf(config, clock).letters);
}

function present<Part>(part: Part | undefined): Part {
  if (part === undefined) throw new Error("This provider lacks the part that the test is about.");
  return part;
}
