/** The twin: every committed row as one line on a second path, synced after the commit, caught up when it lagged. */
import { closeSync, existsSync, fdatasyncSync, fstatSync, ftruncateSync, openSync, statSync } from "node:fs";
import { dirname } from "node:path";
import type { Clock } from "../ports.ts";
import { GENESIS, type StoredRow, twinLine } from "./chain.ts";
import type { Sql, TwinState } from "./contract.ts";
import { setAside, syncFolder, writeFully } from "./durableFiles.ts";
import { isSystemError, storageCodeOf } from "./storageFailure.ts";
import { hashAt, readHead, storedRows } from "./storedRows.ts";
import { checkTwin, readTail, soundTwinRows } from "./twinFile.ts";

/** How the twin stands to the journal; `sequence` is the last row that both have. */
export type TwinRelation =
  | { is: "inStep"; sequence: number }
  | { is: "behind"; sequence: number }
  /** The journal lacks rows that the twin has: an older copy of the journal was put back. */
  | { is: "ahead"; sequence: number; entries: number }
  /** Both have sound rows after `sequence`, and different ones. */
  | { is: "diverging"; sequence: number }
  /** The twin of another installation: left alone. */
  | { is: "foreign" }
  | { is: "damaged"; sequence: number }
  | { is: "missing"; why: string };

const RETRY_MS = 2_000;
/** Lines are written in blocks while catching up. */
const BLOCK_ROWS = 500;

export interface TwinOptions {
  path: string;
  clock: Clock;
  tagKey: () => Uint8Array | null;
  /** May throw what a disk would, for the simulation. */
  beforeWrite: () => void;
}

export class Twin {
  state: TwinState = "missing";
  readonly #options: TwinOptions;
  #descriptor: number | null = null;
  #sequence = 0;
  #triedAt = Number.NEGATIVE_INFINITY;

  constructor(options: TwinOptions) {
    this.#options = options;
  }

  get path(): string {
    return this.#options.path;
  }

  /** Compares without changing anything. `quick` is content where the last line agrees; `full` reads every line. */
  compare(sql: Sql, depth: "quick" | "full" = "quick"): TwinRelation {
    const { path } = this.#options;
    try {
      if (!existsSync(dirname(path))) return { is: "missing", why: "Its folder is not there." };
      if (!existsSync(path)) return { is: "behind", sequence: 0 };
      const descriptor = openSync(path, "r");
      try {
        return this.#compare(sql, descriptor, depth);
      } finally {
        closeSync(descriptor);
      }
    } catch (error) {
      const why = storageCodeOf(error);
      if (why === null && !isSystemError(error)) throw error;
      return { is: "missing", why: why ?? "It cannot be read." };
    }
  }

