/** The receipt on paper and on the screen. The money is valid whatever becomes of the paper. */
import { Button, Group } from "@mantine/core";
import { type KeyboardEvent, type Ref, useState } from "react";
import { useTranslation } from "react-i18next";
import { useAction } from "../bridge/useAction.ts";
import { ErrorNote } from "../components/ErrorNote.tsx";
import { PaperSheet } from "../components/PaperSheet.tsx";
import styles from "./TakenSlip.module.css";

export type ReceiptActionsProps = {
  itemId: string;
  receiptNo: string;
  /** False while the lender's answer is still awaited. */
  ready: boolean;
  printButton?: Ref<HTMLButtonElement>;
};

/** Enter held down would print page after page. */
function onlyOnce(press: KeyboardEvent): void {
  if (press.repeat) press.preventDefault();
}

export function ReceiptActions({ itemId, receiptNo, ready, printButton }: ReceiptActionsProps) {
  const { t } = useTranslation("repayments");
  const print = useAction("receipts.print");
  const make = useAction("receipts.make");
  const [shown, setShown] = useState(false);
  const [printedOnce, setPrintedOnce] = useState(false);

  async function printReceipt(): Promise<void> {
    const reply = await print.run({ itemId });
    if (reply.ok && reply.value.result !== "failed") setPrintedOnce(true);
  }

  async function toggle(): Promise<void> {
    if (!shown) await make.run({ itemId });
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
          onClick={() => void printReceipt()}
        >
          {t(printedOnce ? "taken.printAgain" : "taken.print")}
        </Button>
        <Button variant="default" loading={make.busy} onKeyDown={onlyOnce} onClick={() => void toggle()}>
          {t(shown ? "taken.hide" : "taken.show")}
        </Button>
      </Group>
      <ErrorNote error={print.error ?? make.error} again={print.again} />
      {print.value !== undefined && (
        <p className={styles.printed} role="status" data-failed={print.value.result === "failed" || undefined}>
          {print.value.result === "sent" && t("taken.printed", { printer: print.value.printer })}
          {print.value.result === "saved" && t("taken.saved", { path: print.value.path ?? "" })}
          {print.value.result === "failed" && t("taken.printFailed", { message: print.value.message ?? "" })}
        </p>
      )}
      {shown && make.value !== undefined && (
        <PaperSheet html={make.value.html} label={t("taken.receipt", { receiptNo })} />
      )}
    </div>
  );
}
