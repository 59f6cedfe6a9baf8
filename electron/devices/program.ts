/** Runs one program of the system with an argument array, never through a shell, and listens to what it says. */
import { spawn } from "node:child_process";

export interface ProgramEnd {
  /** Null where it could not be started or was ended by a signal. */
  code: number | null;
  /** True where there is no such program. */
  isMissing: boolean;
  output: string;
  errors: string;
}

export interface ProgramRun {
  env?: Record<string, string>;
  signal?: AbortSignal;
  /** Told of each whole line of its output. */
  onLine?: (line: string) => void;
  /** It is ended when it says and does nothing for so long. */
  silenceMs: number;
  /** A line of its errors after which it has nothing left to do but to end. */
  lastWords?: RegExp;
}

/** How long a program may take to end once its work is done, or once it was asked to. */
const ENDING_MS = 5_000;

/** More words than these are a program gone mad. */
const MOST_WORDS = 1024 * 1024;

/** What these programs need to find themselves; nothing else of ours goes along. */
const passedOn = [
  "PATH",
  "HOME",
  "SystemRoot",
  "SANE_CONFIG_DIR",
  "LD_LIBRARY_PATH",
  "DBUS_SESSION_BUS_ADDRESS",
];

function environment(more: Record<string, string>): Record<string, string> {
  const kept = passedOn.flatMap((name): [string, string][] => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value]];
  });
  return { ...Object.fromEntries(kept), LC_ALL: "C", ...more };
}

/** Never throws for what the program does. */
export function runProgram(name: string, args: readonly string[], run: ProgramRun): Promise<ProgramEnd> {
  return new Promise((settle) => {
    const child = spawn(name, [...args], {
      env: environment(run.env ?? {}),
      stdio: ["ignore", "pipe", "pipe"],
      windowsHide: true,
    });
    let output = "";
    let errors = "";
    let rest = "";
    let isMissing = false;
    const stop = () => child.kill("SIGTERM");
    const end = () => child.kill("SIGKILL");
    const silence = setTimeout(end, run.silenceMs);
    // A program that does not end when asked is ended.
    let mercy: NodeJS.Timeout | undefined;
    const onAbort = () => {
      stop();
      mercy ??= setTimeout(end, ENDING_MS);
    };
    run.signal?.addEventListener("abort", onAbort, { once: true });
    if (run.signal?.aborted) onAbort();

    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      silence.refresh();
      output = (output + text).slice(-MOST_WORDS);
      const lines = (rest + text).split(/\r?\n/);
      rest = (lines.pop() ?? "").slice(-MOST_WORDS);
      for (const line of lines) run.onLine?.(line);
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      silence.refresh();
      errors = (errors + text).slice(-MOST_WORDS);
      if (run.lastWords?.test(errors)) mercy ??= setTimeout(end, ENDING_MS);
    });
    const settled = (code: number | null) => {
      clearTimeout(silence);
      clearTimeout(mercy);
      run.signal?.removeEventListener("abort", onAbort);
      settle({ code, isMissing, output, errors });
    };
    child.once("error", (error) => {
      isMissing = "code" in error && error.code === "ENOENT";
      if (child.pid === undefined) settled(null);
    });
    child.once("close", settled);
  });
}