  #compare(sql: Sql, descriptor: number, depth: "quick" | "full"): TwinRelation {
    const { last, tornBytes } = readTail(descriptor);
    const { entries } = readHead(sql);
    // Without one whole line it may be anybody's file: it is set aside, never cut.
    if (last === null && tornBytes > 0) return { is: "damaged", sequence: 0 };
    if (last === null) return entries === 0 ? { is: "inStep", sequence: 0 } : { is: "behind", sequence: 0 };
    const agrees = last !== "unreadable" && hashAt(sql, last.row.sequence) === last.row.hash;
    const { path, tagKey } = this.#options;
    if (agrees && (depth === "quick" || checkTwin(path, tagKey()).sound === last.row.sequence))
      return { is: last.row.sequence === entries ? "inStep" : "behind", sequence: last.row.sequence };
    return this.#compareAll(sql, entries);
  }

  #compareAll(sql: Sql, entries: number): TwinRelation {
    const { path, tagKey } = this.#options;
    let common = 0;
    for (const { row } of soundTwinRows(path, tagKey())) {
      if (hashAt(sql, row.sequence) !== row.hash) break;
      common = row.sequence;
    }
    const { sound } = checkTwin(path, tagKey());
    // Locked, a chain that differs from its first row on cannot be told from another installation's.
    if (common === 0 && entries > 0 && tagKey() === null)
      return sound > 0 ? { is: "foreign" } : { is: "damaged", sequence: 0 };
    if (sound > common && common === entries) return { is: "ahead", sequence: common, entries: sound };
    if (sound > common) return { is: "diverging", sequence: common };
    // Nothing here passes under our key, but it is a sound chain under another one.
    if (common === 0 && checkTwin(path, null).sound > 0) return { is: "foreign" };
    return { is: "damaged", sequence: common };
  }

  /** Brings the twin up to the journal where it may: creates it, mends a torn line, sets a damaged one aside. */
  catchUp(sql: Sql, found?: TwinRelation): void {
    this.close();
    this.#triedAt = this.#options.clock.monotonic();
    this.#guarded(() => {
      const relation = found ?? this.compare(sql);
      switch (relation.is) {
        case "inStep":
        case "behind":
          this.#open(relation.sequence);
          this.#writeFrom(sql);
          return;
        case "damaged":
          setAside(this.path, "damaged", this.#options.clock);
          this.#open(0);
          this.#writeFrom(sql);
          return;
        case "ahead":
        case "diverging":
        case "foreign":
        case "missing":
          this.standsBeside(relation);
      }
    });
  }

  /** Nothing is written: it is there and must wait for a person's decision, or it is not there. */
  standsBeside(relation: TwinRelation): void {
    this.state = relation.is === "foreign" || relation.is === "missing" ? "missing" : "behind";
  }

  /** Called after each commit with the rows that it brought. Never throws for what the second disk did. */
  append(rows: readonly StoredRow[], previous: string, sql: Sql): void {
    if (this.#descriptor === null || this.#isElsewhere(this.#descriptor)) {
      if (this.#options.clock.monotonic() - this.#triedAt < RETRY_MS && this.state === "missing") return;
      this.catchUp(sql);
      return;
    }
    this.#guarded(() => this.#write(rows, previous));
  }

  close(): void {
    const descriptor = this.#descriptor;
    this.#descriptor = null;
    if (descriptor === null) return;
    try {
      closeSync(descriptor);
    } catch (error) {
      // Every line was synced when it was written: a stick that is gone has nothing left to lose.
      if (!isSystemError(error)) throw error;
    }
  }

  /** The file was removed or another stick stands in its place: what is written would go nowhere. */
  #isElsewhere(descriptor: number): boolean {
    try {
      const named = statSync(this.path, { bigint: true });
      const open = fstatSync(descriptor, { bigint: true });
      return named.ino !== open.ino || named.dev !== open.dev;
    } catch (error) {
      if (!isSystemError(error)) throw error;
      return true;
    }
  }

  #open(sequence: number): void {
    const isNew = !existsSync(this.path);
    const descriptor = openSync(this.path, "a+", 0o600);
    this.#descriptor = descriptor;
    this.#sequence = sequence;
    if (isNew) syncFolder(dirname(this.path));
    const { completeBytes, tornBytes } = readTail(descriptor);
    if (tornBytes > 0) ftruncateSync(descriptor, completeBytes);
  }

  #writeFrom(sql: Sql): void {
    let previous = this.#sequence === 0 ? GENESIS : (hashAt(sql, this.#sequence) ?? GENESIS);
    let block: StoredRow[] = [];
    for (const row of storedRows(sql, this.#sequence + 1)) {
      block.push(row);
      if (block.length < BLOCK_ROWS) continue;
      this.#write(block, previous);
      previous = row.hash;
      block = [];
    }
    this.#write(block, previous);
  }

  #write(rows: readonly StoredRow[], previous: string): void {
    if (this.#descriptor === null) return;
    this.#options.beforeWrite();
    let text = "";
    let before = previous;
    for (const row of rows) {
      text += `${twinLine(row, before)}\n`;
      before = row.hash;
    }
    if (text !== "") {
      writeFully(this.#descriptor, Buffer.from(text, "utf8"));
      fdatasyncSync(this.#descriptor);
    }
    this.#sequence = rows[rows.length - 1]?.sequence ?? this.#sequence;
    this.state = "inStep";
  }

  #guarded(work: () => void): void {
    try {
      work();
    } catch (error) {
      // Whatever a second disk, a stick or a share answers, the money is already recorded: it never blocks.
      if (storageCodeOf(error) === null && !isSystemError(error)) {
        this.close();
        throw error;
      }
      this.state = "missing";
      this.#triedAt = this.#options.clock.monotonic();
      this.close();
    }
  }
}
