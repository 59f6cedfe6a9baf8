/** Staff PINs as they lie on disk: salted hashes beside the journal, with their failures and their lock-outs. */
import { z } from "zod";
import type { Clock } from "../ports.ts";
import type { Journal } from "./contract.ts";
import { onDisk } from "./storageFailure.ts";

export interface PinHash {
  salt: Uint8Array;
  hash: Uint8Array;
  /** How `hash` was made, for example scrypt's costs; the staff desk's own. */
  parameters: Record<string, number | string>;
}

export interface Credential extends PinHash {
  name: string;
  /** Wrong PINs in a row. */
  failures: number;
}

export interface Pins {
  /** True where nobody has a PIN, for example after the file was lost and its entries came back from the twin. */
  areMissing(): boolean;
  get(name: string): Credential | null;
  /** Sets or replaces a PIN; failures and lock-out end. */
  set(name: string, pin: PinHash): void;
  /** Counts a wrong PIN, locks for so long (0: not at all), and returns the failures in a row. */
  failed(name: string, lockForMs: number): number;
  succeeded(name: string): void;
  /** Takes the last count back: the try was a right one-time code, which says nothing about wrong PINs before it. */
  notAFailure(name: string): void;
  /** How long this name is still locked out; 0 when it may try. */
  lockedForMs(name: string): number;
}

const count = z.number().int();
const bytes = z.instanceof(Uint8Array);
const credentialRow = z.object({
  name: z.string(),
  salt: bytes,
  hash: bytes,
  parameters: z.string(),
  failures: count,
});
const parametersSchema = z.record(z.string(), z.union([z.number(), z.string()]));

/**
 * A lock-out is measured on the clock that never goes back, so that setting the date forward opens nothing; a restart
 * starts it again.
 */
export function openPins(journal: Pick<Journal, "sql">, clock: Clock): Pins {
  const lockedSince = new Map<string, number>();

  function lockedForMs(name: string): number {
    const found: unknown = journal.sql
      .prepare("SELECT locked_for_ms FROM credentials WHERE name = ?")
      .pluck()
      .get(name);
    if (typeof found !== "number" || found === 0) return 0;
    const now = clock.monotonic();
    const since = lockedSince.get(name) ?? now;
    lockedSince.set(name, since);
    return Math.max(0, Math.ceil(found - (now - since)));
  }

  return {
    areMissing: () => journal.sql.prepare("SELECT 1 FROM credentials LIMIT 1").get() === undefined,
    get: (name) => {
      const found: unknown = journal.sql
        .prepare("SELECT name, salt, hash, parameters, failures FROM credentials WHERE name = ?")
        .get(name);
      if (found === undefined) return null;
      const { parameters, ...rest } = credentialRow.parse(found);
      return { ...rest, parameters: parametersSchema.parse(JSON.parse(parameters)) };
    },
    set: (name, { salt, hash, parameters }) => {
      onDisk(() =>
        journal.sql
          .prepare(
            `INSERT INTO credentials (name, salt, hash, parameters) VALUES (?, ?, ?, ?)
             ON CONFLICT (name) DO UPDATE SET salt = excluded.salt, hash = excluded.hash,
               parameters = excluded.parameters, failures = 0, locked_for_ms = 0`,
          )
          .run(name, salt, hash, JSON.stringify(parameters)),
      );
      lockedSince.delete(name);
    },
    failed: (name, lockForMs) =>
      onDisk(() => {
        const failures: unknown = journal.sql
          .prepare(
            "UPDATE credentials SET failures = failures + 1, locked_for_ms = ? WHERE name = ? RETURNING failures",
          )
          .pluck()
          .get(Math.ceil(lockForMs), name);
        if (lockForMs > 0) lockedSince.set(name, clock.monotonic());
        return count.parse(failures);
      }),
    succeeded: (name) => {
      onDisk(() =>
        journal.sql
          .prepare(
            "UPDATE credentials SET failures = 0, locked_for_ms = 0 WHERE name = ? AND (failures > 0 OR locked_for_ms > 0)",
          )
          .run(name),
      );
      lockedSince.delete(name);
    },
    notAFailure: (name) => {
      onDisk(() =>
        journal.sql
          .prepare(
            "UPDATE credentials SET failures = failures - 1, locked_for_ms = 0 WHERE name = ? AND failures > 0",
          )
          .run(name),
      );
      lockedSince.delete(name);
    },
    lockedForMs,
  };
}
