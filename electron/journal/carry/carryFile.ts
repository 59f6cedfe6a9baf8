/** The carry-out file: unsettled work sealed under a passphrase, for the one till that takes it in. */
import { createHash } from "node:crypto";
import { z } from "zod";
import { Refusal } from "../../../shared/errors.ts";
import type { Random } from "../../ports.ts";
import { type ScryptCost, stretch } from "../keys/envelope.ts";
import { seal, unseal } from "../keys/sealing.ts";

/** 64 MiB, some 0.2 s: a passphrase is what a person can say over the telephone, so each guess has to cost. */
const PASSPHRASE_COST: ScryptCost = { cost: 1 << 16, blockSize: 8, parallelization: 1 };

const FORMAT = "counterfoil carry-out";

const label = z.object({
  carryId: z.string(),
  fromInstallation: z.string(),
  /** The one installation that may take it in; null: any, which cannot tell a copy from the file itself. */
  forInstallation: z.string().nullable(),
  training: z.boolean(),
});
/** What stands on the file in clear; it is bound to what is sealed, so none of it can be changed. */
export type CarryLabel = z.infer<typeof label>;

const sealedFile = label.extend({
  format: z.literal(FORMAT),
  version: z.literal(1),
  salt: z.base64(),
  /** Tells a file that was damaged or cut from a wrong passphrase. */
  sha256: z.string(),
  sealed: z.base64(),
});
export type SealedCarry = z.infer<typeof sealedFile>;

/** What is left of a file after a till has taken it in. */
const usedFile = z.object({ format: z.literal(FORMAT), carryId: z.string(), takenInBy: z.string() });
export type UsedCarry = z.infer<typeof usedFile>;

function boundTo({ carryId, fromInstallation, forInstallation, training }: CarryLabel): string[] {
  return [FORMAT, "1", carryId, fromInstallation, forInstallation ?? "", training ? "training" : "office"];
}

function sha256Of(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

export interface CarryKey {
  salt: Buffer;
  key: Buffer;
}

export async function newCarryKey(passphrase: string, random: Random): Promise<CarryKey> {
  const salt = random.bytes(16);
  return { salt, key: await stretch(passphrase.normalize("NFC"), salt, PASSPHRASE_COST) };
}

/** The text of the file. */
export function sealCarry(
  from: CarryLabel,
  content: unknown,
  { salt, key }: CarryKey,
  random: Random,
): string {
  const plain = Buffer.from(JSON.stringify(content), "utf8");
  const sealed = seal(key, boundTo(from), plain, random).toString("base64");
  const file: SealedCarry = {
    ...{ format: FORMAT, version: 1, ...from },
    ...{ salt: salt.toString("base64"), sha256: sha256Of(sealed), sealed },
  };
  return `${JSON.stringify(file)}\n`;
}

export function usedCarry(carryId: string, takenInBy: string): string {
  return `${JSON.stringify({ format: FORMAT, carryId, takenInBy } satisfies UsedCarry)}\n`;
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Reads what stands on the file. Throws `fileUnreadable` for anything else, `exists` for one that was used. */
export function readCarry(text: string): SealedCarry {
  const json = asJson(text);
  const used = usedFile.safeParse(json);
  if (used.success)
    throw new Refusal("exists", `Installation ${used.data.takenInBy} has taken this file in already.`, {
      field: "path",
      reason: "carryUsed",
      said: used.data.takenInBy,
    });
  const file = sealedFile.safeParse(json);
  if (!file.success || sha256Of(file.data.sealed) !== file.data.sha256)
    throw new Refusal("fileUnreadable", "This is no carry-out file, or it was damaged or cut short.", {
      field: "path",
      reason: "carryNoFile",
    });
  return file.data;
}

/** What was sealed, as JSON. Throws `invalidInput` where the passphrase is another one. */
export async function openCarry(file: SealedCarry, passphrase: string): Promise<unknown> {
  const salt = Buffer.from(file.salt, "base64");
  const key = await stretch(passphrase.normalize("NFC"), salt, PASSPHRASE_COST);
  const plain = unseal(key, boundTo(file), Buffer.from(file.sealed, "base64"));
  if (plain === null)
    throw new Refusal("invalidInput", "The passphrase does not open this file.", {
      field: "passphrase",
      reason: "carryPassphrase",
    });
  return asJson(plain.toString("utf8"));
}
