/** What a lender with a Q2 (CL Loan) instance has to enter, checked field by field before an adapter is built. */
import { z } from "zod";
import type { ProviderConfig, ProviderProblem } from "../contract.ts";
import { address, credential, optionalCurrency, readConfig } from "../settingFields.ts";

export interface Q2Settings {
  readonly baseUrl: string;
  readonly tokenUrl: string;
  readonly currency: string;
  readonly secrets: {
    readonly clientId: string;
    readonly clientSecret: string;
    readonly username: string;
    /** With Salesforce's security token at its end. */
    readonly password: string;
  };
}

const schema = z.object({
  settings: z.object({
    tokenUrl: address(
      "Enter Salesforce's token address, such as https://login.salesforce.com/services/oauth2/token.",
    ),
    currency: optionalCurrency,
  }),
  secrets: z.object({
    clientId: credential("Enter the consumer key of the connected app."),
    clientSecret: credential("Enter the consumer secret of the connected app."),
    username: credential("Enter the user name of the integration user."),
    password: credential("Enter the password of the integration user with its security token at the end."),
  }),
});

export type Q2SettingsReading = { ok: true; settings: Q2Settings } | ProviderProblem;

export function readQ2Settings(config: ProviderConfig): Q2SettingsReading {
  const reading = readConfig(config, schema);
  if (!reading.ok) return reading;
  const { settings, secrets } = reading.fields;
  return {
    ok: true,
    settings: {
      baseUrl: reading.baseUrl,
      tokenUrl: settings.tokenUrl,
      currency: settings.currency ?? config.tillCurrency,
      secrets,
    },
  };
}
