/** AES-256-GCM with a fresh nonce; what a sealed value belongs to is bound to it as associated data. */
import { createCipheriv, createDecipheriv } from "node:crypto";
import type { Random } from "../../ports.ts";

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Unambiguous for any parts: ["ab","c"] and ["a","bc"] differ. */
function associated(belongsTo: readonly string[]): Buffer {
  return Buffer.from(JSON.stringify(belongsTo), "utf8");
}

/** Nonce, ciphertext and tag, one after the other. `key` is 32 bytes. */
export function seal(
  key: Uint8Array,
  belongsTo: readonly string[],
  plain: Uint8Array,
  random: Random,
): Buffer {
  const nonce = random.bytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", key, nonce);
  cipher.setAAD(associated(belongsTo));
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** Null where the key is another one, or the bytes were changed, cut or moved to another place. */
export function unseal(key: Uint8Array, belongsTo: readonly string[], sealed: Uint8Array): Buffer | null {
  if (sealed.length < NONCE_BYTES + TAG_BYTES) return null;
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
  const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(associated(belongsTo));
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
  const plain = decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES));
  try {
    return Buffer.concat([plain, decipher.final()]);
  } catch (error) {
    // Node gives a failed authentication no code of its own; nothing else can fail in `final`.
    if (error instanceof Error) return null;
    throw error;
  }
}
