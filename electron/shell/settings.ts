/** The settings file (electron-store, written atomically); a damaged one is set aside and named, never overwritten. */
import { readFileSync, renameSync } from "node:fs";
import { join } from "node:path";
import { ipcMain } from "electron";
import Store from "electron-store";
import { z } from "zod";
import type { SettingsStore } from "../ports.ts";

const FILE = "settings";
const settingsFile = z.record(z.string(), z.unknown());

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}

/** True for an absent file and for one that holds a JSON object. */
function isReadable(path: string): boolean {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    if (isMissing(error)) return true;
    throw error;
  }
  try {
    return settingsFile.safeParse(JSON.parse(text)).success;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

/** Opens the settings of the till in `folder`; `setAside` is where a damaged file went. */
export function openSettings(
  folder: string,
  now: () => number,
): { store: SettingsStore; setAside: string | null } {
  const path = join(folder, `${FILE}.json`);
  let setAside: string | null = null;
  if (!isReadable(path)) {
    setAside = join(folder, `${FILE}.damaged-${new Date(now()).toISOString().replaceAll(/[:.]/g, "-")}.json`);
    renameSync(path, setAside);
  }
  const store = new Store<Record<string, unknown>>({
    cwd: folder,
    name: FILE,
    accessPropertiesByDotNotation: false,
    clearInvalidConfig: false,
    configFileMode: 0o600,
  });
  // The library answers any page that asks where the data lie: nobody here has to know.
  ipcMain.removeAllListeners("electron-store-get-data");
  return {
    store: {
      get: (name) => store.get(name),
      set: (name, value) => store.set(name, value),
      delete: (name) => store.delete(name),
    },
    setAside,
  };
}
