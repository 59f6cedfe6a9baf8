/** Half-filled forms, sealed, so that a lock, a crash or a power cut loses nothing that was typed. */
import { z } from "zod";
import { Refusal } from "../../shared/errors.ts";
import type { Clock, Random } from "../ports.ts";
import type { Journal } from "./contract.ts";
import type { Keys } from "./keys/keys.ts";
import { seal, unseal } from "./keys/sealing.ts";
import { onDisk } from "./storageFailure.ts";

export interface Draft {
  text: string;
  /** ISO 8601 UTC. */
  savedAt: string;
}

export interface Drafts {
  /** One draft for each owner and form; the newer replaces the older. */
  save(owner: string, form: string, text: string): void;
  read(owner: string, form: string): Draft | null;
  remove(owner: string, form: string): void;
  /** Drafts of one owner, newest first, without their content. */
  list(owner: string): { form: string; savedAt: string }[];
}

export interface DraftsOptions {
  journal: Pick<Journal, "sql">;
  keys: Keys;
  clock: Clock;
  random: Random;
}

const draftRow = z.object({ sealed: z.instanceof(Uint8Array), savedAt: z.string() });
const listRow = z.array(z.object({ form: z.string(), savedAt: z.string() }));

export function openDrafts({ journal, keys, clock, random }: DraftsOptions): Drafts {
  return {
    save: (owner, form, text) => {
      const sealed = seal(keys.key("drafts"), ["drafts", owner, form], Buffer.from(text, "utf8"), random);
      onDisk(() =>
        journal.sql
          .prepare(
            `INSERT INTO drafts (owner, form, sealed, saved_at) VALUES (?, ?, ?, ?)
             ON CONFLICT DO UPDATE SET sealed = excluded.sealed, saved_at = excluded.saved_at`,
          )
          .run(owner, form, sealed, new Date(clock.now()).toISOString()),
      );
    },
    read: (owner, form) => {
      const found: unknown = journal.sql
        .prepare("SELECT sealed, saved_at AS savedAt FROM drafts WHERE owner = ? AND form = ?")
        .get(owner, form);
      if (found === undefined) return null;
      const { sealed, savedAt } = draftRow.parse(found);
      const plain = unseal(keys.key("drafts"), ["drafts", owner, form], sealed);
      if (plain === null)
        throw new Refusal("journalDamaged", `The draft of the form "${form}" was changed on the disk.`);
      return { text: plain.toString("utf8"), savedAt };
    },
    remove: (owner, form) => {
      onDisk(() => journal.sql.prepare("DELETE FROM drafts WHERE owner = ? AND form = ?").run(owner, form));
    },
    list: (owner) =>
      listRow.parse(
        journal.sql
          .prepare(
            "SELECT form, saved_at AS savedAt FROM drafts WHERE owner = ? ORDER BY saved_at DESC, form",
          )
          .all(owner),
      ),
  };
}
