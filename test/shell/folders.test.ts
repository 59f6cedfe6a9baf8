// Where the till's data lie on each system.
import { expect, test } from "vitest";
import { type FolderQuestion, foldersFor } from "../../electron/shell/folders.ts";

const linux: FolderQuestion = {
  platform: "linux",
  packaged: true,
  environment: {},
  appData: "/home/ana/.config",
  exists: () => false,
};
const windows: FolderQuestion = {
  ...linux,
  platform: "win32",
  appData: "C:\\Users\\ana\\AppData\\Roaming",
  environment: { PROGRAMDATA: "D:\\ProgramData", LOCALAPPDATA: "C:\\Users\\ana\\AppData\\Local" },
};

test.each<[what: string, question: FolderQuestion, till: string, chromium: string]>([
  [
    "Linux with the shared folder",
    { ...linux, exists: (path) => path === "/var/lib/counterfoil" },
    "/var/lib/counterfoil",
    "/home/ana/.config/Counterfoil",
  ],
  ["Linux without it", linux, "/home/ana/.config/Counterfoil/till", "/home/ana/.config/Counterfoil"],
  [
    "Windows: for every login, and nothing in the roaming profile",
    windows,
    "D:\\ProgramData\\Counterfoil",
    "C:\\Users\\ana\\AppData\\Local\\Counterfoil",
  ],
  [
    "macOS with the shared folder",
    { ...linux, platform: "darwin", appData: "/Users/ana/Library/Application Support", exists: () => true },
    "/Library/Application Support/Counterfoil",
    "/Users/ana/Library/Application Support/Counterfoil",
  ],
  [
    "a packaged build does not follow the variable",
    { ...linux, environment: { COUNTERFOIL_DATA_DIR: "/tmp/other" } },
    "/home/ana/.config/Counterfoil/till",
    "/home/ana/.config/Counterfoil",
  ],
  [
    "from source it does",
    { ...linux, packaged: false, environment: { COUNTERFOIL_DATA_DIR: "/tmp/other/" } },
    "/tmp/other",
    "/tmp/other/chromium",
  ],
  [
    "from source without it: never an installed till's data",
    { ...linux, packaged: false, exists: () => true },
    "/home/ana/.config/Counterfoil development/till",
    "/home/ana/.config/Counterfoil development/chromium",
  ],
])("%s", (_what, question, till, chromium) => {
  expect(foldersFor(question)).toEqual({ till, chromium });
});
