/** The settings that several systems share, and how a wrong one is named for the form. */
import { z } from "zod";
import { currency } from "../../shared/api/values.ts";
import { checkBaseUrl } from "./addresses.ts";
import type { ProviderConfig, ProviderProblem } from "./contract.ts";

const controlCharacter = /[\p{Cc}\p{Cs}]/u;
const HIDDEN = "This contains hidden characters. Type it again.";

/** A secret as the provider gave it: never trimmed, since a blank may belong to it. */
export const credential = (missing: string) =>
  z
    .string(missing)
    .min(1, missing)
    .refine((text) => !controlCharacter.test(text), HIDDEN);

/** RFC 7617 joins client id and secret by a colon, so an id for Basic cannot hold one. */
export const clientIdForBasic = (missing: string) =>
  credential(missing).refine((text) => !text.includes(":"), "A client id cannot contain a colon.");

export const settingLine = (missing: string, max = 200) =>
  z
    .string(missing)
    .trim()
    .min(1, missing)
    .max(max, "This is too long.")
    .refine((text) => !controlCharacter.test(text), HIDDEN);

export const address = (missing: string) =>
  z.string(missing).transform((typed, context) => {
    const check = typed.trim() === "" ? { ok: false as const, message: missing } : checkBaseUrl(typed);
    if (check.ok) return check.baseUrl;
    context.addIssue({ code: "custom", message: check.message });
    return z.NEVER;
  });

export const optionalCurrency = z
  .union([z.literal("").transform(() => undefined), currency], "Enter three capital letters, such as ALL.")
  .optional();

export type ConfigReading<Fields> = { ok: true; baseUrl: string; fields: Fields } | ProviderProblem;

/** Reads the configuration; the first problem names its field as `baseUrl`, `settings.tokenUrl`, `secrets.password`, … */
export function readConfig<Fields>(config: ProviderConfig, schema: z.ZodType<Fields>): ConfigReading<Fields> {
  const base = checkBaseUrl(config.baseUrl);
  if (!base.ok) return { ok: false, field: "baseUrl", message: base.message };
  const reading = schema.safeParse({ settings: config.settings, secrets: config.secrets });
  if (reading.success) return { ok: true, baseUrl: base.baseUrl, fields: reading.data };
  const issue = reading.error.issues[0];
  return {
    ok: false,
    field: issue?.path.join(".") ?? "settings",
    message: issue?.message ?? "The settings are not complete.",
  };
}

export function basicAuthorization(clientId: string, clientSecret: string): string {
  return `Basic ${Buffer.from(`${clientId}:${clientSecret}`, "utf8").toString("base64")}`;
}
