/** Measures what a page sends, so that neither the preload nor the main process works on something enormous. */

/** File bytes in one call; the same bound as a document's own in shared/api/paper.ts. */
export const MAX_FILE_BYTES = 25 * 1024 * 1024;

/** Everything else in one call, counted in letters. */
const MAX_LETTERS = 1024 * 1024;

/** Registration carries pictures of the identity card as base64 text (DRAP, `id_front`, `id_back`, `profile_photo`). */
const MAX_LETTERS_WITH_PICTURES = 8 * 1024 * 1024;

const MAX_VALUES = 100_000;

function maxLetters(callName: unknown): number {
  return callName === "customers.onboard" ? MAX_LETTERS_WITH_PICTURES : MAX_LETTERS;
}

/**
 * False when a call's payload is larger than it may be. A value that is reached twice counts twice, so that one
 * which holds itself ends as too large.
 */
export function payloadFits(callName: unknown, payload: unknown): boolean {
  const waiting: unknown[] = [payload];
  let letters = 0;
  let fileBytes = 0;
  for (let values = 1; waiting.length > 0; values += 1) {
    const value = waiting.pop();
    if (typeof value === "string") letters += value.length;
    else if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) fileBytes += value.byteLength;
    else if (value instanceof Map || value instanceof Set) waiting.push(...[...value].flat());
    else if (typeof value === "object" && value !== null) {
      for (const [key, entry] of Object.entries(value)) {
        letters += key.length;
        waiting.push(entry);
      }
    }
    if (values > MAX_VALUES || letters > maxLetters(callName) || fileBytes > MAX_FILE_BYTES) return false;
  }
  return true;
}
