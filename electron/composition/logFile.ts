/** The core's log where nobody else keeps one: JSON lines with event names and plain facts, never a person's data. */
import { appendFileSync, mkdirSync, renameSync, statSync } from "node:fs";
import { join } from "node:path";
import { errnoOf } from "../journal/storageFailure.ts";
import type { Clock } from "../ports.ts";

export type LogFacts = Record<string, string | number | boolean | null>;
export type Log = (level: "info" | "warning" | "error", event: string, facts?: LogFacts) => void;

const MOST_BYTES = 1024 * 1024;

/** Appends to `logs/core.log`; a full one becomes `core.1.log`, in the place of the one before. */
export function openLogFile(dataDir: string, clock: Clock): Log {
  const folder = join(dataDir, "logs");
  const path = join(folder, "core.log");
  return (level, event, facts = {}) => {
    const line = `${JSON.stringify({ at: new Date(clock.now()).toISOString(), level, event, ...facts })}\n`;
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > MOST_BYTES)
        renameSync(path, join(folder, "core.1.log"));
      appendFileSync(path, line, { mode: 0o600 });
    } catch (error) {
      // A full or read-only disk is the journal's to report; the log must not stop what it watches.
      if (errnoOf(error) === null) throw error;
    }
  };
}

/** A bug as facts: its class, its code and where it happened. Its message may quote what a person typed. */
export function bugFacts(error: unknown): LogFacts {
  if (!(error instanceof Error)) return { bug: typeof error };
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return { bug: error.name, code: errnoOf(error), at: frames.map((line) => line.trim()).join(" | ") };
}
