/** One run of the program on one till's files: the real journal, adapter and courier on simulated time, wire and dice. */
import { copyFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import type { Courier } from "../../electron/courier/contract.ts";
import { createCourier } from "../../electron/courier/courier.ts";
import type { CourierPoint } from "../../electron/courier/faults.ts";
import type { Journal } from "../../electron/journal/contract.ts";
import type { CrashPoint } from "../../electron/journal/faults.ts";
import { openJournal } from "../../electron/journal/journal.ts";
import type { Keys } from "../../electron/journal/keys/keys.ts";
import { projections } from "../../electron/journal/projections/index.ts";
import type { Clock, SettingsStore, Transport } from "../../electron/ports.ts";
import type { Provider } from "../../electron/providers/contract.ts";
import { createIute } from "../../electron/providers/iute/iute.ts";
import { defaultLimits, type Limits } from "../../shared/limits.ts";
import type { Dice } from "./dice.ts";
import type { Diary } from "./time.ts";

/** A day's patience in two hours, so that a world ends before the year does. */
export const limits: Limits = { ...defaultLimits, acknowledgedAbsentMs: 2 * 3_600_000 };
export const PROVIDER = "iute";

/** What a killed program would have said next. */
export class Killed extends Error {}

export type Point = CourierPoint | `journal:${CrashPoint}`;

/** What a disk answers to a write, in the codes of SQLite. */
export const diskFaults = ["SQLITE_FULL", "SQLITE_IOERR_WRITE", "SQLITE_READONLY"] as const;
export type DiskFault = (typeof diskFaults)[number];

export interface TillFiles {
  folder: string;
  twinPath: string | null;
  /** Where count and head are noted outside of the file, in worlds in which an older copy is put back without a twin. */
  settings?: SettingsStore;
  keys: Keys;
  /** Compares derived tables with the rows at every start; slow, so only some worlds do. */
  deep: boolean;
}

export interface ProgramOptions {
  files: TillFiles;
  diary: Diary;
  dice: Dice;
  /** What the computer believes the time to be. */
  wallNow: () => number;
  wire: (isAlive: () => boolean) => Transport;
  /** True where the program is to be killed here. */
  isDoomedAt: (point: Point) => boolean;
  disk: () => DiskFault | null;
}

export interface Program {
  readonly journal: Journal;
  readonly courier: Courier;
  isAlive(): boolean;
  /** Ends it on the spot. */
  kill(): void;
  /** Lets go of the files; to be called when none of its code runs any more. */
  bury(): void;
}

/** Copies the files of a till that has opened its shift and done nothing yet. */
export function furnish(folder: string, template: string): void {
  mkdirSync(folder, { recursive: true });
  copyFileSync(join(template, "journal.sqlite"), join(folder, "journal.sqlite"));
}

export function openTill(files: TillFiles, clock: Clock, dice: Dice, reach: (point: Point) => void): Journal {
  return openJournal({
    folder: files.folder,
    twinPath: files.twinPath,
    keys: files.keys,
    ...(files.settings === undefined ? {} : { settings: files.settings }),
    clock,
    random: dice,
    projections,
    appVersion: "1.0.0",
    place: { machine: "a counter", folder: "a till" },
    deepUpTo: files.deep ? Number.MAX_SAFE_INTEGER : 0,
    faults: { reach: (point) => reach(`journal:${point}`) },
  });
}

/** Starts it; a program that is killed while it starts throws `Killed`, with its files let go. */
export function startProgram(options: ProgramOptions): Program {
  const { diary, dice, files } = options;
  const startedAt = diary.now();
  let isAlive = true;
  const clock: Clock = {
    now: options.wallNow,
    monotonic: () => diary.now() - startedAt,
    after: (delayMs, wake) => diary.after(delayMs, () => isAlive && wake()),
  };
  const mustLive = () => {
    if (!isAlive) throw new Killed("This program has ended.");
  };
  const reach = (point: Point) => {
    mustLive();
    if (options.isDoomedAt(point)) isAlive = false;
    mustLive();
    const fault =
      point === "journal:beforeAppend" || point === "journal:beforeCommit" ? options.disk() : null;
    if (fault !== null) throw new Database.SqliteError("the disk does not take it", fault);
  };
  const journal = openTill(files, clock, dice, reach);
  try {
    const wire = options.wire(() => isAlive);
    const provider = adapter(wire);
    const courier = createCourier({
      journal,
      clock,
      random: dice,
      transport: wire,
      limits: () => limits,
      provider: (id) => (id === PROVIDER ? provider : null),
      providers: () => [provider],
      emit: () => undefined,
      log: () => undefined,
      faults: { reach },
    });
    return {
      journal,
      courier,
      isAlive: () => isAlive,
      kill: () => {
        isAlive = false;
      },
      bury: () => journal.close(),
    };
  } catch (error) {
    journal.close();
    throw error;
  }
}

function adapter(wire: Transport): Provider {
  const made = createIute(
    {
      id: PROVIDER,
      kind: "iute",
      name: "Lender",
      baseUrl: "https://lender.example",
      settings: { partnerType: "post", languages: ["rom"] },
      secrets: { username: "u", password: "p" },
      tillCurrency: "MDL",
      connectTimeoutMs: limits.connectTimeoutMs,
      requestTimeoutMs: limits.requestTimeoutMs,
    },
    wire,
  );
  if (!made.ok) throw new Error(made.message);
  return made.provider;
}
