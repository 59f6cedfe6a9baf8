/** Between a provider as it is stored and the texts of its form. */
import type { ProviderInput, ProviderKind, ProviderView } from "../../shared/api/setup.ts";
import { codesRecord, textOfRecord } from "./errorCodes.ts";
import { providerFields } from "./providerFields.ts";

export type ProviderForm = {
  kind: ProviderKind;
  name: string;
  baseUrl: string;
  environment: "production" | "test";
  settings: Record<string, string>;
  secrets: Record<string, string>;
};

function asText(value: ProviderView["settings"][string] | undefined): string {
  if (value === undefined) return "";
  if (typeof value === "string") return value;
  return Array.isArray(value) ? value.join(", ") : textOfRecord(value);
}

export function formOf(provider: ProviderView | null, kind: ProviderKind): ProviderForm {
  const fields = providerFields[provider?.kind ?? kind];
  return {
    kind: provider?.kind ?? kind,
    name: provider?.name ?? "",
    baseUrl: provider?.baseUrl ?? "",
    environment: provider?.environment ?? "production",
    settings: Object.fromEntries(fields.settings.map(({ name }) => [name, asText(provider?.settings[name])])),
    secrets: Object.fromEntries(fields.secrets.map((name) => [name, ""])),
  };
}

/** Empty settings and secrets are left out: an empty secret keeps the stored one. */
export function inputOf(
  form: ProviderForm,
  stored: ProviderView | null,
  taken: readonly string[],
): ProviderInput {
  const fields = providerFields[form.kind];
  // Settings that this form does not show stay as they are.
  const settings: ProviderInput["settings"] = { ...(stored?.kind === form.kind ? stored.settings : {}) };
  for (const { name, as } of fields.settings) {
    const typed = (form.settings[name] ?? "").trim();
    delete settings[name];
    if (typed === "") continue;
    if (as === "codes") settings[name] = codesRecord(typed);
    else settings[name] = as === "list" ? typed.split(/[\s,;]+/).filter((part) => part !== "") : typed;
  }
  const secrets = Object.fromEntries(
    fields.secrets.flatMap((name) => {
      const typed = form.secrets[name] ?? "";
      return typed === "" ? [] : [[name, typed]];
    }),
  );
  return {
    id: stored?.id ?? freeId(form.kind, taken),
    kind: form.kind,
    name: form.name,
    baseUrl: form.baseUrl,
    environment: form.environment,
    settings,
    ...(Object.keys(secrets).length === 0 ? {} : { secrets }),
  };
}

function freeId(kind: ProviderKind, taken: readonly string[]): string {
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? kind : `${kind}-${number}`;
    if (!taken.includes(id)) return id;
  }
}
