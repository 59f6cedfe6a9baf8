/** What is so now and what comes next, said loudly where money must not be taken or paid a second time. */
import { useTranslation } from "react-i18next";
import type { OutboxItem } from "../../shared/outbox.ts";
import { clockText, leftText } from "../components/clockTexts.ts";
import { useNow } from "../components/now.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import { AgeMark } from "./AgeMark.tsx";
import { isSettled } from "./age.ts";
import styles from "./ItemPage.module.css";
import { attentionReasonOf, heldReasonOf } from "./stateSentence.ts";

/** The lender may have it, and nobody knows: the one moment in which a second taking would cost somebody money. */
function isDoubt({ state }: OutboxItem): boolean {
  return state === "unconfirmed" || state === "acknowledged" || state === "attention" || state === "sending";
}

export function WhatNext({ item }: { item: OutboxItem }) {
  const { t } = useTranslation(["outbox", "states"]);
  const held = heldReasonOf(item);
  const attention = attentionReasonOf(item);
  return (
    <section className={styles.next} aria-label={t("next.title")} data-doubt={isDoubt(item) || undefined}>
      {isDoubt(item) && <p className={styles.warning}>{t(`next.doNot.${item.kind}`)}</p>}
      <h2>{t("next.title")}</h2>
      {held !== null && <p>{t(`states:held.${held}.todo`)}</p>}
      {attention !== null && <p>{t(`states:attention.${attention}.todo`)}</p>}
      <NextAction item={item} />
      {item.providerMessage !== undefined && (
        <p>
          {t("next.lenderSaid")} <q>{item.providerMessage}</q>
        </p>
      )}
      {item.cashToReturn && <p className={styles.cash}>{t("next.cashToReturn")}</p>}
      {item.givenBack && <p>{t("next.givenBack")}</p>}
      {!isSettled(item) && (
        <p className={styles.since}>
          {t("next.since")} <AgeMark item={item} />
        </p>
      )}
    </section>
  );
}

function NextAction({ item }: { item: OutboxItem }) {
  const { t } = useTranslation("outbox");
  const language = useLanguage();
  const now = useNow(1000);
  const { next } = item.evidence;
  if (next === null) {
    if (isSettled(item)) return <p>{t("next.nothing")}</p>;
    return item.state === "attention" ? <p>{t("next.person")}</p> : null;
  }
  const isDue = next.at === null || Date.parse(next.at) <= now;
  if (isDue || next.at === null) return <p>{t(`next.soon.${next.action}`)}</p>;
  return (
    <p>
      {t(`next.at.${next.action}`, { clock: clockText(next.at, language, now) })}{" "}
      <b className={styles.countdown}>{leftText(next.at, now)}</b>
    </p>
  );
}
