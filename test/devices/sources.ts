/** One scan from a source, gathered: its pages and what it stopped with; and SANE's test device in a folder of its own. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ScannedPage, ScannerSource, ScanOptions } from "../../electron/devices/contract.ts";
import { Refusal } from "../../shared/errors.ts";

export async function gathered(
  source: ScannerSource,
  options: ScanOptions = {},
  onPage: (page: ScannedPage, stop: () => void) => void = () => undefined,
): Promise<{ pages: ScannedPage[]; refusal: Refusal | null }> {
  const stop = new AbortController();
  const pages: ScannedPage[] = [];
  try {
    await source.scan(
      options,
      (page) => {
        pages.push(page);
        onPage(page, () => stop.abort());
      },
      stop.signal,
    );
    return { pages, refusal: null };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { pages, refusal: error };
  }
}

/** SANE with its test device and no other, without touching the computer's own configuration. */
export function useSaneTestDevice(): void {
  const folder = mkdtempSync(join(tmpdir(), "counterfoil-sane-"));
  writeFileSync(join(folder, "dll.conf"), "test\n");
  writeFileSync(join(folder, "test.conf"), "number_of_devices 2\n");
  process.env["SANE_CONFIG_DIR"] = folder;
}

export function isSaneHere(): boolean {
  try {
    execFileSync("scanimage", ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
