/** The log: JSON lines in a few files that rotate, with event names and plain facts, never a person's data. */
import { appendFileSync, mkdirSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";

export type LogLevel = "info" | "warning" | "error";
export type LogFacts = Readonly<Record<string, string | number | boolean | null>>;
/** `event` is a fixed name such as "page.gone"; facts are codes, counts and references. */
export type Log = (level: LogLevel, event: string, facts?: LogFacts) => void;

const MOST_LETTERS_PER_FACT = 2000;

export type LogOptions = {
  folder: string;
  now: () => number;
  maxBytes?: number;
  files?: number;
  /** Told once when the log itself cannot be written; the program goes on without it. */
  onFailure?: (message: string) => void;
};

/**
 * A bug as facts: its class, its code and where it happened. The message is left out, since it may quote what a
 * person typed.
 */
export function bugFacts(error: unknown): LogFacts {
  if (!(error instanceof Error)) return { bug: typeof error };
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  const code = "code" in error && typeof error.code === "string" ? error.code : null;
  return { bug: error.name, code, at: frames.map((line) => line.trim()).join(" | ") };
}

function bytesOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

/** Writes `counterfoil.log`; older lines are in `counterfoil.1.log` and so on, the oldest file goes first. */
export function createLog({ folder, now, maxBytes = 1024 * 1024, files = 5, onFailure }: LogOptions): Log {
  const file = (age: number) => join(folder, age === 0 ? "counterfoil.log" : `counterfoil.${age}.log`);
  let failed = false;

  function rotate() {
    rmSync(file(files - 1), { force: true });
    for (let age = files - 2; age >= 0; age -= 1) {
      if (bytesOf(file(age)) > 0) renameSync(file(age), file(age + 1));
    }
  }

  return (level, event, facts = {}) => {
    const bounded = Object.entries(facts).map(([name, value]) => [
      name,
      typeof value === "string" ? value.slice(0, MOST_LETTERS_PER_FACT) : value,
    ]);
    const entry = { at: new Date(now()).toISOString(), level, event, ...Object.fromEntries(bounded) };
    const line = `${JSON.stringify(entry)}\n`;
    try {
      mkdirSync(folder, { recursive: true });
      if (bytesOf(file(0)) + Buffer.byteLength(line) > maxBytes) rotate();
      appendFileSync(file(0), line, { mode: 0o600 });
    } catch (error) {
      // A full or read-only disk is the journal's to report; the log must not stop what it watches.
      if (!failed) onFailure?.(`The log in ${folder} cannot be written: ${String(error)}`);
      failed = true;
    }
  };
}
