/** An item's state as a sentence, with the time that belongs to it: when it was booked, or how long until we look again. */
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { Language } from "../../shared/api/values.ts";
import {
  type AttentionReason,
  attentionReasons,
  type HeldReason,
  heldReasons,
  type OutboxItem,
} from "../../shared/outbox.ts";
import { clockText, leftText } from "../components/clockTexts.ts";
import { useNow } from "../components/now.ts";
import { useLanguage } from "../i18n/useLanguage.ts";

export function heldReasonOf(item: Pick<OutboxItem, "state" | "reason">): HeldReason | null {
  return item.state === "held" ? (heldReasons.find((reason) => reason === item.reason) ?? null) : null;
}

export function attentionReasonOf(item: Pick<OutboxItem, "state" | "reason">): AttentionReason | null {
  if (item.state !== "attention") return null;
  return attentionReasons.find((reason) => reason === item.reason) ?? null;
}

/** When the books were last seen, or the lender last answered. */
function settledAt({ evidence }: OutboxItem): string | null {
  return evidence.readings.at(-1)?.at ?? evidence.attempts.at(-1)?.answeredAt ?? null;
}

/** Cash goes back only once the books have been read again: until then the core offers no such decision. */
function keepsCash({ kind, state, decisions }: OutboxItem): "refused" | "voided" | null {
  if (kind !== "repayment" || decisions.includes("giveBack")) return null;
  return state === "refused" || state === "voided" ? state : null;
}

export function stateSentence(
  t: TFunction<"states">,
  item: OutboxItem,
  language: Language,
  now: number,
): string {
  if (item.givenBack) return t("givenBack");
  const kept = keepsCash(item);
  const plain = kept === null ? t(`${item.kind}.${item.state}`) : t(`keepCash.${kept}`);
  const held = heldReasonOf(item);
  const attention = attentionReasonOf(item);
  if (held !== null) return t(`held.${held}.what`);
  if (attention !== null) return `${t(`attention.${attention}.what`)} ${plain}`;
  if (item.state === "posted" && item.certainty !== "byHand") {
    const at = settledAt(item);
    return at === null ? plain : t("bookedAt", { clock: clockText(at, language, now) });
  }
  const { next } = item.evidence;
  if (next?.at === null || next?.at === undefined || Date.parse(next.at) <= now) return plain;
  const left = leftText(next.at, now);
  return `${plain} ${t(next.action === "send" ? "sendAgainIn" : "readAgainIn", { left })}`;
}

/** Null while the item is not known. */
export function useStateSentence(item: OutboxItem | null): string | null {
  const { t } = useTranslation("states");
  const language = useLanguage();
  const now = useNow(1000);
  return item === null ? null : stateSentence(t, item, language, now);
}
