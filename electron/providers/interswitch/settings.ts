/** What an Interswitch channel has to enter, checked field by field before an adapter is built. */
import { z } from "zod";
import type { ProviderConfig, ProviderProblem } from "../contract.ts";
import { address, clientIdForBasic, credential, readConfig, settingLine } from "../settingFields.ts";

export type AmountUnit = "minor" | "major";

export interface InterswitchSettings {
  readonly baseUrl: string;
  readonly tokenUrl: string;
  /** Text: "0002" keeps its zeros. */
  readonly channelCode: string;
  readonly amountUnit: AmountUnit;
  readonly clientId: string;
  readonly clientSecret: string;
}

const schema = z.object({
  settings: z.object({
    channelCode: settingLine("Enter the channel code that Interswitch has given you, with its zeros.", 40),
    tokenUrl: address("Enter the address of Interswitch's token service."),
    // The document does not say it, and a wrong guess shows a hundred times the debt: so the office has to.
    amountUnit: z.enum(
      ["minor", "major"],
      "Choose whether Interswitch sends amounts in kobo (minor) or in naira (major). Ask them; it is not documented.",
    ),
  }),
  secrets: z.object({
    clientId: clientIdForBasic("Enter the client id that Interswitch has given you."),
    clientSecret: credential("Enter the client secret that Interswitch has given you."),
  }),
});

export type InterswitchSettingsReading = { ok: true; settings: InterswitchSettings } | ProviderProblem;

export function readInterswitchSettings(config: ProviderConfig): InterswitchSettingsReading {
  const reading = readConfig(config, schema);
  if (!reading.ok) return reading;
  const { settings, secrets } = reading.fields;
  return { ok: true, settings: { baseUrl: reading.baseUrl, ...settings, ...secrets } };
}
