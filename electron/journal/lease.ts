/** One process for each data folder: a kernel lock that ends with its holder, and a note that names the holder. */
import { readFileSync, rmSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { z } from "zod";
import { Refusal } from "../../shared/errors.ts";
import type { Clock } from "../ports.ts";
import { writeDurably } from "./durableFiles.ts";
import { asRefusal, errnoOf } from "./storageFailure.ts";

const LOCK_FILE = "lease.sqlite";
const NOTE_FILE = "lease.json";

const holderSchema = z.object({ pid: z.number().int(), host: z.string(), since: z.string() });
export type LeaseHolder = z.infer<typeof holderSchema>;

export interface Lease {
  release(): void;
}

/** Who holds the folder, as far as the note can be read. The lock decides, never this note. */
export function readHolder(folder: string): LeaseHolder | null {
  let text: string;
  try {
    text = readFileSync(join(folder, NOTE_FILE), "utf8");
  } catch (error) {
    if (errnoOf(error) === null) throw error;
    return null;
  }
  try {
    return holderSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function heldBy(folder: string): Refusal {
  const holder = readHolder(folder);
  const who = holder
    ? ` by process ${holder.pid} on ${holder.host} since ${holder.since}`
    : " by another process";
  return new Refusal("alreadyRunning", `Counterfoil already runs on this data folder: it is held${who}.`);
}

function isBusy(error: unknown): boolean {
  return errnoOf(error)?.startsWith("SQLITE_BUSY") ?? false;
}

/** Takes the folder or throws `alreadyRunning`. A killed holder never blocks: the kernel drops its lock. */
export function takeLease(folder: string, clock: Clock): Lease {
  let lock: Database.Database | null = null;
  try {
    lock = new Database(join(folder, LOCK_FILE), { timeout: 0 });
    // SQLite quietly opens a file that cannot be written for reading, and an exclusive lock is then none.
    lock.pragma("journal_mode = MEMORY");
    lock.exec("BEGIN EXCLUSIVE; CREATE TABLE IF NOT EXISTS lease (held INTEGER) STRICT");
    const note: LeaseHolder = {
      pid: process.pid,
      host: hostname(),
      since: new Date(clock.now()).toISOString(),
    };
    writeDurably(join(folder, NOTE_FILE), [`${JSON.stringify(note)}\n`]);
  } catch (error) {
    lock?.close();
    if (isBusy(error)) throw heldBy(folder);
    throw asRefusal(error);
  }
  const held = lock;
  return {
    release: () => {
      if (!held.open) return;
      // The note goes first: the next holder writes its own as soon as the lock is free.
      rmSync(join(folder, NOTE_FILE), { force: true });
      held.close();
    },
  };
}
