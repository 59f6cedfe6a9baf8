/** A count of cash as it is typed: pieces for each note and coin, and a plain amount for the rest or for all of it. */
import { readTypedAmount, sumMinor } from "../../shared/money.ts";

export type TypedCount = { pieces: Readonly<Record<number, string>>; other: string };

export const noCount: TypedCount = { pieces: {}, other: "" };

export type Counted =
  | {
      ok: true;
      totalMinor: number;
      counts: { denominationMinor: number; pieces: number }[];
      isEmpty: boolean;
    }
  /** The denomination whose number of pieces cannot be read, or the plain amount. */
  | { ok: false; at: number | "other" };

export function isEmptyCount({ pieces, other }: TypedCount): boolean {
  return other.trim() === "" && Object.values(pieces).every((text) => text.trim() === "");
}

const PIECES = /^\d{1,6}$/;

export function readCount(typed: TypedCount): Counted {
  const counts: { denominationMinor: number; pieces: number }[] = [];
  for (const [denomination, text] of Object.entries(typed.pieces)) {
    if (text.trim() === "") continue;
    if (!PIECES.test(text.trim())) return { ok: false, at: Number(denomination) };
    const pieces = Number(text.trim());
    if (pieces > 0) counts.push({ denominationMinor: Number(denomination), pieces });
  }
  const other = readTypedAmount(typed.other);
  if (other.ok) counts.push({ denominationMinor: other.amountMinor, pieces: 1 });
  else if (other.problem !== "empty" && other.problem !== "zero") return { ok: false, at: "other" };
  const isEmpty = isEmptyCount(typed);
  const totalMinor = sumMinor(counts.map(({ denominationMinor, pieces }) => denominationMinor * pieces));
  return {
    ok: true,
    totalMinor,
    counts: counts.toSorted((a, b) => b.denominationMinor - a.denominationMinor),
    isEmpty,
  };
}
