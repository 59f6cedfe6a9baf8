/** Calendar dates as `yyyy-MM-dd` and the two other spellings that the lender uses; instants as ISO 8601 UTC. */

export type DateParts = { year: number; month: number; day: number };

/** True for a date that exists in the calendar: 30 February and 31 April do not. */
export function dateExists({ year, month, day }: DateParts): boolean {
  if (year < 1900 || year > 2200 || month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function isoDate(year: string, month: string, day: string): string | null {
  const parts = { year: Number(year), month: Number(month), day: Number(day) };
  return dateExists(parts) ? `${year}-${month}-${day}` : null;
}

/** Checks `yyyy-MM-dd` and returns it, or null. */
export function readIsoDate(text: string): string | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match ? isoDate(match[1] ?? "", match[2] ?? "", match[3] ?? "") : null;
}

/** Reads the lender's `dd.MM.yyyy` into `yyyy-MM-dd`, or null. */
export function readDottedDate(text: string): string | null {
  const match = /^(\d{2})\.(\d{2})\.(\d{4})$/.exec(text.trim());
  return match ? isoDate(match[3] ?? "", match[2] ?? "", match[1] ?? "") : null;
}

/** Writes `yyyy-MM-dd` as `dd.MM.yyyy` (Iute: birth_date). Throws for what is no date. */
export function dottedDate(isoText: string): string {
  return dayFirst(isoText).join(".");
}

/** Writes `yyyy-MM-dd` as `ddMMyyyy` (Iute: the date of a repayment). Throws for what is no date. */
export function compactDate(isoText: string): string {
  return dayFirst(isoText).join("");
}

/** A date that does not exist must stop the program here: at the lender it would become another day. */
function dayFirst(isoText: string): string[] {
  const date = readIsoDate(isoText);
  if (date === null) throw new RangeError("Not a date of the calendar (yyyy-MM-dd).");
  return date.split("-").toReversed();
}

/** The calendar date at the counter for an instant, in the given IANA time zone (the PC's own when omitted). */
export function businessDateOf(epochMs: number, timeZone?: string): string {
  if (timeZone === undefined) return localDate(new Date(epochMs));
  const parts = new Intl.DateTimeFormat("en-CA", {
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    timeZone,
  }).formatToParts(epochMs);
  const part = (type: string) => parts.find((candidate) => candidate.type === type)?.value ?? "";
  return `${part("year")}-${part("month")}-${part("day")}`;
}

/** Every row asks for it, and a formatter takes a hundred times as long. */
function localDate(date: Date): string {
  const twoDigits = (number: number) => String(number).padStart(2, "0");
  return `${date.getFullYear()}-${twoDigits(date.getMonth() + 1)}-${twoDigits(date.getDate())}`;
}

/** An instant as the journal and the bridge write it: ISO 8601 in UTC with milliseconds. */
export function instant(epochMs: number): string {
  return new Date(epochMs).toISOString();
}
