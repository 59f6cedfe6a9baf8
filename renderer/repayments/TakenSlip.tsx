/** The slip with its stub right after a capture: what state the money is in, the change, and the receipt. */
import { Button, Group } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { amountInWords } from "../../shared/amountInWords.ts";
import { useOffice } from "../app/office.ts";
import { goTo } from "../app/place.ts";
import { clockText } from "../components/clockTexts.ts";
import { KeyHint } from "../components/KeyHint.tsx";
import { Money } from "../components/Money.tsx";
import { PageHeading } from "../components/PageHeading.tsx";
import { Slip } from "../components/Slip.tsx";
import { useLanguage } from "../i18n/useLanguage.ts";
import { LetterOffer } from "../letters/LetterOffer.tsx";
import { isRepaidBy } from "../letters/repaid.ts";
import { useFreshSlip } from "../outbox/useFreshSlip.ts";
import { ReceiptActions } from "./ReceiptActions.tsx";
import styles from "./TakenSlip.module.css";
import type { Taken } from "./useTaking.ts";

export function TakenSlip({ taken }: { taken: Taken }) {
  const { t } = useTranslation("repayments");
  const language = useLanguage();
  const { currency } = useOffice();
  const { item, state, sentence, now, isWaiting, secondsLeft, page, printButton } = useFreshSlip(
    taken.itemId,
    taken.offline === null,
  );
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
        {isWaiting && t("taken.waiting", { seconds: secondsLeft })}
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
      </Group>
      {item !== undefined && isRepaidBy(item) && <LetterOffer loanRef={item.loanRef} />}
    </div>
  );

  function offlineWords(): string {
    const asOf = taken.offline?.asOf ?? null;
    return asOf === null
      ? t("taken.offline")
      : t("taken.offlineBalance", { when: clockText(asOf, language, now) });
  }
}
