/** The chain over journal rows: the canonical text of a row, its hash over the row before, and its keyed tag (docs/journal.md). */
import { createHash, createHmac } from "node:crypto";

/** Stands where the first row names the hash before it. */
export const GENESIS = "0".repeat(64);

/** What the hash covers. `payload` is canonical JSON text and goes in byte for byte as it is stored. */
export interface ChainedFacts {
  sequence: number;
  rowId: string;
  at: string;
  monotonicMs: number;
  clockOffsetMs: number | null;
  businessDate: string;
  shiftId: string | null;
  actor: string;
  kind: string;
  payload: string;
}

/** A row as it lies in the file and, as one line, in the twin. */
export interface StoredRow extends ChainedFacts {
  hash: string;
  tag: string;
}

function byCodeUnit(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** JSON with its keys in code-unit order and no white space, as RFC 8785 has it. Absent and undefined members are left out. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((member) => canonicalJson(member ?? null)).join(",")}]`;
  if (typeof value === "object" && value !== null) {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([left], [right]) => byCodeUnit(left, right))
      .map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`);
    return `{${members.join(",")}}`;
  }
  if (typeof value === "number" && !Number.isFinite(value))
    throw new RangeError("A journal row holds finite numbers only.");
  const text = JSON.stringify(value);
  if (text === undefined) throw new TypeError(`A ${typeof value} cannot stand in a journal row.`);
  return text;
}

/** The members before and after the place where the twin's line holds `hash`. */
function halves(row: ChainedFacts, previous: string): [before: string, after: string] {
  return [
    `{"actor":${JSON.stringify(row.actor)},"at":${JSON.stringify(row.at)}` +
      `,"businessDate":${JSON.stringify(row.businessDate)},"clockOffsetMs":${JSON.stringify(row.clockOffsetMs)}`,
    `,"kind":${JSON.stringify(row.kind)},"monotonicMs":${row.monotonicMs},"payload":${row.payload}` +
      `,"previous":${JSON.stringify(previous)},"rowId":${JSON.stringify(row.rowId)}` +
      `,"sequence":${row.sequence},"shiftId":${JSON.stringify(row.shiftId)}`,
  ];
}

/** The text whose SHA-256 is the row's hash: the members in code-unit order. */
export function rowText(row: ChainedFacts, previous: string): string {
  const [before, after] = halves(row, previous);
  return `${before}${after}}`;
}

/** Plain SHA-256, hex: anybody can compute it. */
export function rowHash(row: ChainedFacts, previous: string): string {
  return createHash("sha256").update(rowText(row, previous), "utf8").digest("hex");
}

/** HMAC-SHA-256 over the hash's text, hex: only who holds the tag key can make a row that passes. */
export function rowTag(tagKey: Uint8Array, hash: string): string {
  return createHmac("sha256", tagKey).update(hash, "utf8").digest("hex");
}

/** One line of the twin, without its line break: the hashed members, and `hash` and `tag` in their places. */
export function twinLine(row: StoredRow, previous: string): string {
  const [before, after] = halves(row, previous);
  return `${before},"hash":${JSON.stringify(row.hash)}${after},"tag":${JSON.stringify(row.tag)}}`;
}

export type LinkFault = "gap" | "hash" | "tag";

/** What is wrong with `row` as the one after a row with `previous` as its hash; null when it holds. */
export function linkFault(
  row: StoredRow,
  expectedSequence: number,
  previous: string,
  tagKey: Uint8Array | null,
): LinkFault | null {
  if (row.sequence !== expectedSequence) return "gap";
  if (rowHash(row, previous) !== row.hash) return "hash";
  if (tagKey !== null && rowTag(tagKey, row.hash) !== row.tag) return "tag";
  return null;
}
