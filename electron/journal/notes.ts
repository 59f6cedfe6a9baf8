/** Small facts about this one file (not about money): which derived tables it has, where it lies, what was accepted. */
import type { z } from "zod";
import type { Sql } from "./contract.ts";
import { prepared } from "./statements.ts";

export function readNote<Value>(sql: Sql, name: string, schema: z.ZodType<Value>): Value | null {
  const found: unknown = prepared(sql, "SELECT value FROM notes WHERE name = ?").pluck().get(name);
  return typeof found === "string" ? (schema.safeParse(JSON.parse(found)).data ?? null) : null;
}

export function writeNote(sql: Sql, name: string, value: unknown): void {
  prepared(
    sql,
    "INSERT INTO notes (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
  ).run(name, JSON.stringify(value));
}
