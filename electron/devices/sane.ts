/** Scanners of Linux, through SANE's own `scanimage`: each page becomes a file in a folder of its scan and is taken from there. */

import { createHash } from "node:crypto";
import { readFileSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import type { ScannerFailure } from "../../shared/api/scanning.ts";
import {
  MOST_PAGES,
  type ScannedPage,
  type ScannerSource,
  type ScanOptions,
  scannerFailed,
} from "./contract.ts";
import { type ProgramEnd, runProgram } from "./program.ts";
import { readSaneOptions, saneSettings } from "./saneOptions.ts";
import type { ScanFolders } from "./scanFolder.ts";

const PROGRAM = "scanimage";
/** Looking for devices on the network takes its time. */
const LISTING_MS = 30_000;
/** A lamp that warms up, a long page at many dots: silence is not yet death. */
const SILENCE_MS = 120_000;

/** What `scanimage` says when the last page is done; some drivers then hang while they close the device. */
const LAST_WORDS = /^Batch terminated, \d+ pages? scanned$/m;

/** SANE's status (sane.h, SANE_Status): the program's exit code, else what it named for the last page it began. */
function statusOf({ code, errors }: ProgramEnd): number | null {
  const lastPage = errors.slice(errors.lastIndexOf("Scanning page "));
  const named = /\(scanner status = (\d+)\)/.exec(lastPage)?.[1];
  return code ?? (named === undefined ? null : Number(named));
}

function failureOf(ended: ProgramEnd): ScannerFailure {
  switch (statusOf(ended)) {
    case 2:
      return "stopped";
    case 3:
      return "busy";
    case 6:
      return "jammed";
    case 7:
      return "empty";
    case 8:
      return "coverOpen";
    case 10:
      return "noMemory";
    case 11:
      return "denied";
    default:
      // Without a page begun the device was never there.
      return ended.errors.includes("Scanning page") ? "broke" : "gone";
  }
}

/** A page's own end (SANE_STATUS_EOF), or a feeder that ran empty after at least one: that is how a batch ends. */
function hasEndedWell(ended: ProgramEnd, pages: number): boolean {
  // Ended by us after its last words it has no code; without them it was cut off.
  if (ended.code === null && !LAST_WORDS.test(ended.errors)) return false;
  const status = statusOf(ended);
  return status === 0 || (ended.code === null && status === 5) || (status === 7 && pages > 0);
}

async function settingsOf(device: string, options: ScanOptions, signal: AbortSignal) {
  const listed = await runProgram(PROGRAM, ["-d", device, "-A"], { silenceMs: LISTING_MS, signal });
  if (listed.isMissing) throw scannerFailed("noSoftware");
  if (signal.aborted) throw scannerFailed("stopped");
  if (listed.code !== 0) throw scannerFailed(failureOf(listed));
  return saneSettings(readSaneOptions(listed.output), options);
}

async function scanInto(
  folder: string,
  device: string,
  options: ScanOptions,
  onPage: (page: ScannedPage) => void,
  signal: AbortSignal,
): Promise<void> {
  const { args, dotsPerInch, pages } = await settingsOf(device, options, signal);
  let told = 0;
  const count = `--batch-count=${pages ?? MOST_PAGES}`;
  const format = join(folder, "page-%d.png");
  const ended = await runProgram(
    PROGRAM,
    ["-d", device, "--format=png", `--batch=${format}`, count, "--batch-print", "--progress", ...args],
    {
      silenceMs: SILENCE_MS,
      signal,
      lastWords: LAST_WORDS,
      // A page is named when its file is whole; one that the scanner died in is never named.
      onLine: (line) => {
        const name = basename(line.trim());
        if (!/^page-\d+\.png$/.test(name)) return;
        const path = join(folder, name);
        const bytes = readFileSync(path);
        rmSync(path, { force: true });
        told += 1;
        onPage({ bytes, dotsPerInch });
      },
    },
  );
  if (signal.aborted) throw scannerFailed("stopped");
  if (!hasEndedWell(ended, told)) throw scannerFailed(failureOf(ended));
}

/** Names of devices hold what no id may; the digest keeps two apart that then look alike. */
export function saneSourceId(device: string): string {
  const plain = `sane:${device}`;
  if (/^[A-Za-z0-9._:-]{1,80}$/.test(plain)) return plain;
  const digest = createHash("sha256").update(device).digest("hex").slice(0, 12);
  return `sane:${device.replaceAll(/[^A-Za-z0-9._:-]/g, "-").slice(0, 50)}-${digest}`;
}

export function saneSource(device: string, name: string, folders: ScanFolders): ScannerSource {
  return {
    id: saneSourceId(device),
    kind: "sane",
    name,
    scan: (options, onPage, signal) =>
      folders.use((folder) => scanInto(folder, device, options, onPage, signal)),
  };
}

/** Device, maker and model of each, one a line; empty where SANE is not installed. */
export async function findSaneSources(folders: ScanFolders): Promise<ScannerSource[]> {
  const listed = await runProgram(PROGRAM, ["-f", "%d\t%v\t%m%n"], { silenceMs: LISTING_MS });
  if (listed.code !== 0) return [];
  return listed.output.split("\n").flatMap((line) => {
    const [device, maker = "", model = ""] = line.split("\t");
    if (device === undefined || device.trim() === "" || maker + model === "") return [];
    const name = `${maker} ${model}`.trim();
    const shown = name === "" ? device : `${name} (${device})`.slice(0, 120);
    return [saneSource(device, shown, folders)];
  });
}
