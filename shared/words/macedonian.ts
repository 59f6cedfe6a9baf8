/** Whole numbers in Macedonian: "и" stands before the last part; thousands and thousand millions are feminine. */
import { groupsOf, wordAt } from "./groups.ts";

type Gender = "masculine" | "feminine";

const ones: Record<Gender, readonly string[]> = {
  masculine: ["", "еден", "два", "три", "четири", "пет", "шест", "седум", "осум", "девет"],
  feminine: ["", "една", "две", "три", "четири", "пет", "шест", "седум", "осум", "девет"],
};
const teens = [
  "десет",
  "единаесет",
  "дванаесет",
  "тринаесет",
  "четиринаесет",
  "петнаесет",
  "шеснаесет",
  "седумнаесет",
  "осумнаесет",
  "деветнаесет",
];
const tens = [
  "",
  "",
  "дваесет",
  "триесет",
  "четириесет",
  "педесет",
  "шеесет",
  "седумдесет",
  "осумдесет",
  "деведесет",
];
const hundreds = [
  "",
  "сто",
  "двесте",
  "триста",
  "четиристотини",
  "петстотини",
  "шестстотини",
  "седумстотини",
  "осумстотини",
  "деветстотини",
];
const one = ["", "илјада", "милион", "милијарда"];
const many = ["", "илјади", "милиони", "милијарди"];

function parts(number: number, gender: Gender): string[] {
  const hundred = wordAt(hundreds, Math.floor(number / 100));
  const below = number % 100;
  const rest =
    below >= 10 && below < 20
      ? [wordAt(teens, below - 10)]
      : [wordAt(tens, Math.floor(below / 10)), wordAt(ones[gender], below % 10)];
  return [hundred, ...rest].filter((word) => word !== "");
}

function withAnd(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(" ")} и ${words.at(-1)}`;
}

/** Twenty-one thousand is counted in the singular, eleven thousand is not. */
function isSingular(count: number): boolean {
  return count % 10 === 1 && count % 100 !== 11;
}

function group(count: number, power: 0 | 1 | 2 | 3): { text: string; isOnePart: boolean } {
  if (power === 1 && count === 1) return { text: "илјада", isOnePart: true };
  const words = parts(count, power === 1 || power === 3 ? "feminine" : "masculine");
  const unit = wordAt(isSingular(count) ? one : many, power);
  return { text: [withAnd(words), unit].join(" ").trim(), isOnePart: words.length === 1 };
}

export function inMacedonian(whole: number): string {
  const groups = groupsOf(whole).map(({ count, power }) => group(count, power));
  const last = groups.at(-1);
  if (last === undefined) return "нула";
  const before = groups.slice(0, -1).map(({ text }) => text);
  // The last group has its own "и" where it has several parts.
  return [...before, before.length > 0 && last.isOnePart ? `и ${last.text}` : last.text].join(" ");
}
