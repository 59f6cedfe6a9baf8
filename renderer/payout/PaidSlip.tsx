/** The slip with its stub right after the hand-over: what the lender knows of it, and the voucher. */
import { Button, Group } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { amountInWords } from "../../shared/amountInWords.ts";
import type { ItemState } from "../../shared/outbox.ts";
import { useOffice } from "../app/office.ts";
import { goTo } from "../app/place.ts";
import { useCall } from "../bridge/useCall.ts";
import { Money } from "../components/Money.tsx";
import { useNow } from "../components/now.ts";
import { PageHeading } from "../components/PageHeading.tsx";
import { Slip } from "../components/Slip.tsx";
import { useLanguage } from "../i18n/useLanguage.ts";
import { useStateSentence } from "../outbox/stateSentence.ts";
import { ReceiptActions } from "../repayments/ReceiptActions.tsx";
import { Difference } from "./Difference.tsx";
import styles from "./Payout.module.css";

export type Paid = {
  itemId: string;
  receiptNo: string;
  loanId: string;
  loanRef: string;
  amountMinor: number;
  clientName: string | null;
  /** What the drawer count differed by, where the payout was settled after an interruption. */
  differenceMinor: number | null;
};

/** So long the voucher waits for the lender's books (DESIGN section 5). */
const PATIENCE_MS = 10_000;

/** States that change by themselves within seconds, as long as the line is there. */
const onTheWay: readonly ItemState[] = ["queued", "sending", "acknowledged"];

export function PaidSlip({ paid }: { paid: Paid }) {
  const { t } = useTranslation("payout");
  const language = useLanguage();
  const { currency } = useOffice();
  const now = useNow(1000);
  const [deadline] = useState(() => Date.now() + PATIENCE_MS);
  const item = useCall("outbox.list", { itemId: paid.itemId }).value?.items[0];
  const sentence = useStateSentence(item ?? null);
  const page = useRef<HTMLDivElement>(null);
  const printButton = useRef<HTMLButtonElement>(null);
  const state = item?.state ?? "queued";
  const isWaiting = onTheWay.includes(state) && now < deadline;

  // The heading and no button: a second Enter must press nothing.
  useEffect(() => page.current?.querySelector("h1")?.focus(), []);
  // Only from the heading: whoever went on by keyboard meanwhile is not called back.
  useEffect(() => {
    const isUntouched = document.activeElement === page.current?.querySelector("h1");
    if (!isWaiting && isUntouched) printButton.current?.focus();
  }, [isWaiting]);

  return (
    <div ref={page}>
      <PageHeading>{t("paid.title")}</PageHeading>
      <div className={styles.slip}>
        <Slip
          kind="payout"
          state={state}
          {...(item?.certainty === undefined ? {} : { certainty: item.certainty })}
          {...(sentence === null ? {} : { sentence })}
          stub={
            <dl className={styles.stub}>
              <div>
                <dt>{t("paid.number")}</dt>
                <dd>{paid.receiptNo}</dd>
              </div>
              <div>
                <dt>{t("list.amount")}</dt>
                <dd>
                  <Money amountMinor={paid.amountMinor} currency={currency} />
                </dd>
              </div>
              <div>
                <dt>{t("list.reference")}</dt>
                <dd>{paid.loanRef}</dd>
              </div>
            </dl>
          }
        >
          <p className={styles.for}>
            {t("list.reference")} <b>{paid.loanRef}</b>
            {paid.clientName !== null && ` · ${paid.clientName}`}
          </p>
          <Money amountMinor={paid.amountMinor} currency={currency} size="large" />
          <p>{amountInWords(paid.amountMinor, currency, language)}</p>
        </Slip>
      </div>
      {paid.differenceMinor !== null && <Difference minor={paid.differenceMinor} currency={currency} />}
      <p className={styles.wait} role="status">
        {isWaiting && t("paid.waiting", { seconds: Math.max(0, Math.ceil((deadline - now) / 1000)) })}
        {!isWaiting && state !== "posted" && t("paid.notYet")}
      </p>
      <ReceiptActions
        itemId={paid.itemId}
        receiptNo={paid.receiptNo}
        ready={!isWaiting}
        printButton={printButton}
        verbs={{ print: t("paid.print"), again: t("paid.printAgain") }}
      />
      <Group gap="sm" className={styles.on ?? ""}>
        <Button variant="default" onClick={() => goTo({ at: "loan", loanId: paid.loanId })}>
          {t("toLoan")}
        </Button>
        <Button variant="default" onClick={() => goTo({ at: "outbox", itemId: paid.itemId })}>
          {t("paid.evidence")}
        </Button>
        <Button variant="default" onClick={() => goTo({ at: "payout" })}>
          {t("paid.next")}
        </Button>
      </Group>
    </div>
  );
}
