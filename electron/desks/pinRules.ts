/** Which PINs may be chosen: six digits or more, and none that somebody would try first. */
import { Refusal } from "../../shared/errors.ts";

/** What is shorter was chosen by an older rule: its owner signs in with it once more, and chooses another one. */
const LEAST_DIGITS = 6;

/** The most frequent ones of published lists that no rule below finds, and walks over the digits of a keypad. */
const obvious: ReadonlySet<string> = new Set([
  "123321",
  "102030",
  "010203",
  "147258",
  "147852",
  "159357",
  "159753",
  "258456",
  "258963",
  "321654",
  "357159",
  "456123",
  "654123",
  "741852",
  "753951",
  "789456",
  "852456",
  "963852",
  "987456",
  "1234567890",
]);

export function isTooShort(pin: string): boolean {
  return pin.trim().length < LEAST_DIGITS;
}

function isRun(digits: string): boolean {
  const steps = [...digits].slice(1).map((digit, at) => (Number(digit) - Number(digits[at]) + 10) % 10);
  const [first] = steps;
  return steps.every((step) => step === first && (step === 0 || step === 1 || step === 9));
}

/** One digit, two or three again and again, the second half as the first or backwards, pairs, runs, and the known ones. */
export function isSimplePin(pin: string): boolean {
  if (isRun(pin) || obvious.has(pin)) return true;
  if (/^(\d{1,4})\1+$/.test(pin) || /^(?:(\d)\1){3,}$/.test(pin) || /^(\d)\1{2,}(\d)\2{2,}$/.test(pin))
    return true;
  const halves = [pin.slice(0, pin.length / 2), pin.slice(pin.length / 2)];
  if (pin.length % 2 === 0 && halves.every((half) => half.length > 2 && isRun(half))) return true;
  return pin.length > 4 && pin === [...pin].toReversed().join("");
}

function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** A birthday is the first thing that colleagues try: day, month and year as they are written here. */
export function isDate(pin: string): boolean {
  const numbers = (widths: readonly number[]) => {
    let at = 0;
    return widths.map((width) => {
      at += width;
      return Number(pin.slice(at - width, at));
    });
  };
  if (pin.length === 6) {
    const [day = 0, month = 0, year = 0] = numbers([2, 2, 2]);
    return isDay(year >= 30 ? 1900 + year : 2000 + year, month, day);
  }
  if (pin.length !== 8) return false;
  const [day = 0, month = 0, year = 0] = numbers([2, 2, 4]);
  const [first = 0, second = 0, third = 0] = numbers([4, 2, 2]);
  const isNear = (one: number) => one >= 1900 && one < 2100;
  return (isNear(year) && isDay(year, month, day)) || (isNear(first) && isDay(first, second, third));
}

/** For a PIN that a person chooses. One that a program has drawn may look like a date by chance. */
export function assertGoodPin(pin: string, field: string): void {
  if (isSimplePin(pin))
    throw new Refusal("pinTooSimple", "Everybody would try this PIN first. Choose another one.", { field });
  if (isDate(pin))
    throw new Refusal("pinTooSimple", "This PIN looks like a date. Choose another one.", { field });
}
