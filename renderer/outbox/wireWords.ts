/** What happened on the wire, in words: whether anything left this computer is a fact and stands first. */
import type { TFunction } from "i18next";
import type { Language } from "../../shared/api/values.ts";
import { formatNumber } from "../../shared/numbers.ts";
import type { Attempt, WireRecord } from "../../shared/outbox.ts";
import type { en } from "../i18n/en.ts";

type Failure = keyof typeof en.outbox.wire.failure;

const failures: readonly Failure[] = [
  "nameLookup",
  "refused",
  "unreachable",
  "certificate",
  "tls",
  "proxy",
  "connectTimeout",
  "timeout",
  "reset",
  "truncated",
  "tooLarge",
  "aborted",
];

function howItEnded(t: TFunction<"outbox">, { failure, status }: WireRecord): string {
  if (failure !== null) {
    const known = failures.find((one) => one === failure) ?? "other";
    return t(`wire.failure.${known}`);
  }
  return status === null ? t("wire.noAnswer") : t("wire.answered", { status });
}

/** The facts of one attempt, each a sentence. */
export function wireWords(t: TFunction<"outbox">, language: Language, { wire, outcome }: Attempt): string[] {
  if (wire === null) return [t(outcome === null ? "wire.notKnownYet" : "wire.interrupted")];
  const seconds = formatNumber(wire.durationMs / 1000, 1, language);
  return [
    t(wire.bytesLeft ? "wire.left" : "wire.nothingLeft"),
    `${howItEnded(t, wire)} ${t("wire.after", { seconds })}`,
  ];
}
