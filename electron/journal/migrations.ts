/** Brings the file to this version's schema, step by step, or refuses a file that is newer or not ours. */
import { Refusal } from "../../shared/errors.ts";
import type { Sql } from "./contract.ts";
import { codeSecrets } from "./migrations/codeSecrets.ts";
import { firstSchema } from "./migrations/firstSchema.ts";

/** "CfJ1" in the file's header: tells our files from anybody else's (sqlite.org/fileformat.html, application id). */
export const APPLICATION_ID = 0x43664a31;

/** Frozen: a step that has shipped is never edited or moved, only followed. The version is the count of steps done. */
export const migrations: readonly string[] = Object.freeze([firstSchema, codeSecrets]);

export const SCHEMA_VERSION = migrations.length;

function number(sql: Sql, pragma: string): number {
  return Number(sql.pragma(pragma, { simple: true }));
}

function isEmpty(sql: Sql): boolean {
  return sql.prepare("SELECT COUNT(*) FROM sqlite_schema").pluck().get() === 0;
}

/** Throws `foreignData` or `newerData`; changes nothing. */
export function assertOurs(sql: Sql, steps: readonly string[] = migrations): void {
  const applicationId = number(sql, "application_id");
  if (applicationId !== APPLICATION_ID && !(applicationId === 0 && isEmpty(sql)))
    throw new Refusal(
      "foreignData",
      "The file journal.sqlite in the data folder was not made by Counterfoil. It was left as it is.",
    );
  const version = number(sql, "user_version");
  if (version > steps.length)
    throw new Refusal(
      "newerData",
      `The data were written by a newer Counterfoil (data version ${version}; this program knows ${steps.length}). Install the newer program; the data were left as they are.`,
    );
}

/** Each step and its version number commit together: a process that dies half-way leaves the version before. */
export function migrate(sql: Sql, steps: readonly string[] = migrations): void {
  assertOurs(sql, steps);
  const from = number(sql, "user_version");
  for (const [at, step] of steps.entries()) {
    if (at < from) continue;
    sql
      .transaction(() => {
        sql.pragma(`application_id = ${APPLICATION_ID}`);
        sql.exec(step);
        sql.pragma(`user_version = ${at + 1}`);
      })
      .immediate();
  }
}
