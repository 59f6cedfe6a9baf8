/** What a Iute partner has to enter, checked field by field before an adapter is built. */
import { z } from "zod";
import { currency } from "../../../shared/api/values.ts";
import { checkBaseUrl } from "../addresses.ts";
import type { ProviderConfig, ProviderProblem } from "../contract.ts";

export interface IuteSettings {
  readonly baseUrl: string;
  readonly partnerType: string;
  readonly languages: readonly string[];
  readonly currency: string;
  readonly authorization: string;
}

const controlCharacter = /[\p{Cc}\p{Cs}]/u;

const partnerType = z
  .string("Enter the partner type that the lender has given you.")
  .trim()
  .min(1, "Enter the partner type that the lender has given you.")
  .max(60, "The partner type is too long.")
  .refine((text) => !controlCharacter.test(text), "The partner type contains hidden characters.");

const languages = z
  .union([z.string(), z.array(z.string())], "Enter the languages as three-letter codes.")
  .default([])
  .transform((value) => (typeof value === "string" ? value.split(/[\s,;]+/) : value))
  .transform((codes) => codes.map((code) => code.trim().toLowerCase()).filter((code) => code !== ""))
  .refine(
    (codes) => codes.every((code) => /^[a-z]{3}$/.test(code)),
    "Enter the languages as three-letter codes, such as alb.",
  )
  .transform((codes) => [...new Set(codes)]);

const credential = (missing: string) =>
  z
    .string(missing)
    .min(1, missing)
    .refine((text) => !controlCharacter.test(text), "This contains hidden characters. Type it again.");

const schema = z.object({
  settings: z.object({
    partnerType,
    languages,
    currency: z
      .union(
        [z.literal("").transform(() => undefined), currency],
        "Enter three capital letters, such as ALL.",
      )
      .optional(),
  }),
  secrets: z.object({
    // RFC 7617: the first colon ends the user name.
    username: credential("Enter the user name that the lender has given you.").refine(
      (text) => !text.includes(":"),
      "A user name cannot contain a colon.",
    ),
    password: credential("Enter the password that the lender has given you."),
  }),
});

export type IuteSettingsReading = { ok: true; settings: IuteSettings } | ProviderProblem;

/** Reads the configuration; the first problem names its field as `settings.partnerType`, `secrets.password`, … */
export function readIuteSettings(config: ProviderConfig): IuteSettingsReading {
  const address = checkBaseUrl(config.baseUrl);
  if (!address.ok) return { ok: false, field: "baseUrl", message: address.message };
  const reading = schema.safeParse({ settings: config.settings, secrets: config.secrets });
  if (!reading.success) {
    const issue = reading.error.issues[0];
    return {
      ok: false,
      field: issue?.path.join(".") ?? "settings",
      message: issue?.message ?? "The settings are not complete.",
    };
  }
  const { settings, secrets } = reading.data;
  const credentials = Buffer.from(`${secrets.username}:${secrets.password}`, "utf8").toString("base64");
  return {
    ok: true,
    settings: {
      baseUrl: address.baseUrl,
      partnerType: settings.partnerType,
      languages: settings.languages,
      currency: settings.currency ?? config.tillCurrency,
      authorization: `Basic ${credentials}`,
    },
  };
}
