/** The settings as one small JSON file in the data folder, for a core that runs without Electron's store. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { setAside, writeDurably } from "../journal/durableFiles.ts";
import { errnoOf, onDisk } from "../journal/storageFailure.ts";
import type { Clock, SettingsStore } from "../ports.ts";

/** The same file as the app's, so that one data folder serves both. */
const FILE = "settings.json";
const settingsSchema = z.record(z.string(), z.unknown());

export interface SettingsFile extends SettingsStore {
  /** Where a damaged file was put, or null. */
  readonly setAside: string | null;
}

function readText(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (errnoOf(error) === "ENOENT") return null;
    throw error;
  }
}

function readSettings(text: string): Record<string, unknown> | null {
  try {
    return settingsSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Opens `settings.json` in `folder`; a damaged one is renamed, never overwritten, and named. */
export function openSettingsFile(folder: string, clock: Clock): SettingsFile {
  const path = join(folder, FILE);
  const text = onDisk(() => readText(path));
  const found = text === null ? {} : readSettings(text);
  const aside = found === null ? onDisk(() => setAside(path, "damaged", clock)) : null;
  const values = new Map(Object.entries(found ?? {}));
  const save = () =>
    onDisk(() => writeDurably(path, [`${JSON.stringify(Object.fromEntries(values), null, 2)}\n`]));
  return {
    setAside: aside,
    get: (name) => structuredClone(values.get(name)),
    set: (name, value) => {
      values.set(name, structuredClone(value));
      save();
    },
    delete: (name) => {
      if (values.delete(name)) save();
    },
  };
}
