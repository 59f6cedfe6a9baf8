/** The training counter: its own folder, keys that lock nothing, and providers who live in this very process. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import type { Role } from "../../shared/api/values.ts";
import { Refusal } from "../../shared/errors.ts";
import type { SignedIn } from "../desks/context.ts";
import type { TrainingSide } from "../desks/training.ts";
import { setAside } from "../journal/durableFiles.ts";
import { findStaff, readProviders, readStaff } from "../journal/office/queries.ts";
import { onDisk } from "../journal/storageFailure.ts";
import { bugFacts } from "../logging/log.ts";
import type { Keyring, SettingsStore } from "../ports.ts";
import {
  startTrainingProviders,
  type TrainingConfiguration,
  type TrainingProviders,
} from "../training/trainingProviders.ts";
import { type Counter, type CounterOptions, openCounter } from "./counter.ts";
import type { Provision } from "./provisioning.ts";
import { openSettingsFile } from "./settingsFile.ts";

/** Nothing in the training folder is secret, and training must never lock anybody out. */
const plainKeyring: Keyring = {
  available: true,
  encrypt: (text) => Buffer.from(text, "utf8"),
  decrypt: (bytes) => Buffer.from(bytes).toString("utf8"),
};

/** They protect nothing: the training screen shows them. */
const TRAINEE_PIN = "482915";
const SUPERVISOR_PIN = "730264";
const CHEAP = { cost: 1 << 10, blockSize: 8, parallelization: 1 };

const usualOffice = { office: "Training office", till: "T1", currency: "ALL", language: "en" } as const;

export interface TrainingCounter extends Counter {
  /** Signs the person of the office in here, too, or a trainee who may try everything. */
  welcome(person: SignedIn | null): Promise<void>;
}

export interface TrainingOptions
  extends Pick<CounterOptions, "ports" | "emit" | "startTraining" | "leaveTraining" | "onSessionEnd"> {
  dataDir: string;
  provision: Provision | null;
}

async function openTrainingCounter(options: TrainingOptions): Promise<TrainingCounter> {
  const { dataDir, ports, provision } = options;
  const { clock, log } = ports;
  onDisk(() => mkdirSync(dataDir, { recursive: true, mode: 0o700 }));
  const settings = openSettingsFile(dataDir, clock);
  const providers = await startTrainingProviders({
    folder: join(dataDir, "providers"),
    clock: clock.now,
    timer: { after: clock.after },
    onFault: (error) => log("error", "training.providerBug", bugFacts(error)),
  });
  let opened: Counter | null = null;
  try {
    const counter = await openCounter({
      ...options,
      keyring: plainKeyring,
      settings,
      pinCost: CHEAP,
      training: createSide(providers, () => peopleOf(settings, opened)),
      provision: () => provision ?? { ...usualOffice, training: true, staff: [], providers: [] },
    });
    opened = counter;
    configure(counter, providers.configurations);
    return {
      ...counter,
      welcome: (person) => welcome(counter, settings, person),
      close: async () => {
        await counter.close();
        await providers.close();
      },
    };
  } catch (error) {
    await opened?.close();
    await providers.close();
    throw error;
  }
}

/** Training must never lock: a folder whose keys were lost is put aside, and training begins anew. */
export async function openTraining(options: TrainingOptions): Promise<TrainingCounter> {
  const counter = await openTrainingCounter(options);
  if (counter.keys.state === "open") return counter;
  await counter.close();
  setAside(options.dataDir, "locked", options.ports.clock);
  return openTrainingCounter(options);
}

