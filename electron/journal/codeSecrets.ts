/** The secrets behind one-time codes as they lie on disk: sealed, each with the last step whose code was used. */
import { z } from "zod";
import { Refusal } from "../../shared/errors.ts";
import type { Random } from "../ports.ts";
import type { Journal } from "./contract.ts";
import type { Keys } from "./keys/keys.ts";
import { seal, unseal } from "./keys/sealing.ts";
import { onDisk } from "./storageFailure.ts";

export interface CodeSecret {
  secret: Uint8Array;
  /** Codes of this step and of those before it count no more (RFC 6238, 5.2). */
  lastStep: number;
}

export interface CodeSecrets {
  names(): string[];
  /** Throws `locked`, and `journalDamaged` where the secret was changed on the disk. */
  get(name: string): CodeSecret | null;
  /** Sets or replaces a secret. */
  set(name: string, secret: CodeSecret): void;
  /** Durable before the act that the code allows. */
  used(name: string, step: number): void;
  /** True where there was one. */
  remove(name: string): boolean;
}

export interface CodeSecretsOptions {
  journal: Pick<Journal, "sql">;
  keys: Pick<Keys, "key">;
  random: Random;
}

const secretRow = z.object({ sealed: z.instanceof(Uint8Array), lastStep: z.number().int() });

export function openCodeSecrets({ journal, keys, random }: CodeSecretsOptions): CodeSecrets {
  const place = (name: string) => ["codeSecrets", name];
  return {
    names: () =>
      z.array(z.string()).parse(journal.sql.prepare("SELECT name FROM code_secrets").pluck().all()),
    get: (name) => {
      const found: unknown = journal.sql
        .prepare("SELECT sealed, last_step AS lastStep FROM code_secrets WHERE name = ?")
        .get(name);
      if (found === undefined) return null;
      const { sealed, lastStep } = secretRow.parse(found);
      const secret = unseal(keys.key("secrets"), place(name), sealed);
      if (secret === null)
        throw new Refusal("journalDamaged", `The one-time codes of ${name} were changed on the disk.`);
      return { secret, lastStep };
    },
    set: (name, { secret, lastStep }) => {
      const sealed = seal(keys.key("secrets"), place(name), secret, random);
      onDisk(() =>
        journal.sql
          .prepare(
            `INSERT INTO code_secrets (name, sealed, last_step) VALUES (?, ?, ?)
             ON CONFLICT (name) DO UPDATE SET sealed = excluded.sealed, last_step = excluded.last_step`,
          )
          .run(name, sealed, lastStep),
      );
    },
    used: (name, step) => {
      onDisk(() =>
        journal.sql
          .prepare("UPDATE code_secrets SET last_step = ? WHERE name = ? AND last_step < ?")
          .run(step, name, step),
      );
    },
    remove: (name) =>
      onDisk(() => journal.sql.prepare("DELETE FROM code_secrets WHERE name = ?").run(name).changes > 0),
  };
}
