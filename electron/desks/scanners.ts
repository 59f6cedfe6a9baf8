/** The scanners desk: which scanners there are, and those that the office sets up itself. */
import { stat } from "node:fs/promises";
import { isAbsolute } from "node:path";
import type { ScannerView } from "../../shared/api/scanning.ts";
import { Refusal } from "../../shared/errors.ts";
import { readScanners, type StoredScanner } from "../journal/paper/scanners.ts";
import { errnoOf } from "../journal/storageFailure.ts";
import type { DeskCalls, DeskContext } from "./context.ts";
import type { ScanParts } from "./scans.ts";

type ScannerCalls = DeskCalls<
  "scanners.list" | "scanners.save" | "scanners.addFolder" | "scanners.remove" | "scanners.stop"
>;

/** A scanner in the house: its address and nothing that could be mistaken for another. */
function assertAddress(address: string): string {
  const url = URL.canParse(address) ? new URL(address) : null;
  const isPlain =
    url !== null &&
    (url.protocol === "http:" || url.protocol === "https:") &&
    url.username === "" &&
    url.password === "" &&
    url.search === "" &&
    url.hash === "";
  if (!isPlain)
    throw new Refusal(
      "invalidInput",
      "Write the scanner's address like http://192.168.1.20, without a name or a password in it.",
      { field: "address" },
    );
  return url.href;
}

async function assertFolder(path: string): Promise<void> {
  try {
    if (isAbsolute(path) && (await stat(path)).isDirectory()) return;
  } catch (error) {
    if (errnoOf(error) === null) throw error;
  }
  throw new Refusal("fileUnreadable", "This folder is not there or cannot be opened.", { field: "path" });
}

export function createScannersDesk(context: DeskContext, { scanners, running }: ScanParts): ScannerCalls {
  const { journal } = context;

  function save(scanner: StoredScanner, actor: string): ScannerView {
    journal.write(({ append }) => append({ kind: "setup.scannerSaved", payload: scanner, actor }));
    return scanner;
  }

  function stored(id: string): StoredScanner {
    const found = readScanners(journal.sql).find((scanner) => scanner.id === id);
    if (found !== undefined) return found;
    throw new Refusal("invalidInput", "This scanner was not set up here.", { field: "id" });
  }

  return {
    "scanners.list": async () => {
      const places = new Map(readScanners(journal.sql).map(({ id, place }) => [id, place]));
      const found = await scanners.list();
      return {
        scanners: found.map(({ id, kind, name }) => ({ id, kind, name, place: places.get(id) ?? null })),
      };
    },
    "scanners.save": ({ id, name, address }, by) => {
      const place = assertAddress(address);
      if (id !== undefined && stored(id).kind !== "escl")
        throw new Refusal("invalidInput", "A folder has no address.", { field: "id" });
      return save({ id: id ?? context.newId("escl"), kind: "escl", name, place }, by.name);
    },
    "scanners.addFolder": async ({ name, path }, by) => {
      await assertFolder(path);
      return save({ id: context.newId("folder"), kind: "folder", name, place: path }, by.name);
    },
    "scanners.remove": ({ sourceId }, by) => {
      const { id } = stored(sourceId);
      running.stop(id);
      journal.write(({ append }) =>
        append({ kind: "setup.scannerRemoved", payload: { id }, actor: by.name }),
      );
      return {};
    },
    "scanners.stop": ({ sourceId }) => {
      running.stop(sourceId);
      return {};
    },
  };
}