/** They are configured as any others. Their ports may be others since the last time. */
function configure(
  { journal, keys, shelf }: Counter,
  configurations: readonly TrainingConfiguration[],
): void {
  if (keys.state === "locked" || journal.problem() !== null) return;
  const known = readProviders(journal.sql);
  const savings = configurations.flatMap((configuration) => {
    const { id, name, baseUrl } = configuration;
    const before = known.find((provider) => provider.id === id);
    const settings = { ...configuration.settings };
    // Under the same id somebody may have provisioned a provider of their own.
    if (before !== undefined && before.name !== name) return [];
    if (before?.baseUrl === baseUrl && isDeepStrictEqual(before.settings, settings)) return [];
    return [
      shelf.prepare({
        ...configuration,
        settings,
        secrets: { ...configuration.secrets },
        environment: "test",
      }),
    ];
  });
  if (savings.length === 0) return;
  for (const saving of savings) saving.keepSecrets();
  journal.write(({ append }) => {
    for (const saving of savings) append(saving.draft("system"));
  });
  shelf.forget();
}

const PEOPLE_SETTING = "trainingPins";

function pinsOf(settings: SettingsStore): Record<string, string> {
  const found = settings.get(PEOPLE_SETTING);
  if (typeof found !== "object" || found === null) return {};
  return Object.fromEntries(
    Object.entries(found).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
}

function peopleOf(settings: SettingsStore, counter: Counter | null) {
  const known = pinsOf(settings);
  const staff = counter === null ? [] : readStaff(counter.journal.sql);
  return staff.flatMap(({ name, role, active }) => {
    const pin = known[name];
    return active && pin !== undefined ? [{ name, role, pin }] : [];
  });
}

async function enrol(
  { journal, pins, hashing }: Counter,
  settings: SettingsStore,
  person: { name: string; role: Role; pin: string },
): Promise<void> {
  const { name, role, pin } = person;
  const before = findStaff(journal.sql, name);
  if (before?.active === true && before.role === role && pinsOf(settings)[name] !== undefined) return;
  const hash = await hashing.hash(pin);
  settings.set(PEOPLE_SETTING, { ...pinsOf(settings), [name]: pin });
  journal.write(({ append }) => {
    append({ kind: "staff.saved", payload: { name, role, active: true }, actor: "system" });
    append({ kind: "staff.pinSet", payload: { name }, actor: "system" });
    pins.set(name, hash);
  });
}

async function welcome(counter: Counter, settings: SettingsStore, person: SignedIn | null): Promise<void> {
  if (counter.journal.problem() !== null) return;
  // A training till that was set up from a file has people of its own, whose PINs are theirs.
  const hasOwnPeople =
    readStaff(counter.journal.sql).length > 0 && Object.keys(pinsOf(settings)).length === 0;
  if (person === null && hasOwnPeople) return;
  const arriving = person ?? ({ name: "Trainee", role: "admin" } as const);
  await enrol(counter, settings, { ...arriving, pin: TRAINEE_PIN });
  const supervisor = arriving.name === "Supervisor" ? "Second supervisor" : "Supervisor";
  await enrol(counter, settings, { name: supervisor, role: "supervisor", pin: SUPERVISOR_PIN });
  counter.session.signIn({ name: arriving.name, role: arriving.role });
}

function createSide(providers: TrainingProviders, people: () => ReturnType<typeof peopleOf>): TrainingSide {
  const { iute, all } = providers;
  return {
    decide: (loanRef, decision) => iute.decide(loanRef, decision),
    misbehave: (providerId, kind, times) => {
      const chosen = all.find((provider) => provider.kind === providerId);
      if (chosen === undefined)
        throw new Refusal("unknownProvider", "There is no such training provider.", {
          field: "providerId",
        });
      if (times === 0) chosen.calm();
      else chosen.misbehave(kind, times);
    },
    setLine: providers.setLine,
    status: () => ({
      up: providers.lineUp(),
      misbehaviours: all.map(({ kind: providerId, misbehaviours }) => ({
        providerId,
        kinds: misbehaviours.map(({ kind, description }) => ({ kind, description })),
      })),
      examples: providers.examples.map(({ providerId, subject, description }) => ({
        providerId,
        loanRef: subject,
        description,
      })),
      loans: iute.books().loans.map(({ loanRef, step, application }) => ({
        loanRef,
        step,
        clientName: `${application.firstName} ${application.lastName}`,
      })),
      people: people(),
    }),
  };
}
