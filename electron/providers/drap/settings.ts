/** What a DRAP partner has to enter, checked field by field before an adapter is built. */
import { z } from "zod";
import { type CustomerOutcome, customerOutcomes } from "../../../shared/api/customers.ts";
import type { ProviderConfig, ProviderProblem } from "../contract.ts";
import { credential, readConfig, settingLine } from "../settingFields.ts";

/** The provider's `errorCode` to what it means here. The vendor's list of codes is not public: the office enters it. */
export type ErrorCodeTable = ReadonlyMap<string, CustomerOutcome>;

export interface DrapSettings {
  readonly baseUrl: string;
  readonly scope: string;
  readonly channel: string;
  readonly agentLocationId: string;
  readonly errorCodes: ErrorCodeTable;
  readonly secrets: {
    readonly clientId: string;
    readonly clientSecret: string;
    readonly username: string;
    readonly password: string;
  };
}

/** An error can mean anything but that a customer was found. */
const errorOutcomes = customerOutcomes.filter((outcome) => outcome !== "found");
const SPELLING = `Write each code with what it means, such as "40400": one of ${errorOutcomes.join(", ")}.`;

/** As an object, or as lines of "code = outcome". */
const errorCodes = z
  .union([z.record(z.string(), z.string()), z.string(), z.array(z.string())], SPELLING)
  .default({})
  .transform((table, context) => {
    const meanings = new Map<string, CustomerOutcome>();
    for (const [code, word] of entriesOf(table)) {
      const outcome = errorOutcomes.find(
        (candidate) => candidate.toLowerCase() === word.trim().toLowerCase(),
      );
      if (outcome === undefined || code.trim() === "") {
        context.addIssue({ code: "custom", message: SPELLING });
        return z.NEVER;
      }
      meanings.set(code.trim(), outcome);
    }
    return meanings;
  });

function entriesOf(table: Record<string, string> | string | string[]): [code: string, word: string][] {
  if (typeof table === "object" && !Array.isArray(table)) return Object.entries(table);
  const lines = typeof table === "string" ? table.split(/[\n;,]+/) : table;
  return lines
    .filter((line) => line.trim() !== "")
    .map((line) => {
      const [code = "", word = ""] = line.split(/[=:]/, 2);
      return [code, word];
    });
}

const schema = z.object({
  settings: z.object({
    scope: settingLine("Enter the scope that the provider has given you, such as api://…/customer."),
    channel: settingLine("Enter the channel that the provider has given you.", 20),
    agentLocationId: settingLine("Enter this office's agent location id.", 60),
    errorCodes,
  }),
  secrets: z.object({
    clientId: credential("Enter the client id that the provider has given you."),
    clientSecret: credential("Enter the client secret that the provider has given you."),
    username: credential("Enter the user name that the provider has given you."),
    password: credential("Enter the password that the provider has given you."),
  }),
});

export type DrapSettingsReading = { ok: true; settings: DrapSettings } | ProviderProblem;

export function readDrapSettings(config: ProviderConfig): DrapSettingsReading {
  const reading = readConfig(config, schema);
  if (!reading.ok) return reading;
  const { settings, secrets } = reading.fields;
  return { ok: true, settings: { baseUrl: reading.baseUrl, ...settings, secrets } };
}
