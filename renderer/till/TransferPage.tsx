/** One transfer: its slip and code, and while it is under way its two ends: it arrived, or it came back. */
import { Button, Group } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { TransferView } from "../../shared/api/transfers.ts";
import { useAction } from "../bridge/useAction.ts";
import { useCall } from "../bridge/useCall.ts";
import { Busy } from "../components/Busy.tsx";
import { ErrorNote } from "../components/ErrorNote.tsx";
import { Money } from "../components/Money.tsx";
import { PageHeading } from "../components/PageHeading.tsx";
import { PaperSheet } from "../components/PaperSheet.tsx";
import { TimeAgo } from "../components/TimeAgo.tsx";
import { onlyOnce } from "../printing/onlyOnce.ts";
import { PrintAnswer } from "../printing/PrintAnswer.tsx";
import styles from "./Till.module.css";
import { TransferArrived, TransferCameBack } from "./TransferEnds.tsx";
import { TransferState, useTransferWay } from "./TransferTable.tsx";

/** A transfer is looked for among the last ones, which are those that somebody still acts on. */
const LOOKED_THROUGH = 500;

export type TransferPageProps = { transferId: string; currency: string; onBack: () => void };

export function TransferPage({ transferId, currency, onBack }: TransferPageProps) {
  const { t } = useTranslation(["transfers", "common"]);
  const answer = useCall("till.transfers", { page: { number: 1, size: LOOKED_THROUGH } });
  const transfer = answer.value?.transfers.find((one) => one.transferId === transferId);
  return (
    <>
      <PageHeading
        aside={
          <Button variant="default" onClick={onBack}>
            {t("title")}
          </Button>
        }
      >
        {transfer === undefined ? t("title") : t("one.title", { slipNo: transfer.slipNo })}
      </PageHeading>
      <ErrorNote error={answer.error} again={answer.again} />
      {answer.loading && <Busy>{t("common:loading")}</Busy>}
      {transfer !== undefined && <Transfer transfer={transfer} currency={currency} />}
    </>
  );
}

function Transfer({ transfer, currency }: { transfer: TransferView; currency: string }) {
  const { t } = useTranslation("transfers");
  const wayOf = useTransferWay();
  const { code, acknowledgement, state, direction } = transfer;
  return (
    <>
      <section className={styles.result}>
        <Money amountMinor={transfer.amountMinor} currency={currency} size="large" />
        <p>
          {wayOf(transfer)} · <TransferState transfer={transfer} />
        </p>
        <p className={styles.keys}>
          {t("one.handedBy", { name: transfer.by })}, <TimeAgo at={transfer.at} />
        </p>
        {transfer.reason !== null && <p>{transfer.reason}</p>}
        {code !== null && state === "underWay" && (
          <Characters title={t("one.code")} text={code} hint={t("one.codeHint")} />
        )}
        {acknowledgement !== null && <Characters title={t("one.acknowledgement")} text={acknowledgement} />}
        {direction === "out" && <Slip transfer={transfer} />}
      </section>
      {direction === "out" && state === "underWay" && (
        <div className={styles.ends}>
          <TransferArrived transfer={transfer} />
          <TransferCameBack transfer={transfer} />
        </div>
      )}
    </>
  );
}

function Characters({ title, text, hint }: { title: string; text: string; hint?: string }) {
  return (
    <div>
      <h2>{title}</h2>
      <p className={styles.code}>{text}</p>
      {hint !== undefined && <p className={styles.keys}>{hint}</p>}
    </div>
  );
}

function Slip({ transfer: { transferId, slipNo } }: { transfer: TransferView }) {
  const { t } = useTranslation("transfers");
  const print = useAction("till.printSlip");
  const make = useAction("till.makeSlip");
  const [shown, setShown] = useState(false);

  async function toggle(): Promise<void> {
    if (!shown) await make.run({ transferId });
    setShown(!shown);
  }

  return (
    <>
      <Group gap="sm">
        <Button
          data-first-focus
          loading={print.busy}
          onKeyDown={onlyOnce}
          onClick={() => void print.run({ transferId })}
        >
          {t("one.print")}
        </Button>
        <Button variant="default" loading={make.busy} onKeyDown={onlyOnce} onClick={() => void toggle()}>
          {t(shown ? "one.hide" : "one.show")}
        </Button>
      </Group>
      <PrintAnswer answer={print.value} />
      <ErrorNote error={print.error ?? make.error} again={print.again} />
      {shown && make.value !== undefined && (
        <PaperSheet html={make.value.html} label={t("one.paper", { slipNo })} />
      )}
    </>
  );
}
