/** Where on the picture a time and a sum stand, as plain arithmetic. */

export type Scale = (value: number) => number;

/** From `[least, most]` to `[start, end]`; a single value stands in the middle. */
export function scaleBetween(least: number, most: number, start: number, end: number): Scale {
  if (most <= least) return () => (start + end) / 2;
  return (value) => start + ((value - least) / (most - least)) * (end - start);
}

/** A round number that is not far above the value: the top of an axis, whose half is round too. */
export function roundTop(value: number): number {
  if (value <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  const step = [1, 1.2, 1.6, 2, 3, 4, 5, 6, 8, 10].find((times) => times * power >= value) ?? 10;
  return Math.round(step * power);
}

const HOUR_MS = 3_600_000;

/** Full hours of the counter's clock within the span, thinned out so that their names do not touch. */
export function hourTicks(fromMs: number, toMs: number, most: number): number[] {
  const first = new Date(fromMs);
  first.setMinutes(0, 0, 0);
  const hours: number[] = [];
  for (let at = first.getTime(); at <= toMs; at += HOUR_MS) if (at >= fromMs) hours.push(at);
  const every = Math.max(1, Math.ceil(hours.length / most));
  return hours.filter((_, index) => index % every === 0);
}
