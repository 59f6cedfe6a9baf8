/** Turns a PIN into the hash that lies on disk: scrypt over the PIN under a key that is nowhere on the disk in clear. */
import { createHmac, scrypt, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import type { Keys } from "../journal/keys/keys.ts";
import type { PinHash } from "../journal/pins.ts";
import type { Clock, Random } from "../ports.ts";

const costSchema = z.object({
  cost: z
    .number()
    .int()
    .min(2)
    .max(1 << 20),
  blockSize: z.number().int().min(1).max(32),
  parallelization: z.number().int().min(1).max(16),
});
export type PinCost = z.infer<typeof costSchema>;

const HASH_BYTES = 32;
/** 32 MiB for each pass, which old counter PCs have; the number of passes sets the time. */
const ONE_PASS: PinCost = { cost: 1 << 15, blockSize: 8, parallelization: 1 };
const USUAL_PASSES = 4;
const MOST_PASSES = 16;
/** A try takes between this and about twice this long: 0.3 to 1 second on any computer that is awake. */
const WANTED_MS = 350;

function stretch(secret: Uint8Array, salt: Uint8Array, how: PinCost): Promise<Buffer> {
  const { cost, blockSize, parallelization } = how;
  const maxmem = 256 * cost * blockSize * parallelization;
  return new Promise((resolve, reject) => {
    scrypt(secret, salt, HASH_BYTES, { cost, blockSize, parallelization, maxmem }, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}

async function onePassMs(clock: Clock, random: Random): Promise<number> {
  const begun = clock.monotonic();
  await stretch(random.bytes(16), random.bytes(16), ONE_PASS);
  return clock.monotonic() - begun;
}

/** The quicker of two passes counts: whatever disturbed the other one would make every PIN cheaper to guess. */
async function calibrated(clock: Clock, random: Random): Promise<PinCost> {
  const passMs = Math.min(await onePassMs(clock, random), await onePassMs(clock, random));
  const wanted = passMs > 0 ? Math.ceil(WANTED_MS / passMs) : USUAL_PASSES;
  return { ...ONE_PASS, parallelization: Math.min(MOST_PASSES, wanted) };
}

export interface PinHashing {
  hash(pin: string): Promise<PinHash>;
  /** Takes as long for null (nobody of that name) as for a real one, and answers false. */
  matches(pin: string, stored: PinHash | null): Promise<boolean>;
}

export interface PinHashingOptions {
  keys: Pick<Keys, "key">;
  clock: Clock;
  random: Random;
  /** Measured on this computer where it is not given. */
  cost?: PinCost;
}

export function createPinHashing({ keys, clock, random, cost }: PinHashingOptions): PinHashing {
  let known = cost === undefined ? null : Promise.resolve(cost);
  const costToday = () => {
    known ??= calibrated(clock, random);
    return known;
  };
  const peppered = (pin: string) =>
    createHmac("sha256", keys.key("pinPepper")).update(pin.normalize("NFKC").trim(), "utf8").digest();
  return {
    hash: async (pin) => {
      const salt = random.bytes(16);
      const parameters = await costToday();
      return { salt, hash: await stretch(peppered(pin), salt, parameters), parameters };
    },
    matches: async (pin, stored) => {
      const how = stored === null ? await costToday() : costSchema.parse(stored.parameters);
      const hash = await stretch(peppered(pin), stored?.salt ?? random.bytes(16), how);
      const expected = Buffer.from(stored?.hash ?? random.bytes(HASH_BYTES));
      return hash.length === expected.length && timingSafeEqual(hash, expected) && stored !== null;
    },
  };
}
