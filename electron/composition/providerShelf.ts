/** The office's configured providers: their facts from the journal, their secrets sealed in the settings. */
import { z } from "zod";
import type { ProviderInput, ProviderSettings, ProviderView } from "../../shared/api/setup.ts";
import { Refusal } from "../../shared/errors.ts";
import type { Limits } from "../../shared/limits.ts";
import type { Sql } from "../journal/contract.ts";
import type { Keys } from "../journal/keys/keys.ts";
import { type ProviderFacts, readProviders } from "../journal/office/queries.ts";
import type { RowDraft } from "../journal/rows.ts";
import type { Log } from "../logging/log.ts";
import type { Clock, SettingsStore, Transport } from "../ports.ts";
import { checkBaseUrl, isLoopbackHost } from "../providers/addresses.ts";
import type { Provider } from "../providers/contract.ts";
import { createProvider } from "../providers/registry.ts";

export interface ShelfParts {
  sql: () => Sql;
  keys: Keys;
  settings: SettingsStore;
  transport: Transport;
  clock: Clock;
  limits: () => Limits;
  currency: () => string;
  log: Log;
}

/** What saving a provider comes to: the row to append and the secrets to keep before it. */
export interface ProviderSaving {
  facts: ProviderFacts;
  draft: (actor: string) => RowDraft;
  keepSecrets: () => void;
}

export interface ProviderShelf {
  all(): Provider[];
  /** Throws `unknownProvider`, or `locked` while its secrets cannot be opened. */
  get(providerId: string): Provider;
  /** Null for one that is not set up, or while its secrets cannot be opened. */
  find(providerId: string): Provider | null;
  views(): ProviderView[];
  /** Checks everything and builds the adapter once, on trial. Throws `invalidInput` or `insecureAddress` with its field. */
  prepare(input: ProviderInput, currency?: string): ProviderSaving;
  /** Something that adapters are made of has changed. */
  forget(): void;
}

const sealedSecrets = z.record(z.string(), z.string());
const settingOf = (providerId: string) => `provider/${providerId}`;
const placeOf = (providerId: string, name: string) => ["provider", providerId, name];

/** Addresses that are a try-out by their own name; everything else is taken for real. */
function environmentOf(baseUrl: string): "production" | "test" {
  const { hostname } = new URL(baseUrl);
  const isTryOut = /(^|[.-])(test|uat|staging|stage|sandbox|demo|dev)([.-]|\d|$)/i.test(hostname);
  return isLoopbackHost(hostname) || isTryOut ? "test" : "production";
}

function checkedBaseUrl(typed: string, field: string): string {
  const address = checkBaseUrl(typed);
  if (address.ok) return address.baseUrl;
  const code = address.problem === "notAnAddress" ? "invalidInput" : "insecureAddress";
  throw new Refusal(code, address.message, { field });
}

/** Every address among the settings, such as `tokenUrl`, has to be as safe as the provider's own. */
function checkSettings(settings: ProviderSettings): void {
  for (const [name, value] of Object.entries(settings))
    if (/url$/i.test(name) && typeof value === "string" && value !== "")
      checkedBaseUrl(value, `settings.${name}`);
}

export function createProviderShelf(parts: ShelfParts): ProviderShelf {
  const { sql, keys, settings, transport, clock, limits, currency, log } = parts;
  let built: Map<string, Provider> | null = null;

  function sealedOf(providerId: string): Record<string, string> {
    return sealedSecrets.safeParse(settings.get(settingOf(providerId))).data ?? {};
  }

  /** One that was changed or moved in the settings file counts as missing: it can be entered anew. */
  function openedSecret(providerId: string, name: string, sealed: string): string | null {
    try {
      return keys.openSecret(placeOf(providerId, name), sealed);
    } catch (error) {
      if (error instanceof Refusal) throw error;
      log("error", "provider.secretUnreadable", { providerId, secret: name });
      return null;
    }
  }

  function secretsOf(providerId: string): Record<string, string> {
    const opened = Object.entries(sealedOf(providerId)).flatMap(([name, sealed]) => {
      const text = openedSecret(providerId, name, sealed);
      return text === null ? [] : [[name, text]];
    });
    return Object.fromEntries(opened);
  }

  function create(facts: ProviderFacts, secrets: Record<string, string>, tillCurrency: string) {
    const { connectTimeoutMs, requestTimeoutMs } = limits();
    const { id, kind, name, baseUrl } = facts;
    return createProvider(
      {
        id,
        kind,
        name,
        baseUrl,
        settings: facts.settings,
        secrets,
        tillCurrency,
        connectTimeoutMs,
        requestTimeoutMs,
      },
      transport,
      clock,
    );
  }

  function shelf(): Map<string, Provider> {
    if (built !== null) return built;
    const fresh = new Map<string, Provider>();
    for (const facts of readProviders(sql())) {
      const creation = create(facts, secretsOf(facts.id), currency());
      // One whose settings this version refuses stays configured and shows no capabilities.
      if (creation.ok) fresh.set(facts.id, creation.provider);
    }
    built = fresh;
    return fresh;
  }

  const whileOpen = () => (keys.state === "open" ? shelf() : new Map<string, Provider>());

  return {
    all: () => [...whileOpen().values()],
    get: (providerId) => {
      const provider = shelf().get(providerId);
      if (provider === undefined)
        throw new Refusal("unknownProvider", "There is no such provider at this office.", {
          field: "providerId",
        });
      return provider;
    },
    find: (providerId) => whileOpen().get(providerId) ?? null,
    views: () =>
      readProviders(sql()).map((facts) => ({
        id: facts.id,
        kind: facts.kind,
        name: facts.name,
        baseUrl: facts.baseUrl,
        environment: facts.environment,
        settings: facts.settings,
        secretsSet: Object.keys(sealedOf(facts.id)).toSorted(),
        capabilities: [...(whileOpen().get(facts.id)?.capabilities ?? [])],
      })),
    prepare: (input, tillCurrency = currency()) => {
      const before = readProviders(sql()).find(({ id }) => id === input.id);
      if (before !== undefined && before.kind !== input.kind)
        throw new Refusal("invalidInput", "A provider with this id is of another kind. Choose another id.", {
          field: "id",
        });
      const baseUrl = checkedBaseUrl(input.baseUrl, "baseUrl");
      checkSettings(input.settings);
      const given = input.secrets ?? {};
      const secrets = { ...(before === undefined ? {} : secretsOf(input.id)), ...given };
      const facts: ProviderFacts = {
        id: input.id,
        kind: input.kind,
        name: input.name,
        baseUrl,
        environment:
          input.environment ?? (before?.baseUrl === baseUrl ? before.environment : environmentOf(baseUrl)),
        settings: input.settings,
        secretNames: Object.keys(secrets).toSorted(),
      };
      const trial = create(facts, secrets, tillCurrency);
      if (!trial.ok) throw new Refusal("invalidInput", trial.message, { field: trial.field });
      return {
        facts,
        draft: (actor) => ({ kind: "setup.providerSaved", payload: facts, actor }),
        keepSecrets: () => {
          const sealed = Object.entries(given).map(([name, text]) => [
            name,
            keys.sealSecret(placeOf(input.id, name), text),
          ]);
          if (sealed.length === 0) return;
          settings.set(settingOf(input.id), { ...sealedOf(input.id), ...Object.fromEntries(sealed) });
        },
      };
    },
    forget: () => {
      built = null;
    },
  };
}
