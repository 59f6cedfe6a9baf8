/** The master key as it lies on disk: wrapped once by the system's keyring and once by the recovery code. */
import { createHmac, hkdfSync, scrypt, timingSafeEqual } from "node:crypto";
import { linkSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Random, SettingsStore } from "../../ports.ts";
import { writeDurably } from "../durableFiles.ts";
import { errnoOf, onDisk } from "../storageFailure.ts";
import { seal, unseal } from "./sealing.ts";

/** Under this name in the settings, and as a file beside the journal, so that losing one of them loses no key. */
export const ENVELOPE_SETTING = "keyEnvelope";
export const ENVELOPE_FILE = "keys.json";

const scryptCost = z.object({
  cost: z
    .number()
    .int()
    .min(2)
    .max(1 << 20),
  blockSize: z.number().int().min(1).max(32),
  parallelization: z.number().int().min(1).max(16),
});
export type ScryptCost = z.infer<typeof scryptCost>;

/** 16 MiB, some 40 ms: the code itself has 160 bits, so the cost only slows down a guess at a half-read paper. */
export const RECOVERY_COST: ScryptCost = { cost: 1 << 14, blockSize: 8, parallelization: 1 };

const base64 = z.base64();
export const envelopeSchema = z.object({
  version: z.literal(1),
  /** Tells the right master key from another one. */
  check: base64,
  recovery: z.object({ salt: base64, scrypt: scryptCost, sealed: base64 }),
  /** Null where no keyring was there to wrap it. */
  keyring: base64.nullable(),
  /** The same, by the keyrings of other logins of this PC: the data belong to the till, and all of them see one queue. */
  otherKeyrings: z.array(base64).max(20).default([]),
});
export type Envelope = z.infer<typeof envelopeSchema>;

export function deriveKey(master: Uint8Array, purpose: string): Buffer {
  return Buffer.from(hkdfSync("sha256", master, Buffer.alloc(0), `counterfoil/v1/${purpose}`, 32));
}

export function checkValueOf(master: Uint8Array): string {
  return createHmac("sha256", deriveKey(master, "check")).update("counterfoil").digest("base64");
}

export function isMaster(candidate: Uint8Array, envelope: Envelope): boolean {
  const expected = Buffer.from(envelope.check, "base64");
  const found = Buffer.from(checkValueOf(candidate), "base64");
  return candidate.length === 32 && found.length === expected.length && timingSafeEqual(found, expected);
}

/** A key of 32 bytes out of what a person can keep or remember. */
export function stretch(
  secret: string,
  salt: Uint8Array,
  { cost, blockSize, parallelization }: ScryptCost,
): Promise<Buffer> {
  const maxmem = 256 * cost * blockSize * parallelization;
  return new Promise((resolve, reject) => {
    scrypt(secret, salt, 32, { cost, blockSize, parallelization, maxmem }, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}

const WRAPPED_BY_CODE = ["master", "recovery"];

export async function wrapByCode(
  master: Uint8Array,
  secret: string,
  cost: ScryptCost,
  random: Random,
): Promise<Envelope["recovery"]> {
  const salt = random.bytes(16);
  const key = await stretch(secret, salt, cost);
  const sealed = seal(key, WRAPPED_BY_CODE, master, random).toString("base64");
  return { salt: salt.toString("base64"), scrypt: cost, sealed };
}

/** The master key, or null for another installation's code. */
export async function unwrapByCode(envelope: Envelope, secret: string): Promise<Buffer | null> {
  const { salt, scrypt: cost, sealed } = envelope.recovery;
  const key = await stretch(secret, Buffer.from(salt, "base64"), cost);
  const master = unseal(key, WRAPPED_BY_CODE, Buffer.from(sealed, "base64"));
  return master !== null && isMaster(master, envelope) ? master : null;
}

function readFile(folder: string): unknown {
  try {
    return JSON.parse(readFileSync(join(folder, ENVELOPE_FILE), "utf8"));
  } catch (error) {
    if (error instanceof SyntaxError || errnoOf(error) !== null) return undefined;
    throw error;
  }
}

/** The settings' copy, else the one beside the journal; null where neither can be read. */
export function loadEnvelope(store: SettingsStore, folder: string): Envelope | null {
  return (
    envelopeSchema.safeParse(store.get(ENVELOPE_SETTING)).data ??
    envelopeSchema.safeParse(readFile(folder)).data ??
    null
  );
}

/**
 * Of two programs that start on an empty folder at once, the first one's keys stand, and the other gets them back: an
 * envelope written over an envelope would leave the first with a journal that nobody can check or open.
 */
export function saveFirstEnvelope(store: SettingsStore, folder: string, envelope: Envelope): Envelope {
  const path = join(folder, ENVELOPE_FILE);
  const mine = `${path}.${process.pid}`;
  return onDisk(() => {
    writeDurably(mine, [`${JSON.stringify(envelope, null, 2)}\n`]);
    try {
      linkSync(mine, path);
    } catch (error) {
      if (errnoOf(error) === null) throw error;
      const theirs = envelopeSchema.safeParse(readFile(folder)).data;
      if (theirs !== undefined) return theirs;
      // A file system without links, or a file that is no envelope where no journal is: nothing can be lost by it.
      renameSync(mine, path);
    } finally {
      rmSync(mine, { force: true });
    }
    store.set(ENVELOPE_SETTING, envelope);
    return envelope;
  });
}

export function saveEnvelope(store: SettingsStore, folder: string, envelope: Envelope): void {
  onDisk(() => {
    writeDurably(join(folder, ENVELOPE_FILE), [`${JSON.stringify(envelope, null, 2)}\n`]);
    store.set(ENVELOPE_SETTING, envelope);
  });
}
