/** The slip with its stub right after a capture: what state the money is in, the change, and the receipt. */
import { Button, Group } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { amountInWords } from "../../shared/amountInWords.ts";
import type { ItemState } from "../../shared/outbox.ts";
import { useOffice } from "../app/office.ts";
import { goTo } from "../app/place.ts";
import { useCall } from "../bridge/useCall.ts";
import { clockText } from "../components/clockTexts.ts";
import { KeyHint } from "../components/KeyHint.tsx";
import { Money } from "../components/Money.tsx";
import { useNow } from "../components/now.ts";
import { PageHeading } from "../components/PageHeading.tsx";
import { Slip } from "../components/Slip.tsx";
import { useLanguage } from "../i18n/useLanguage.ts";
import { LetterOffer } from "../letters/LetterOffer.tsx";
import { isRepaidBy } from "../letters/repaid.ts";
import { useStateSentence } from "../outbox/stateSentence.ts";
import { ReceiptActions } from "./ReceiptActions.tsx";
import styles from "./TakenSlip.module.css";
import type { Taken } from "./useTaking.ts";

/** So long the receipt waits for the lender's books (DESIGN section 5). */
const PATIENCE_MS = 10_000;

/** States that change by themselves within seconds, as long as the line is there. */
const onTheWay: readonly ItemState[] = ["queued", "sending", "acknowledged"];

export function TakenSlip({ taken }: { taken: Taken }) {
  const { t } = useTranslation("repayments");
  const language = useLanguage();
  const { currency } = useOffice();
  const now = useNow(1000);
  const [deadline] = useState(() => Date.now() + PATIENCE_MS);
  const item = useCall("outbox.list", { itemId: taken.itemId }).value?.items[0];
  const sentence = useStateSentence(item ?? null);
  const page = useRef<HTMLDivElement>(null);
  const printButton = useRef<HTMLButtonElement>(null);
  const state = item?.state ?? "queued";
  const isWaiting = taken.offline === null && onTheWay.includes(state) && now < deadline;

  // The heading and no button: the second Enter of a barcode reader must press nothing.
  useEffect(() => page.current?.querySelector("h1")?.focus(), []);
  // Only from the heading: whoever went on by keyboard meanwhile is not called back.
  useEffect(() => {
    const isUntouched = document.activeElement === page.current?.querySelector("h1");
    if (!isWaiting && isUntouched) printButton.current?.focus();
  }, [isWaiting]);

  const changeMinor = taken.receivedMinor === null ? null : taken.receivedMinor - taken.amountMinor;
  return (
    <div ref={page}>
      <PageHeading>{t("taken.title")}</PageHeading>
      {taken.existed && <p className={styles.existed}>{t("taken.existed")}</p>}
      <div className={styles.columns}>
        <Slip
          kind="repayment"
          state={state}
          {...(item?.certainty === undefined ? {} : { certainty: item.certainty })}
          {...(sentence === null ? {} : { sentence })}
          stub={
            <dl className={styles.stub}>
              <div>
                <dt>{t("taken.number")}</dt>
                <dd>{taken.receiptNo}</dd>
              </div>
              <div>
                <dt>{t("form.amount")}</dt>
                <dd>
                  <Money amountMinor={taken.amountMinor} currency={currency} />
                </dd>
              </div>
              <div>
                <dt>{t("loan.reference")}</dt>
                <dd>{taken.loanRef}</dd>
              </div>
            </dl>
          }
        >
          <p className={styles.for}>
            {t("loan.reference")} <b>{taken.loanRef}</b>
            {taken.clientName !== null && ` · ${taken.clientName}`}
          </p>
          <Money amountMinor={taken.amountMinor} currency={currency} size="large" />
          <p className={styles.words}>{amountInWords(taken.amountMinor, currency, language)}</p>
        </Slip>
        {changeMinor !== null && (
          <dl className={styles.change}>
            <div>
              <dt>{t("taken.received")}</dt>
              <dd>
                <Money amountMinor={taken.receivedMinor} currency={currency} />
              </dd>
            </div>
            <div data-main>
              <dt>{t("taken.change")}</dt>
              <dd>
                <Money amountMinor={changeMinor} currency={currency} />
              </dd>
            </div>
          </dl>
        )}
      </div>
      <p className={styles.wait} role="status">
        {isWaiting && t("taken.waiting", { seconds: Math.max(0, Math.ceil((deadline - now) / 1000)) })}
        {!isWaiting && taken.offline !== null && state !== "posted" && offlineWords()}
        {!isWaiting && taken.offline === null && state !== "posted" && t("taken.notYet")}
      </p>
      <ReceiptActions
        itemId={taken.itemId}
        receiptNo={taken.receiptNo}
        ready={!isWaiting}
        printButton={printButton}
      />
      <Group gap="sm" className={styles.on ?? ""}>
        <Button
          variant="default"
          onClick={() => goTo({ at: "repayment" })}
          rightSection={<KeyHint keys="F3" />}
        >
          {t("taken.next")}
        </Button>
        <Button variant="default" onClick={() => goTo({ at: "outbox", itemId: taken.itemId })}>
          {t("taken.evidence")}
        </Button>
        {item !== undefined && isRepaidBy(item) && <LetterOffer loanRef={item.loanRef} />}
      </Group>
    </div>
  );

  function offlineWords(): string {
    const asOf = taken.offline?.asOf ?? null;
    return asOf === null
      ? t("taken.offline")
      : t("taken.offlineBalance", { when: clockText(asOf, language, now) });
  }
}
