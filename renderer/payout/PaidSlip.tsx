/** The slip with its stub right after the hand-over: what the lender knows of it, and the voucher. */
import { Button, Group } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { amountInWords } from "../../shared/amountInWords.ts";
import { useOffice } from "../app/office.ts";
import { goTo } from "../app/place.ts";
import { Money } from "../components/Money.tsx";
import { PageHeading } from "../components/PageHeading.tsx";
import { Slip } from "../components/Slip.tsx";
import { useLanguage } from "../i18n/useLanguage.ts";
import { useFreshSlip } from "../outbox/useFreshSlip.ts";
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

export function PaidSlip({ paid }: { paid: Paid }) {
  const { t } = useTranslation("payout");
  const language = useLanguage();
  const { currency } = useOffice();
  const { item, state, sentence, isWaiting, secondsLeft, page, printButton } = useFreshSlip(
    paid.itemId,
    true,
  );

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
        {isWaiting && t("paid.waiting", { seconds: secondsLeft })}
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
