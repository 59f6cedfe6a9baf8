/** Runs a program of this machine for a paper; null where it is not here or made nothing of it. */
import { spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { homedir } from "node:os";

const PATIENCE_MS = 90_000;

export interface Ran {
  output: string;
}

/** Never throws for what the program does: a paper that could not be made is one paper less, and is said. */
export function runHere(command: string, args: readonly string[], folder: string): Ran | null {
  const ran = spawnSync(command, [...args], {
    cwd: folder,
    encoding: "utf8",
    timeout: PATIENCE_MS,
    maxBuffer: 64 * 1024 * 1024,
    env: { PATH: process.env["PATH"] ?? "", HOME: homedir(), LC_ALL: "C.UTF-8" },
    stdio: ["ignore", "pipe", "ignore"],
  });
  return ran.error === undefined && ran.status === 0 ? { output: ran.stdout } : null;
}

export function isPaper(path: string): boolean {
  return existsSync(path) && statSync(path).size > 0;
}

/** What the document itself says it was made by (pdfinfo); its own bytes where that finds nothing. */
export function producerOf(path: string, folder: string): string {
  const info = runHere("pdfinfo", [path], folder)?.output ?? "";
  const producer = /^Producer:\s*(.+)$/m.exec(info)?.[1]?.trim();
  return producer === undefined || producer === "" ? "not said" : producer;
}
