/** Whole numbers in Romanian: masculine (lei, euro) by themselves, feminine before "mii", and "de" from twenty on. */
import { groupsOf, wordAt } from "./groups.ts";

/** A neuter noun takes the feminine of two and the masculine of one ("douăzeci și unu de milioane"). */
type Gender = "masculine" | "feminine" | "neuter";

const ones = ["", "unu", "doi", "trei", "patru", "cinci", "șase", "șapte", "opt", "nouă"];
const teens = [
  "zece",
  "unsprezece",
  "doisprezece",
  "treisprezece",
  "paisprezece",
  "cincisprezece",
  "șaisprezece",
  "șaptesprezece",
  "optsprezece",
  "nouăsprezece",
];
const tens = [
  "",
  "",
  "douăzeci",
  "treizeci",
  "patruzeci",
  "cincizeci",
  "șaizeci",
  "șaptezeci",
  "optzeci",
  "nouăzeci",
];

const units = [
  { gender: "masculine", one: "", many: "" },
  { gender: "feminine", one: "o mie", many: "mii" },
  { gender: "neuter", one: "un milion", many: "milioane" },
  { gender: "neuter", one: "un miliard", many: "miliarde" },
] as const;

function unitWord(number: number, gender: Gender): string {
  if (number === 1 && gender === "feminine") return "una";
  if (number === 2 && gender !== "masculine") return "două";
  return wordAt(ones, number);
}

function teenWord(number: number, gender: Gender): string {
  return number === 12 && gender !== "masculine" ? "douăsprezece" : wordAt(teens, number - 10);
}

function belowHundred(number: number, gender: Gender): string {
  if (number < 10) return unitWord(number, gender);
  if (number < 20) return teenWord(number, gender);
  const ten = wordAt(tens, Math.floor(number / 10));
  return number % 10 === 0 ? ten : `${ten} și ${unitWord(number % 10, gender)}`;
}

function hundredsWord(hundreds: number): string {
  if (hundreds === 0) return "";
  return hundreds === 1 ? "o sută" : `${unitWord(hundreds, "feminine")} sute`;
}

function belowThousand(number: number, gender: Gender): string {
  return [hundredsWord(Math.floor(number / 100)), belowHundred(number % 100, gender)]
    .filter((word) => word !== "")
    .join(" ");
}

/** "nouăsprezece mii", but "douăzeci de mii" and "o sută una de mii". */
function takesDe(count: number): boolean {
  const lastTwo = count % 100;
  return lastTwo === 0 || lastTwo >= 20 || (lastTwo === 1 && count > 1);
}

export function inRomanian(whole: number): string {
  const parts = groupsOf(whole).map(({ count, power }) => {
    const { gender, one, many } = units[power];
    if (power === 0) return belowThousand(count, gender);
    if (count === 1) return one;
    return `${belowThousand(count, gender)}${takesDe(count) ? " de" : ""} ${many}`;
  });
  return parts.length === 0 ? "zero" : parts.join(" ");
}
