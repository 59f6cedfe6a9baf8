/** The recovery code: 160 random bits as eight groups of five characters, each group with its own check character. */
import type { Random } from "../../ports.ts";

/** Crockford's: no I, L, O or U, so that nothing on paper can be read two ways. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const GROUPS = 8;
const DATA_PER_GROUP = 4;
/** Odd, so that each single wrong character changes the sum modulo 32; different, so that nearly every swap does, too. */
const WEIGHTS = [1, 3, 7, 13];

function checkOf(group: number, values: readonly number[]): string {
  const sum = values.reduce((total, value, at) => total + value * (WEIGHTS[at] ?? 1), 5 * (group + 1));
  return ALPHABET.charAt(sum % ALPHABET.length);
}

/** "7F3KQ-…": the secret is the 32 characters without the checks. */
export function newRecoveryCode(random: Random): string {
  // 256 is a multiple of 32: taking the low five bits of a byte favours no character.
  const values = [...random.bytes(GROUPS * DATA_PER_GROUP)].map((byte) => byte % ALPHABET.length);
  const groups = Array.from({ length: GROUPS }, (_, group) => {
    const data = values.slice(group * DATA_PER_GROUP, (group + 1) * DATA_PER_GROUP);
    return data.map((value) => ALPHABET.charAt(value)).join("") + checkOf(group, data);
  });
  return groups.join("-");
}

export type CodeReading = { ok: true; secret: string } | { ok: false; wrongGroup: number | null };

/** Reads what a person typed from paper: any case, spaces and dashes; O for 0 and I or L for 1. Groups count from 1. */
export function readRecoveryCode(typed: string): CodeReading {
  const text = typed
    .normalize("NFKC")
    .toUpperCase()
    .replaceAll(/[\s\p{Dash}_.]/gu, "")
    .replaceAll("O", "0")
    .replaceAll(/[IL]/g, "1");
  if (text.length !== GROUPS * (DATA_PER_GROUP + 1)) return { ok: false, wrongGroup: null };
  let secret = "";
  for (let group = 0; group < GROUPS; group += 1) {
    const start = group * (DATA_PER_GROUP + 1);
    const data = text.slice(start, start + DATA_PER_GROUP);
    const values = [...data].map((character) => ALPHABET.indexOf(character));
    if (values.includes(-1) || text.charAt(start + DATA_PER_GROUP) !== checkOf(group, values))
      return { ok: false, wrongGroup: group + 1 };
    secret += data;
  }
  return { ok: true, secret };
}
