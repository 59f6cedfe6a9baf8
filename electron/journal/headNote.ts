/** The journal's count and head, noted outside of the file: a tail that was cut off is missed even without a twin. */
import { timingSafeEqual } from "node:crypto";
import { z } from "zod";
import type { Clock, SettingsStore } from "../ports.ts";
import { rowTag } from "./chain.ts";
import type { JournalHead } from "./contract.ts";
import type { Keys } from "./keys/keys.ts";
import { errnoOf } from "./storageFailure.ts";

const SETTING = "journalHead";
/** Noting costs a file of its own, so a busy counter does it once in a while; the note may lag, never lead. */
const EVERY_MS = 1_000;

const noteSchema = z.object({ entries: z.number().int(), head: z.string(), tag: z.string() });

function tagOf(keys: Keys, { entries, head }: JournalHead): string {
  return rowTag(keys.key("head"), `${entries}/${head}`);
}

export class HeadNote {
  readonly #store: SettingsStore | null;
  readonly #keys: Keys;
  readonly #clock: Clock;
  #notedAt = Number.NEGATIVE_INFINITY;

  constructor(store: SettingsStore | null, keys: Keys, clock: Clock) {
    this.#store = store;
    this.#keys = keys;
    this.#clock = clock;
  }

  /** Null where nothing was noted, or not under this key. */
  read(): JournalHead | null {
    const note = noteSchema.safeParse(this.#store?.get(SETTING)).data;
    if (note === undefined) return null;
    const { tag, ...head } = note;
    if (this.#keys.state === "locked") return head;
    const expected = Buffer.from(tagOf(this.#keys, head));
    const found = Buffer.from(tag);
    return found.length === expected.length && timingSafeEqual(found, expected) ? head : null;
  }

  /** After a commit; `force` at closing and after a person's decision. */
  keep(head: JournalHead, force = false): void {
    if (this.#store === null || this.#keys.state === "locked") return;
    const now = this.#clock.monotonic();
    if (!force && now - this.#notedAt < EVERY_MS) return;
    this.#notedAt = now;
    try {
      this.#store.set(SETTING, { ...head, tag: tagOf(this.#keys, head) });
    } catch (error) {
      // The rows are committed: a note that lags must not make them look refused.
      if (errnoOf(error) === null) throw error;
    }
  }
}
