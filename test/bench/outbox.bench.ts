/**
 * How long the outbox takes to know where 10,000 items stand: the fold over their journal rows, and the rebuilding of
 * everything derived, against only reading the same rows and parsing their JSON.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Journal } from "../../electron/journal/contract.ts";
import { openJournal } from "../../electron/journal/journal.ts";
import { openKeys } from "../../electron/journal/keys/keys.ts";
import { isItemRow, nextItem } from "../../electron/journal/outbox/fold.ts";
import type { ItemRecord } from "../../electron/journal/outbox/record.ts";
import { projections } from "../../electron/journal/projections/index.ts";
import { captured, installed, opened } from "../journal/dayRows.ts";
import { CHEAP, memoryStore, testClock, testKeyring, testRandom } from "../journal/parts.ts";
import { median, milliseconds, say } from "./measuring.ts";

const ITEMS = 10_000;
const RUNS = 5;

function fill(journal: Journal): void {
  journal.write(({ append }) => {
    append(installed);
    append(opened("s-1", 50_000));
    for (let number = 1; number <= ITEMS; number += 1) {
      const itemId = `item-${number}`;
      append(captured(number, number * 100));
      append({
        ...{ kind: "item.held", actor: "system" },
        payload: { itemId, reason: "noActiveLoan", detail: null, reading: null },
      });
      append({
        ...{ kind: "item.released", actor: "Besa" },
        payload: { itemId, waives: "noActiveLoan", note: "Looked at.", approvedBy: null },
      });
    }
  });
}

function fold(journal: Journal): number {
  const items = new Map<string, ItemRecord>();
  for (const row of journal.rows()) {
    if (!isItemRow(row)) continue;
    const { itemId } = row.payload;
    items.set(itemId, nextItem(items.get(itemId) ?? null, row));
  }
  return items.size;
}

function readOnly(journal: Journal): number {
  let count = 0;
  for (const payload of journal.sql
    .prepare("SELECT payload FROM journal ORDER BY sequence")
    .pluck()
    .iterate()) {
    JSON.parse(String(payload));
    count += 1;
  }
  return count;
}

function timed(work: () => number, expected: number): number {
  const began = performance.now();
  const got = work();
  if (got !== expected) throw new Error(`Expected ${expected}, got ${got}.`);
  return performance.now() - began;
}

const folder = await mkdtemp(join(tmpdir(), "counterfoil-bench-"));
const [store, random] = [memoryStore(), testRandom()];
const keys = await openKeys({ folder, store, keyring: testKeyring(), random, recoveryCost: CHEAP });
const journal = openJournal({
  ...{ folder, twinPath: null, clock: testClock(), random, keys, projections },
  ...{ appVersion: "1.0.0", settings: store },
});
try {
  fill(journal);
  const measured = { fold: [] as number[], rebuild: [] as number[], read: [] as number[] };
  for (let run = 0; run < RUNS; run += 1) {
    measured.fold.push(timed(() => fold(journal), ITEMS));
    measured.read.push(timed(() => readOnly(journal), ITEMS * 3 + 2));
    measured.rebuild.push(
      timed(() => {
        journal.rebuild();
        return 0;
      }, 0),
    );
  }
  const [folded, read, rebuilt] = [median(measured.fold), median(measured.read), median(measured.rebuild)];
  say(`Where ${ITEMS} items stand, from ${ITEMS * 3} rows, medians of ${RUNS} runs turn by turn:`);
  say(`  reading the rows and parsing their JSON   ${milliseconds(read)}`);
  say(
    `  the fold, each row checked by its schema  ${milliseconds(folded)}   ratio ${(folded / read).toFixed(1)}`,
  );
  say(
    `  every derived table built again           ${milliseconds(rebuilt)}   ratio ${(rebuilt / read).toFixed(1)}`,
  );
} finally {
  journal.close();
  await rm(folder, { recursive: true, force: true });
}
