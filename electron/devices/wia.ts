/**
 * Scanners of Windows, through WIA's own scripting object in PowerShell. Written from Microsoft's documentation of the
 * WIA Automation Layer 2.0; tests cover how its answers are read, but no Windows has run the scripts themselves yet.
 */

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { ScannerFailure } from "../../shared/api/scanning.ts";
import {
  invalidOption,
  MOST_PAGES,
  resolutionIn,
  type ScannerSource,
  type ScanOptions,
  scannerFailed,
} from "./contract.ts";
import { type ProgramEnd, runProgram } from "./program.ts";
import type { ScanFolders } from "./scanFolder.ts";

const LISTING_MS = 30_000;
const SILENCE_MS = 180_000;

const LIST = `
$ErrorActionPreference = 'Stop'
[Console]::OutputEncoding = [Text.Encoding]::UTF8
foreach ($info in (New-Object -ComObject WIA.DeviceManager).DeviceInfos) {
  if ($info.Type -eq 1) { "scanner\`t" + $info.DeviceID + "\`t" + $info.Properties.Item('Name').Value }
}`;

/** Values come in through the environment, never into the script's text. 3088: handling, 6146: intent, 6147/6148: dots. */
const SCAN = `
$ErrorActionPreference = 'Stop'
[Console]::OutputEncoding = [Text.Encoding]::UTF8
try {
  $device = $null
  foreach ($info in (New-Object -ComObject WIA.DeviceManager).DeviceInfos) {
    if ($info.DeviceID -eq $env:COUNTERFOIL_DEVICE) { $device = $info.Connect() }
  }
  if ($null -eq $device) { 'failed 0x80210005'; exit 1 }
  if ([int]$env:COUNTERFOIL_HANDLING -gt 0) { $device.Properties.Item('3088').Value = [int]$env:COUNTERFOIL_HANDLING }
  $item = $device.Items.Item(1)
  $item.Properties.Item('6146').Value = [int]$env:COUNTERFOIL_INTENT
  $item.Properties.Item('6147').Value = [int]$env:COUNTERFOIL_DPI
  $item.Properties.Item('6148').Value = [int]$env:COUNTERFOIL_DPI
  for ($page = 1; $page -le [int]$env:COUNTERFOIL_PAGES; $page++) {
    $image = $item.Transfer('{B96B3CAE-0728-11D3-9D7B-0000F81EF32E}')
    $path = Join-Path $env:COUNTERFOIL_FOLDER ('page-' + $page + '.jpg')
    $image.SaveFile($path)
    'page ' + (Split-Path $path -Leaf)
  }
} catch {
  'failed 0x{0:X8}' -f $_.Exception.GetBaseException().HResult
  exit 1
}`;

/** WIA's errors (wiadef.h, WIA_ERROR_*). */
const failures: Readonly<Record<string, ScannerFailure>> = {
  "0x80210002": "jammed",
  "0x80210003": "empty",
  "0x80210004": "jammed",
  "0x80210005": "gone",
  "0x80210006": "busy",
  "0x80210008": "broke",
  "0x8021000A": "broke",
  "0x8021000D": "busy",
  "0x80210016": "coverOpen",
  "0x80070005": "denied",
};
const PAPER_EMPTY = "0x80210003";

/** Null where the scan ended well: an empty feeder after a page is the end of the pages. */
export function wiaFailure(output: string, pages: number): ScannerFailure | null {
  const code = /^failed (0x[0-9A-F]{8})\s*$/m.exec(output)?.[1] ?? null;
  if (code === null) return pages > 0 ? null : "broke";
  if (code === PAPER_EMPTY && pages > 0) return null;
  return failures[code] ?? "broke";
}

const intents = new Map([
  ["colour", 1],
  ["grey", 2],
  ["blackAndWhite", 4],
]);
/** FEEDER 1, FLATBED 2, DUPLEX 4. */
const handlings = new Map([
  ["flatbed", 2],
  ["feeder", 1],
  ["duplex", 5],
]);

/** Throws `invalidInput` for what no WIA scanner has. */
export function wiaEnvironment(options: ScanOptions): { env: Record<string, string>; dotsPerInch: number } {
  const { mode = "grey", source = "flatbed" } = options;
  const intent = intents.get(String(mode));
  const handling = handlings.get(String(source));
  if (intent === undefined) throw invalidOption(`mode ${String(mode)}`);
  if (handling === undefined) throw invalidOption(`source ${String(source)}`);
  const unknown = Object.keys(options).find((name) => !["mode", "source", "resolution"].includes(name));
  if (unknown !== undefined) throw invalidOption(unknown);
  const dotsPerInch = Math.round(resolutionIn(options));
  const env = {
    COUNTERFOIL_INTENT: String(intent),
    // Devices without a feeder lack the property altogether.
    COUNTERFOIL_HANDLING: options.source === undefined ? "0" : String(handling),
    COUNTERFOIL_DPI: String(dotsPerInch),
    COUNTERFOIL_PAGES: String(source === "flatbed" ? 1 : MOST_PAGES),
  };
  return { env, dotsPerInch };
}

function powershell(script: string, run: Parameters<typeof runProgram>[2]): Promise<ProgramEnd> {
  const encoded = Buffer.from(script, "utf16le").toString("base64");
  const args = ["-NoProfile", "-NonInteractive", "-ExecutionPolicy", "Bypass", "-EncodedCommand", encoded];
  return runProgram("powershell.exe", args, run);
}

function wiaSource(device: string, name: string, folders: ScanFolders): ScannerSource {
  const digest = createHash("sha256").update(device).digest("hex").slice(0, 16);
  return {
    id: `wia:${digest}`,
    kind: "wia",
    name,
    async scan(options, onPage, signal) {
      const { env, dotsPerInch } = wiaEnvironment(options);
      let pages = 0;
      await folders.use(async (folder) => {
        const ended = await powershell(SCAN, {
          env: { ...env, COUNTERFOIL_DEVICE: device, COUNTERFOIL_FOLDER: folder },
          silenceMs: SILENCE_MS,
          signal,
          onLine: (line) => {
            const file = /^page (page-\d+\.jpg)$/.exec(line.trim())?.[1];
            if (file === undefined) return;
            pages += 1;
            onPage({ bytes: readFileSync(join(folder, basename(file))), dotsPerInch });
          },
        });
        if (signal.aborted) throw scannerFailed("stopped");
        const failure = wiaFailure(ended.output, pages);
        if (failure !== null) throw scannerFailed(failure);
      });
    },
  };
}

/** Empty where there is no such thing as WIA. */
export async function findWiaSources(folders: ScanFolders): Promise<ScannerSource[]> {
  const listed = await powershell(LIST, { silenceMs: LISTING_MS });
  return readWiaListing(listed.output).map(({ device, name }) => wiaSource(device, name, folders));
}

export function readWiaListing(output: string): { device: string; name: string }[] {
  return output.split(/\r?\n/).flatMap((line) => {
    const [what, device, name] = line.split("\t");
    if (what !== "scanner" || device === undefined || device === "") return [];
    return [{ device, name: (name ?? "").trim() || "Scanner" }];
  });
}
