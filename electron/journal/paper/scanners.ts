/** The network scanners and folders that this office has set up, in the order in which they were first saved. */
import { z } from "zod";
import type { Sql } from "../contract.ts";
import { type RowPayload, rowPayloads } from "../rows.ts";

export type StoredScanner = RowPayload<"setup.scannerSaved">;

const stored = z.array(z.object({ kind: z.string(), payload: z.string() }));

export function readScanners(sql: Sql): StoredScanner[] {
  const found = stored.parse(
    sql
      .prepare(
        `SELECT kind, payload FROM journal WHERE kind IN ('setup.scannerSaved', 'setup.scannerRemoved')
         ORDER BY sequence`,
      )
      .all(),
  );
  const scanners = new Map<string, StoredScanner>();
  for (const { kind, payload } of found) {
    const facts: unknown = JSON.parse(payload);
    if (kind === "setup.scannerRemoved") scanners.delete(rowPayloads["setup.scannerRemoved"].parse(facts).id);
    else {
      const scanner = rowPayloads["setup.scannerSaved"].parse(facts);
      scanners.set(scanner.id, scanner);
    }
  }
  return [...scanners.values()];
}
