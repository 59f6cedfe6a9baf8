/** Reads a twin: one row a line, each checked against the line before; the last line may be torn by a power cut. */
import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { z } from "zod";
import { canonicalJson, GENESIS, linkFault, type StoredRow, twinLine } from "./chain.ts";

const CHUNK_BYTES = 1 << 16;
const LINE_BREAK = 0x0a;

const lineSchema = z.object({
  sequence: z.number().int(),
  rowId: z.string(),
  at: z.string(),
  monotonicMs: z.number().int(),
  clockOffsetMs: z.number().int().nullable(),
  businessDate: z.string(),
  shiftId: z.string().nullable(),
  actor: z.string(),
  kind: z.string(),
  payload: z.unknown(),
  previous: z.string(),
  hash: z.string(),
  tag: z.string(),
});

export interface TwinRow {
  row: StoredRow;
  previous: string;
}

/** Null for a line that is not, byte for byte, what the twin would have written. */
export function readTwinLine(line: string): TwinRow | null {
  let found: unknown;
  try {
    found = JSON.parse(line);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
  const parsed = lineSchema.safeParse(found).data;
  if (parsed === undefined) return null;
  const { payload, previous, ...facts } = parsed;
  const row = { ...facts, payload: canonicalJson(payload ?? null) };
  return twinLine(row, previous) === line ? { row, previous } : null;
}

export interface TwinTail {
  /** Bytes up to and with the last line break; what follows was torn. */
  completeBytes: number;
  tornBytes: number;
  /** Null in a file without a complete line; "unreadable" where the last complete line is none of ours. */
  last: TwinRow | "unreadable" | null;
}

function readAt(descriptor: number, position: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  let filled = 0;
  while (filled < length) {
    const count = readSync(descriptor, bytes, filled, length - filled, position + filled);
    if (count === 0) break;
    filled += count;
  }
  return bytes.subarray(0, filled);
}

/** The last complete line, read from the end: as quick for a year's twin as for a day's. */
export function readTail(descriptor: number): TwinTail {
  const size = fstatSync(descriptor).size;
  for (let window = CHUNK_BYTES; ; window *= 2) {
    const start = Math.max(0, size - window);
    const bytes = readAt(descriptor, start, size - start);
    const end = bytes.lastIndexOf(LINE_BREAK);
    const before = end <= 0 ? -1 : bytes.lastIndexOf(LINE_BREAK, end - 1);
    if (start > 0 && before === -1) continue;
    const completeBytes = start + end + 1;
    const last = end === -1 ? null : (readTwinLine(bytes.toString("utf8", before + 1, end)) ?? "unreadable");
    return { completeBytes, tornBytes: size - completeBytes, last };
  }
}

function* lines(path: string): Generator<string> {
  const descriptor = openSync(path, "r");
  try {
    let rest = Buffer.alloc(0);
    for (let position = 0; ; ) {
      const bytes = readAt(descriptor, position, CHUNK_BYTES);
      position += bytes.length;
      let block = Buffer.concat([rest, bytes]);
      for (let end = block.indexOf(LINE_BREAK); end !== -1; end = block.indexOf(LINE_BREAK)) {
        yield block.toString("utf8", 0, end);
        block = block.subarray(end + 1);
      }
      rest = block;
      if (bytes.length < CHUNK_BYTES) return;
    }
  } finally {
    closeSync(descriptor);
  }
}

/** The twin's rows from its first line on, for as long as each follows from the one before. */
export function* soundTwinRows(path: string, tagKey: Uint8Array | null): Generator<TwinRow> {
  let previous = GENESIS;
  let sequence = 1;
  for (const line of lines(path)) {
    const found = readTwinLine(line);
    if (found === null || linkFault(found.row, sequence, previous, tagKey) !== null) return;
    yield { row: found.row, previous };
    previous = found.row.hash;
    sequence += 1;
  }
}

export interface TwinCheck {
  /** Rows in an unbroken chain from the first. */
  sound: number;
  head: string;
  /** Complete lines in the file. */
  lines: number;
}

export function checkTwin(path: string, tagKey: Uint8Array | null): TwinCheck {
  let sound = 0;
  let head = "";
  for (const { row } of soundTwinRows(path, tagKey)) {
    sound = row.sequence;
    head = row.hash;
  }
  let count = 0;
  for (const _ of lines(path)) count += 1;
  return { sound, head, lines: count };
}
