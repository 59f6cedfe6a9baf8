/** Instants and dates as a clerk reads them: "10:42", "26.11.2026", "3 min ago". */
import type { TFunction } from "i18next";
import type { Language } from "../../shared/api/values.ts";
import { businessDateOf, dottedDate } from "../../shared/dates.ts";

const MINUTE = 60_000;

/** Before today the day stands in front. */
export function clockText(instant: string, language: Language, now: number): string {
  const at = new Date(instant);
  const clock = new Intl.DateTimeFormat(language, {
    hour: "2-digit",
    minute: "2-digit",
    hour12: false,
  }).format(at);
  if (at.toDateString() === new Date(now).toDateString()) return clock;
  const day = new Intl.DateTimeFormat("de", { day: "2-digit", month: "2-digit", year: "numeric" }).format(at);
  return `${day} ${clock}`;
}

/** With its day and second, where one entry is looked at: "26.11.2026 10:42:07". */
export function secondText(instant: string): string {
  const at = new Date(instant);
  const clock = [at.getHours(), at.getMinutes(), at.getSeconds()].map((part) =>
    String(part).padStart(2, "0"),
  );
  return `${dayText(businessDateOf(at.getTime()))} ${clock.join(":")}`;
}

export function ageText(t: TFunction<"common">, instant: string, now: number): string {
  const minutes = Math.max(0, Math.floor((now - Date.parse(instant)) / MINUTE));
  if (minutes < 1) return t("time.now");
  if (minutes < 60) return t("time.minutes", { count: minutes });
  if (minutes < 48 * 60) return t("time.hours", { count: Math.floor(minutes / 60) });
  return t("time.days", { count: Math.floor(minutes / (24 * 60)) });
}

/** "4:10" until then, never below "0:00". */
export function leftText(instant: string, now: number): string {
  const seconds = Math.max(0, Math.ceil((Date.parse(instant) - now) / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** `yyyy-MM-dd` as "26.11.2026", the way all five languages write it. */
export function dayText(isoDate: string): string {
  return dottedDate(isoDate);
}
