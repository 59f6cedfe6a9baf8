/** Why the program could not start or go on, said to a person and to the console, with an exit code. */
import { app, dialog } from "electron";
import { Refusal } from "../../shared/errors.ts";
import { type SentenceName, sentence } from "./sentences.ts";
import { isUnattended, say } from "./spoken.ts";

/** An expected reason not to start. */
export class StartRefusal extends Error {
  readonly reason: SentenceName;
  readonly detail: string;

  constructor(reason: SentenceName, detail: string) {
    super(`${reason}: ${detail}`);
    this.name = "StartRefusal";
    this.reason = reason;
    this.detail = detail;
  }
}

/** The core's codes that may end a start; any other one is a bug here. */
const reasonsOfCore: Readonly<Partial<Record<string, SentenceName>>> = {
  alreadyRunning: "alreadyRunning",
  newerData: "newerData",
  foreignData: "foreignData",
  diskFull: "diskFull",
  readOnlyData: "readOnlyData",
  storageFailed: "storageFailed",
  invalidInput: "provisionInvalid",
};

/** What the file system says when the data folder cannot be used at all. */
const reasonsOfSystem: Readonly<Partial<Record<string, SentenceName>>> = {
  EACCES: "readOnlyData",
  EPERM: "readOnlyData",
  EROFS: "readOnlyData",
  ENOSPC: "diskFull",
  EDQUOT: "diskFull",
  EIO: "storageFailed",
  ENOTDIR: "storageFailed",
  EEXIST: "storageFailed",
};

function systemReason(error: unknown): SentenceName | undefined {
  if (!(error instanceof Error && "code" in error)) return undefined;
  return reasonsOfSystem[String(error.code)];
}

/** Null for a bug. `where` is the data folder, which most of these sentences name. */
export function asStartRefusal(error: unknown, where: string): StartRefusal | null {
  if (error instanceof StartRefusal) return error;
  const system = systemReason(error);
  if (system !== undefined) return new StartRefusal(system, where);
  if (!(error instanceof Refusal)) return null;
  const reason = reasonsOfCore[error.code];
  if (reason === undefined) return null;
  return new StartRefusal(reason, reason === "provisionInvalid" ? (error.field ?? error.message) : where);
}

/** Says it and ends the process; nothing after this runs. The console gets English, for whoever reads scripts. */
export function endWith(reason: SentenceName, detail: string): never {
  process.stderr.write(`${sentence("en", reason, detail)}\n`);
  if (!isUnattended() && (app.isReady() || process.platform !== "linux")) {
    dialog.showErrorBox("Counterfoil", say(reason, detail));
  }
  app.exit(1);
  // Before `ready` Electron only notes the exit code and goes on.
  return process.exit(1);
}
