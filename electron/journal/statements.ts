/** Prepared statements, kept for each connection: preparing costs more than running most of them. */
import type Database from "better-sqlite3";
import type { Sql } from "./contract.ts";

type Statement = Database.Statement<unknown[]>;

const kept = new WeakMap<Sql, Map<string, Statement>>();

/**
 * The statement for `text` on this connection. One text is always used in one mode: whoever plucks it plucks it
 * everywhere. Texts are constants of the program, never put together from values.
 */
export function prepared(sql: Sql, text: string): Statement {
  let statements = kept.get(sql);
  if (statements === undefined) {
    statements = new Map();
    kept.set(sql, statements);
  }
  const known = statements.get(text);
  // A statement that is being stepped through cannot be started again.
  if (known !== undefined && !known.busy) return known;
  const statement = sql.prepare(text);
  statements.set(text, statement);
  return statement;
}
