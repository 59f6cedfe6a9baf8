/** Whole numbers in Albanian: every part is joined by "e" ("një mijë e nëntëdhjetë e pesë"). */
import { groupsOf, wordAt } from "./groups.ts";

const ones = ["", "një", "dy", "tre", "katër", "pesë", "gjashtë", "shtatë", "tetë", "nëntë", "dhjetë"];
const tens = [
  "",
  "",
  "njëzet",
  "tridhjetë",
  "dyzet",
  "pesëdhjetë",
  "gjashtëdhjetë",
  "shtatëdhjetë",
  "tetëdhjetë",
  "nëntëdhjetë",
];
const one = ["", " mijë", " milion", " miliard"];
const many = ["", " mijë", " milionë", " miliardë"];

function belowHundred(number: number): string[] {
  if (number === 0) return [];
  if (number <= 10) return [wordAt(ones, number)];
  if (number < 20) return [`${wordAt(ones, number - 10)}mbëdhjetë`];
  const rest = number % 10;
  return [wordAt(tens, Math.floor(number / 10)), ...(rest === 0 ? [] : [wordAt(ones, rest)])];
}

function belowThousand(number: number): string {
  const hundreds = Math.floor(number / 100);
  const parts = [...(hundreds === 0 ? [] : [`${wordAt(ones, hundreds)}qind`]), ...belowHundred(number % 100)];
  return parts.join(" e ");
}

export function inAlbanian(whole: number): string {
  const parts = groupsOf(whole).map(
    ({ count, power }) => belowThousand(count) + wordAt(count === 1 ? one : many, power),
  );
  return parts.length === 0 ? "zero" : parts.join(" e ");
}
