/** What the journal knows about the office itself: its facts, its limits, its providers and its staff. */
import { z } from "zod";
import { type LimitName, limitsInput } from "../../../shared/api/setup.ts";
import { type Language, language, type Role, role } from "../../../shared/api/values.ts";
import { defaultLimits, type Limits } from "../../../shared/limits.ts";
import type { Sql } from "../contract.ts";
import { SYSTEM } from "../outbox/step.ts";
import { type RowPayload, rowPayloads } from "../rows.ts";

const flag = z.number().transform((value) => value !== 0);

const officeRow = z.object({
  installationId: z.string(),
  training: flag,
  office: z.string().nullable(),
  till: z.string().nullable(),
  currency: z.string().nullable(),
  language: language.nullable(),
  limits: z.string(),
  recoveryCodeShown: flag,
});

export interface OfficeRecord {
  installationId: string;
  training: boolean;
  /** Null until the office is set up. */
  facts: { office: string; till: string; currency: string; language: Language } | null;
  limits: Limits;
  recoveryCodeShown: boolean;
}

function withDefaults(own: Partial<Record<LimitName, number>>): Limits {
  return { ...defaultLimits, ...own };
}

/** Null for a journal in which nothing was installed yet. */
export function readOffice(sql: Sql): OfficeRecord | null {
  const found: unknown = sql
    .prepare(
      `SELECT installation_id AS installationId, training, office, till, currency, language, limits,
              recovery_code_shown AS recoveryCodeShown FROM office`,
    )
    .get();
  if (found === undefined) return null;
  const row = officeRow.parse(found);
  const { office, till, currency, language: spoken } = row;
  const isSetUp = office !== null && till !== null && currency !== null && spoken !== null;
  return {
    installationId: row.installationId,
    training: row.training,
    facts: isSetUp ? { office, till, currency, language: spoken } : null,
    limits: withDefaults(limitsInput.parse(JSON.parse(row.limits))),
    recoveryCodeShown: row.recoveryCodeShown,
  };
}

export type ProviderFacts = RowPayload<"setup.providerSaved">;

/** In the order in which they were first saved. */
export function readProviders(sql: Sql): ProviderFacts[] {
  const found = z
    .array(z.string())
    .parse(sql.prepare("SELECT facts FROM providers ORDER BY position").pluck().all());
  return found.map((facts) => rowPayloads["setup.providerSaved"].parse(JSON.parse(facts)));
}

const staffRow = z.object({
  name: z.string(),
  role,
  active: flag,
  language: language.nullable(),
});

export interface StaffRecord {
  name: string;
  role: Role;
  active: boolean;
  language: Language | null;
}

/** Everybody who ever had an account here, the active ones first. */
export function readStaff(sql: Sql): StaffRecord[] {
  return z
    .array(staffRow)
    .parse(sql.prepare("SELECT name, role, active, language FROM staff ORDER BY active DESC, name").all());
}

/** Two spellings of one name: case, spaces, forms of a letter and what nobody sees do not tell people apart. */
export function foldedName(name: string): string {
  return name
    .normalize("NFKC")
    .replaceAll(/\p{Default_Ignorable_Code_Point}/gu, "")
    .replaceAll(/\s+/gu, " ")
    .trim()
    .toLocaleLowerCase("en");
}

/** The journal's name for the program: a person who had it would act in the program's name, and the program in theirs. */
export function isProgramsName(name: string): boolean {
  return foldedName(name) === SYSTEM;
}

export function findStaff(sql: Sql, name: string): StaffRecord | null {
  const wanted = foldedName(name);
  return readStaff(sql).find((person) => foldedName(person.name) === wanted) ?? null;
}

/** Who could consent to what this person does: active supervisors and administrators of another name. */
export function otherApprovers(sql: Sql, name: string): StaffRecord[] {
  const own = foldedName(name);
  return readStaff(sql).filter(
    (person) => person.active && person.role !== "cashier" && foldedName(person.name) !== own,
  );
}

export function staffExists(sql: Sql): boolean {
  return sql.prepare("SELECT 1 FROM staff LIMIT 1").get() !== undefined;
}

/** Who was signed in when the program ended, or null. */
export function leftSignedIn(sql: Sql): string | null {
  const found: unknown = sql
    .prepare(
      `SELECT kind, actor FROM search WHERE kind IN ('staff.signedIn', 'staff.signedOut')
       ORDER BY sequence DESC LIMIT 1`,
    )
    .get();
  const last = z.object({ kind: z.string(), actor: z.string() }).optional().parse(found);
  return last?.kind === "staff.signedIn" ? last.actor : null;
}

/** The lender's clock against ours in the last answers, or null where none told. */
export function lastClockOffsetMs(sql: Sql): number | null {
  const found: unknown = sql
    .prepare(
      `SELECT clock_offset_ms FROM journal
       WHERE sequence > (SELECT COALESCE(MAX(sequence), 0) - 200 FROM journal) AND clock_offset_ms IS NOT NULL
       ORDER BY sequence DESC LIMIT 1`,
    )
    .pluck()
    .get();
  return typeof found === "number" ? found : null;
}
