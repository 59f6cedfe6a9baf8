/** Personal data: sealed cells beside the journal, bound to their table, column and row, and found again without being read. */
import { z } from "zod";
import { Refusal } from "../../shared/errors.ts";
import type { Random } from "../ports.ts";
import { digestsOf, digestsToFind } from "./blindIndex.ts";
import type { SealedCells, Sql } from "./contract.ts";
import type { CustomerKeys } from "./customerKeys.ts";
import type { Keys } from "./keys/keys.ts";
import { seal, unseal } from "./keys/sealing.ts";
import { prepared } from "./statements.ts";

export interface CellsOptions {
  sql: () => Sql;
  keys: Keys;
  random: Random;
  customers: CustomerKeys;
  /** Called inside the transaction that destroys a key, so that the WAL's copy of it can go after the commit. */
  onPurge: () => void;
}

const rowIds = z.array(z.string());
const cellRows = z.array(
  z.object({ column: z.string(), customerId: z.string(), sealed: z.instanceof(Uint8Array) }),
);

/** Sealed bytes name their customer in front, in clear: an id says nothing about a person. */
const MAGIC = Buffer.from("CfS1", "latin1");

function changed(table: string, rowId: string, what: string): Refusal {
  return new Refusal(
    "journalDamaged",
    `Sealed data were changed or moved on the disk: ${table} ${rowId}, ${what}.`,
  );
}

export function openCells({ sql, keys, random, customers, onPurge }: CellsOptions): SealedCells {
  function forWriting(): Sql {
    const connection = sql();
    if (!connection.inTransaction)
      throw new Error(
        "Personal data are stored inside journal.write, together with the fact they belong to.",
      );
    return connection;
  }

  function mustHaveKey(customerId: string): Buffer {
    const key = customers.key(customerId);
    if (key === null) throw new Error(`Customer ${customerId} is unknown or purged: nothing can be sealed.`);
    return key;
  }

  function unindex(connection: Sql, table: string, rowId: string, column: string): void {
    prepared(
      connection,
      "DELETE FROM blind_index WHERE table_name = ? AND row_id = ? AND column_name = ?",
    ).run(table, rowId, column);
  }

  function putOne(customerId: string, table: string, rowId: string, column: string, value: string): void {
    const connection = forWriting();
    const sealed = seal(mustHaveKey(customerId), [table, column, rowId], Buffer.from(value, "utf8"), random);
    prepared(
      connection,
      `INSERT INTO cells (table_name, row_id, column_name, customer_id, sealed) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT DO UPDATE SET customer_id = excluded.customer_id, sealed = excluded.sealed`,
    ).run(table, rowId, column, customerId, sealed);
    unindex(connection, table, rowId, column);
    const index = prepared(
      connection,
      "INSERT OR IGNORE INTO blind_index (digest, table_name, row_id, column_name, customer_id) VALUES (?, ?, ?, ?, ?)",
    );
    for (const digest of digestsOf(keys.key("blindIndex"), table, column, value))
      index.run(digest, table, rowId, column, customerId);
  }

  function rowsWith(digest: Buffer, table: string, column: string): string[] {
    const found: unknown[] = prepared(
      sql(),
      "SELECT row_id FROM blind_index WHERE digest = ? AND table_name = ? AND column_name = ?",
    )
      .pluck()
      .all(digest, table, column);
    return rowIds.parse(found);
  }

  return {
    customerFor: (pin) => {
      forWriting();
      return customers.customerFor(pin);
    },
    anonymousCustomer: () => {
      forWriting();
      return customers.make(null);
    },
    put: (customerId, table, rowId, values) => {
      for (const [column, value] of Object.entries(values)) putOne(customerId, table, rowId, column, value);
    },
    get: (table, rowId) => {
      if (keys.state === "locked") return {};
      const found: unknown[] = prepared(
        sql(),
        "SELECT column_name AS column, customer_id AS customerId, sealed FROM cells WHERE table_name = ? AND row_id = ?",
      ).all(table, rowId);
      const values: Record<string, string> = {};
      for (const { column, customerId, sealed } of cellRows.parse(found)) {
        const key = customers.key(customerId);
        if (key === null) continue;
        const plain = unseal(key, [table, column, rowId], sealed);
        if (plain === null) throw changed(table, rowId, column);
        values[column] = plain.toString("utf8");
      }
      return values;
    },
    find: (table, column, value) => {
      const { exact, words } = digestsToFind(keys.key("blindIndex"), table, column, value);
      const exactly = rowsWith(exact, table, column);
      const [first, ...others] = words.map((word) => rowsWith(word, table, column));
      const byWords = (first ?? []).filter((rowId) => others.every((rows) => rows.includes(rowId)));
      return [...new Set([...exactly, ...byWords])];
    },
    bytes: {
      seal: (customerId, table, rowId, bytes) => {
        const owner = Buffer.from(customerId, "utf8");
        const sealed = seal(mustHaveKey(customerId), [table, "bytes", rowId, customerId], bytes, random);
        return Buffer.concat([MAGIC, Buffer.from([owner.length]), owner, sealed]);
      },
      open: (table, rowId, sealed) => {
        const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
        const length = bytes[MAGIC.length];
        if (!bytes.subarray(0, MAGIC.length).equals(MAGIC) || length === undefined)
          throw changed(table, rowId, "its beginning");
        const start = MAGIC.length + 1;
        const customerId = bytes.toString("utf8", start, start + length);
        const key = customers.key(customerId);
        if (key === null) return null;
        const plain = unseal(key, [table, "bytes", rowId, customerId], bytes.subarray(start + length));
        if (plain === null) throw changed(table, rowId, "its bytes");
        return plain;
      },
    },
    purge: (customerId) => {
      const connection = forWriting();
      customers.destroy(customerId);
      prepared(connection, "DELETE FROM blind_index WHERE customer_id = ?").run(customerId);
      prepared(connection, "DELETE FROM cells WHERE customer_id = ?").run(customerId);
      onPurge();
    },
  };
}
