/** The composition root: the whole core in one object, for Electron's bridge, for tests and for plain Node alike. */
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { z } from "zod";
import type { CallName, CallValue, EventName, Events } from "../shared/api.ts";
import { type Envelope, Refusal } from "../shared/errors.ts";
import type { CorePorts } from "./composition/deskContext.ts";
import { envelopeOf } from "./composition/dispatch.ts";
import { createEventDesk } from "./composition/events.ts";
import { type House, openHouse } from "./composition/house.ts";
import { readProvision } from "./composition/provisioning.ts";
import { createTrust } from "./composition/safety.ts";
import { openSettingsFile } from "./composition/settingsFile.ts";
import { systemClock, systemRandom } from "./composition/systemPorts.ts";
import type { PinCost } from "./desks/pinHashing.ts";
import { forkNodeProcess } from "./documents/nodeProcess.ts";
import { JOURNAL_FILE } from "./journal/place.ts";
import { errnoOf, onDisk } from "./journal/storageFailure.ts";
import { createLog, type Log } from "./logging/log.ts";
import type {
  Clock,
  ForkProcess,
  Keyring,
  Printing,
  Random,
  ResolveProxy,
  SettingsStore,
  Transport,
} from "./ports.ts";
import { createTransport } from "./providers/http.ts";

export interface AgentOptions {
  /** The till's own folder, made where it is missing. */
  dataDir: string;
  keyring: Keyring;
  clock?: Clock;
  random?: Random;
  transport?: Transport;
  /** Without it, whatever prints answers `notAvailable`. */
  printing?: Printing;
  resolveProxy?: ResolveProxy;
  /** Without it, `settings.json` in the data folder. */
  settings?: SettingsStore;
  /** DESIGN section 2, unparsed: applied once, to an empty data folder. */
  provision?: unknown;
  /** A file of certificates (PEM) that are trusted besides the well-known ones. */
  extraCaFile?: string;
  forkProcess?: ForkProcess;
  /** Without it, `logs/counterfoil.log` in the data folder. */
  log?: Log;
  appVersion?: string;
  /** What one check of a PIN costs; measured on this computer where it is not given. */
  pinCost?: PinCost;
}

type ValueOf<Name extends string> = Name extends CallName ? CallValue<Name> : unknown;

export interface Agent {
  /** Rejects where the till cannot be opened: with a `Refusal`, or with the file system's own error. */
  readonly ready: Promise<void>;
  /** Never throws. Waits for `ready`. */
  call<Name extends string>(name: Name, input?: unknown): Promise<Envelope<ValueOf<Name>>>;
  /** Listens to one event; the function it gives ends that. */
  on<Name extends EventName>(event: Name, listener: (payload: Events[Name]) => void): () => void;
  /** The computer itself was locked or goes to sleep. Not a call, so that no page can say so. Nothing to lock: no error. */
  lock(because: "system"): Promise<void>;
  /** Waits for what is under way and its record, and frees the data folder. */
  close(): Promise<void>;
}

const packageFile = z.object({ version: z.string() });

/** `package.json` lies above this file, both in the source and in the build. */
function ownVersion(): string {
  const text = readFileSync(new URL("../package.json", import.meta.url), "utf8");
  return packageFile.parse(JSON.parse(text)).version;
}

function portsOf(options: AgentOptions, clock: Clock, random: Random, log: Log): CorePorts {
  const { extraCaFile, resolveProxy } = options;
  const trust = createTrust(extraCaFile === undefined ? [] : [readFileSync(extraCaFile, "utf8")]);
  const transport = () =>
    createTransport({
      clock,
      ...(resolveProxy === undefined ? {} : { resolveProxy }),
      extraCa: trust.pems,
    });
  return {
    clock,
    random,
    log,
    transport: options.transport ?? transport(),
    trust,
    printing: options.printing ?? null,
    forkProcess: options.forkProcess ?? forkNodeProcess,
    appVersion: options.appVersion ?? ownVersion(),
  };
}

function makeFolder(dataDir: string): void {
  try {
    onDisk(() => mkdirSync(dataDir, { recursive: true, mode: 0o700 }));
  } catch (error) {
    if (!["EEXIST", "ENOTDIR"].includes(errnoOf(error) ?? "")) throw error;
    throw new Refusal(
      "readOnlyData",
      `A file lies where the data folder belongs: ${dataDir}. It was left as it is. Choose another folder, or move it away.`,
    );
  }
}

export function createAgent(options: AgentOptions): Agent {
  const dataDir = resolve(options.dataDir);
  const clock = options.clock ?? systemClock;
  const random = options.random ?? systemRandom;
  const log = options.log ?? createLog({ folder: join(dataDir, "logs"), now: () => clock.now() });
  const events = createEventDesk(log);

  function settings(): SettingsStore {
    if (options.settings !== undefined) return options.settings;
    const file = openSettingsFile(dataDir, clock);
    if (file.setAside !== null) log("error", "settings.setAside", { path: file.setAside });
    return file;
  }

  async function open(): Promise<House> {
    const provision = () => (options.provision === undefined ? null : readProvision(options.provision));
    // A file that is wrong leaves no trace in a folder that is new; in one that is set up it does not matter.
    if (!existsSync(join(dataDir, JOURNAL_FILE))) provision();
    makeFolder(dataDir);
    return openHouse({
      dataDir,
      keyring: options.keyring,
      settings: settings(),
      ports: portsOf(options, clock, random, log),
      provision,
      ...(options.pinCost === undefined ? {} : { pinCost: options.pinCost }),
      emit: events.emit,
    });
  }

  const opening = open();
  const ready = opening.then(() => undefined);
  // Whoever calls learns of it, too: a failed start must not end the process as a rejection that nobody awaited.
  ready.catch(() => undefined);
  let closing: Promise<void> | null = null;

  async function close(): Promise<void> {
    const house = await opening.catch(() => null);
    await house?.close();
  }

  async function answer(name: string, input: unknown): Promise<Envelope<unknown>> {
    try {
      if (closing !== null) throw new Refusal("notAvailable", "The till has been closed.");
      const house = await opening;
      return await house.answer(name, input);
    } catch (error) {
      return envelopeOf(error, random, log, "start");
    }
  }

  return {
    ready,
    // The value was parsed by this call's own schema; TypeScript cannot follow the pairing.
    call: (name, input) => answer(name, input) as Promise<Envelope<ValueOf<typeof name>>>,
    on: events.on,
    lock: async () => {
      const house = await opening.catch(() => null);
      if (closing === null) house?.lock();
    },
    close: () => {
      closing ??= close();
      return closing;
    },
  };
}
