/** One payment with all that is known: its state, what happened, what the books say, what comes next, who may decide what. */
import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { itemPapers } from "../../shared/api/paper.ts";
import type { OutboxItem } from "../../shared/outbox.ts";
import { goTo } from "../app/place.ts";
import { useCall } from "../bridge/useCall.ts";
import { Busy } from "../components/Busy.tsx";
import { ErrorNote } from "../components/ErrorNote.tsx";
import { Money } from "../components/Money.tsx";
import { PageHeading } from "../components/PageHeading.tsx";
import { Slip } from "../components/Slip.tsx";
import { TimeAgo } from "../components/TimeAgo.tsx";
import { DisputeButton } from "../disputes/DisputeButton.tsx";
import { ReceiptActions } from "../repayments/ReceiptActions.tsx";
import { Books } from "./Books.tsx";
import { Decisions } from "./Decisions.tsx";
import { Happened } from "./Happened.tsx";
import styles from "./ItemPage.module.css";
import { useStateSentence } from "./stateSentence.ts";
import { WhatNext } from "./WhatNext.tsx";

export function ItemPage({ itemId }: { itemId: string }) {
  const { t } = useTranslation(["outbox", "common"]);
  const answer = useCall("outbox.list", { itemId });
  const item = answer.value?.items[0];
  return (
    <>
      <PageHeading
        aside={
          <>
            {item !== undefined && <DisputeButton subject={{ about: "item", itemId: item.itemId }} />}
            <Button variant="default" onClick={() => goTo({ at: "outbox" })}>
              {t("item.all")}
            </Button>
          </>
        }
      >
        {item === undefined ? t("title") : `${t(`kind.${item.kind}`)} ${item.receiptNo}`}
      </PageHeading>
      <ErrorNote error={answer.error} again={answer.again} />
      {answer.loading && <Busy>{t("common:loading")}</Busy>}
      {answer.value !== undefined && item === undefined && <p>{t("item.unknown")}</p>}
      {item !== undefined && <Item item={item} />}
    </>
  );
}

/** The receipt always; a slip of its own for cash that went back and for a payment that was withdrawn. */
function papersOf({ state, givenBack }: OutboxItem): (typeof itemPapers)[number][] {
  return [
    "receipt",
    ...(state === "voided" ? ["void" as const] : []),
    ...(givenBack ? ["giveBack" as const] : []),
  ];
}

function Item({ item }: { item: OutboxItem }) {
  const { t } = useTranslation("outbox");
  const sentence = useStateSentence(item);
  return (
    <>
      <div className={styles.top}>
        <Slip
          kind={item.kind}
          state={item.state}
          {...(item.certainty === undefined ? {} : { certainty: item.certainty })}
          {...(sentence === null ? {} : { sentence })}
          stub={
            <>
              <b className={styles.number}>{item.receiptNo}</b>
              <Money amountMinor={item.amountMinor} currency={item.currency} />
              <span>{item.loanRef}</span>
            </>
          }
        >
          <p className={styles.for}>
            {t(`item.for.${item.kind}`, { loanRef: item.loanRef })}
            <br />
            <TimeAgo at={item.capturedAt} />, {item.capturedBy}
          </p>
          <Money amountMinor={item.amountMinor} currency={item.currency} size="large" />
        </Slip>
        <WhatNext item={item} />
      </div>
      <Decisions item={item} />
      <div className={styles.columns}>
        <Happened item={item} />
        <Books item={item} />
      </div>
      <section className={styles.paper} aria-label={t("item.paper")}>
        <h2>{t("item.paper")}</h2>
        {papersOf(item).map((what) => (
          <ReceiptActions
            key={what}
            itemId={item.itemId}
            receiptNo={item.receiptNo}
            what={what}
            ready={false}
          />
        ))}
      </section>
    </>
  );
}
