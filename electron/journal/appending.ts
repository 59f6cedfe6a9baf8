/** Turns drafts into rows: validates, stamps, chains, tags and stores them, and applies every projection. */

import { businessDateOf, instant } from "../../shared/dates.ts";
import type { Clock, Random } from "../ports.ts";
import { canonicalJson, GENESIS, rowHash, rowTag, type StoredRow } from "./chain.ts";
import type { JournalHead, Projection, Sql } from "./contract.ts";
import { project } from "./derived.ts";
import type { Faults } from "./faults.ts";
import type { Keys } from "./keys/keys.ts";
import { type Row, type RowDraft, rowPayloads } from "./rows.ts";
import { insertStoredRow, toRow } from "./storedRows.ts";

export interface AppendingOptions {
  clock: Clock;
  random: Random;
  keys: Keys;
  projections: readonly Projection[];
  faults: Faults;
}

/** The rows of one transaction. `head` is the journal's head when it began. */
export class Appending {
  readonly rows: StoredRow[] = [];
  /** The hash that the first of them names as the one before. */
  readonly before: string;
  readonly #sql: Sql;
  readonly #options: AppendingOptions;
  head: JournalHead;

  constructor(sql: Sql, head: JournalHead, options: AppendingOptions) {
    this.#sql = sql;
    this.head = head;
    this.before = head.entries === 0 ? GENESIS : head.head;
    this.#options = options;
  }

  /** A payload that does not fit its schema is a bug and throws. */
  append(draft: RowDraft): Row {
    const { clock, random, keys, projections, faults } = this.#options;
    faults.reach?.("beforeAppend", draft.kind);
    // SQLite would store another letter than the one that the hash was made over.
    for (const text of [draft.actor, draft.rowId, draft.shiftId, draft.businessDate])
      if (text != null && /\p{Cs}/u.test(text))
        throw new TypeError("A journal row's own texts hold whole letters only.");
    const now = clock.now();
    const facts = {
      sequence: this.head.entries + 1,
      rowId: draft.rowId ?? `row-${random.bytes(12).toString("hex")}`,
      at: instant(now),
      monotonicMs: Math.round(clock.monotonic()),
      clockOffsetMs: draft.clockOffsetMs == null ? null : Math.round(draft.clockOffsetMs),
      businessDate: draft.businessDate ?? businessDateOf(now),
      shiftId: draft.shiftId ?? null,
      actor: draft.actor,
      kind: draft.kind,
      payload: canonicalJson(rowPayloads[draft.kind].parse(draft.payload)),
    };
    const hash = rowHash(facts, this.rows[this.rows.length - 1]?.hash ?? this.before);
    const stored: StoredRow = { ...facts, hash, tag: rowTag(keys.key("tag"), hash) };
    insertStoredRow(this.#sql, stored);
    this.head = { entries: stored.sequence, head: hash };
    this.rows.push(stored);
    // Read back from the stored text, so that now and at a rebuild the projections see the same row.
    const row = toRow(stored);
    project(projections, row, this.#sql);
    return row;
  }
}
