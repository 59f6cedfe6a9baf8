/** What an Apollo partner has to enter, checked field by field before an adapter is built. */
import { z } from "zod";
import type { ProviderConfig, ProviderProblem } from "../contract.ts";
import { address, clientIdForBasic, credential, readConfig, settingLine } from "../settingFields.ts";

export interface ApolloSettings {
  readonly baseUrl: string;
  readonly tokenUrl: string;
  readonly partnerTag: string;
  readonly authorizationScheme: "bearer" | "bare";
  readonly apiKey: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

const schema = z.object({
  settings: z.object({
    tokenUrl: address("Enter the address of Apollo's token service."),
    partnerTag: settingLine("Enter the partner tag that Apollo has given you.", 60),
    // The sample's header is masked: whether "Bearer" stands before the token is not documented.
    authorizationScheme: z
      .union(
        [z.literal("").transform(() => "bearer" as const), z.enum(["bearer", "bare"])],
        "Choose whether the token is sent after the word Bearer (bearer) or alone (bare).",
      )
      .default("bearer"),
  }),
  secrets: z.object({
    apiKey: credential("Enter the x-api-key that Apollo has given you.").refine(
      (text) => /^[\x21-\x7e]+$/.test(text),
      "An API key holds letters, digits and signs only.",
    ),
    clientId: clientIdForBasic("Enter the app client id that Apollo has given you."),
    clientSecret: credential("Enter the app secret that Apollo has given you."),
  }),
});

export type ApolloSettingsReading = { ok: true; settings: ApolloSettings } | ProviderProblem;

export function readApolloSettings(config: ProviderConfig): ApolloSettingsReading {
  const reading = readConfig(config, schema);
  if (!reading.ok) return reading;
  const { settings, secrets } = reading.fields;
  return { ok: true, settings: { baseUrl: reading.baseUrl, ...settings, ...secrets } };
}
