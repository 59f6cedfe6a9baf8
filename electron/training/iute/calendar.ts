/** The lender's dates: kept as `yyyy-MM-dd`, spoken as `dd.MM.yyyy`, taken for repayments as `ddMMyyyy`. */

function existing(year: string, month: string, day: string): string | null {
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  if (y < 1900 || m < 1 || m > 12 || d < 1 || d > daysInMonth(y, m)) return null;
  return `${year}-${month}-${day}`;
}

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Reads `dd.MM.yyyy` (document: birth_date), or gives null. */
export function readDottedDate(text: string): string | null {
  const match = /^(\d\d)\.(\d\d)\.(\d{4})$/.exec(text);
  return match ? existing(match[3] ?? "", match[2] ?? "", match[1] ?? "") : null;
}

/** Reads `ddMMyyyy` (document: Insert repayment), or gives null. */
export function readCompactDate(text: string): string | null {
  const match = /^(\d\d)(\d\d)(\d{4})$/.exec(text);
  return match ? existing(match[3] ?? "", match[2] ?? "", match[1] ?? "") : null;
}

export function dottedDate(date: string): string {
  return date.split("-").reverse().join(".");
}

/** The lender's calendar runs on UTC. */
export function dateOf(epochMillis: number): string {
  return new Date(epochMillis).toISOString().slice(0, 10);
}

/** The same day some months on, or the last day of a shorter month: 31 January and one month is 28 February. */
export function addMonths(date: string, months: number): string {
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = daysInMonth(first.getUTCFullYear(), first.getUTCMonth() + 1);
  first.setUTCDate(Math.min(day, last));
  return first.toISOString().slice(0, 10);
}

/** Whole years between two dates. */
export function yearsBetween(from: string, to: string): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  return to.slice(5) < from.slice(5) ? years - 1 : years;
}
