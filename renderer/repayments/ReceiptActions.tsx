/** A payment's paper, printed and on the screen. The money is valid whatever becomes of the paper. */
import { Button, Group } from "@mantine/core";
import { type Ref, useState } from "react";
import { useTranslation } from "react-i18next";
import type { itemPapers } from "../../shared/api/paper.ts";
import { call } from "../bridge/call.ts";
import { useAction } from "../bridge/useAction.ts";
import { useCall } from "../bridge/useCall.ts";
import { ErrorNote } from "../components/ErrorNote.tsx";
import { PaperSheet } from "../components/PaperSheet.tsx";
import { onlyOnce } from "../printing/onlyOnce.ts";
import { PrintAnswer } from "../printing/PrintAnswer.tsx";
import { SavePaper } from "../printing/SavePaper.tsx";
import styles from "./TakenSlip.module.css";

export type ReceiptActionsProps = {
  itemId: string;
  receiptNo: string;
  what?: (typeof itemPapers)[number];
  /** False while the lender's answer is still awaited. */
  ready: boolean;
  printButton?: Ref<HTMLButtonElement>;
  /** Another name for the paper than `what` has: a payout's voucher. */
  verbs?: { print: string; again: string };
};

export function ReceiptActions({
  itemId,
  receiptNo,
  what = "receipt",
  ready,
  printButton,
  verbs,
}: ReceiptActionsProps) {
  const { t } = useTranslation("repayments");
  const print = useAction("receipts.print");
  const make = useAction("receipts.make");
  const prints = useCall("receipts.prints", { itemId, what });
  const [shown, setShown] = useState(false);
  const isCopy = (prints.value?.count ?? 0) > 0;

  async function printPaper(): Promise<void> {
    await print.run({ itemId, what });
    prints.again();
  }

  /** The sheet is made anew: it says how the money stands now. */
  async function find() {
    const made = await call("receipts.make", { itemId, what });
    if (!made.ok) return made;
    return { ok: true as const, value: { documentId: made.value.documentId, name: `${receiptNo}.pdf` } };
  }

  async function toggle(): Promise<void> {
    if (!shown) await make.run({ itemId, what });
    setShown(!shown);
  }

  return (
    <div className={styles.receipt}>
      <Group gap="sm">
        <Button
          ref={printButton}
          variant={ready ? "filled" : "default"}
          loading={print.busy}
          onKeyDown={onlyOnce}
          onClick={() => void printPaper()}
        >
          {verbs?.[isCopy ? "again" : "print"] ?? t(`paper.${what}.${isCopy ? "again" : "print"}`)}
        </Button>
        <Button variant="default" loading={make.busy} onKeyDown={onlyOnce} onClick={() => void toggle()}>
          {t(shown ? "paper.hide" : "paper.show")}
        </Button>
        <SavePaper find={find} onSaved={prints.again} />
      </Group>
      {prints.value?.state === "unknown" && print.value === undefined && (
        <p className={styles.printed}>{t("paper.unknown")}</p>
      )}
      <ErrorNote error={print.error ?? make.error} again={print.again} />
      <PrintAnswer answer={print.value} aboutMoney />
      {shown && make.value !== undefined && (
        <PaperSheet html={make.value.html} label={t("paper.label", { receiptNo })} />
      )}
    </div>
  );
}
