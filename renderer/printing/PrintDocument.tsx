/** Prints a kept document: on which printer, how often, on both sides, on which sheet, or through the system's own dialog. */
import { Button, NativeSelect } from "@mantine/core";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Duplex, duplexes, type SheetSize, sheetSizes } from "../../shared/api/printing.ts";
import { useAction } from "../bridge/useAction.ts";
import { useCall } from "../bridge/useCall.ts";
import { ErrorNote } from "../components/ErrorNote.tsx";
import { onlyOnce } from "./onlyOnce.ts";
import { PrintAnswer } from "./PrintAnswer.tsx";
import styles from "./Printing.module.css";
import { COMPUTERS_OWN, usePrinters } from "./usePrinters.ts";

/** One for the customer and one for the lender are the rule. */
const COPIES = [1, 2, 3, 4, 5];
const AS_SET = "printer";
const AS_IT_IS = "asItIs";

export type PrintDocumentProps = {
  documentId: string;
  /** Other ways to paper: saving as a file. */
  children?: ReactNode;
};

export function PrintDocument({ documentId, children }: PrintDocumentProps) {
  const { t } = useTranslation("printing");
  const { printers, options, choiceOf, nameOf, offersOf, list } = usePrinters();
  const print = useAction("documents.print");
  const prints = useCall("documents.prints", { documentId });
  const [chosen, setChosen] = useState<string | null>(null);
  const [copies, setCopies] = useState(1);
  const [sides, setSides] = useState<Duplex | null>(null);
  const [sheet, setSheet] = useState<SheetSize | null>(null);
  const choice = choiceOf("agreement");
  const printer = chosen ?? choice.printer ?? COMPUTERS_OWN;
  const offers = offersOf(printer === COMPUTERS_OWN ? null : printer);
  // Where the system does not tell, the printer is asked and does what it can.
  const hasSides = printers.length > 0 && offers?.duplex !== false;
  const sheets = offers?.sheets ?? [];
  const printed = prints.value?.count ?? 0;
  const canPrint = list.value === undefined || printers.length > 0;
  const root = useRef<HTMLDivElement>(null);
  const couldPrint = useRef(canPrint);
  // The answer of the printers changes the buttons: whoever stood on one of them stays here.
  useEffect(() => {
    const isFocusLost = couldPrint.current !== canPrint && document.activeElement === document.body;
    couldPrint.current = canPrint;
    if (isFocusLost) root.current?.querySelector("button")?.focus();
  }, [canPrint]);

  async function send(dialog: boolean): Promise<void> {
    const duplex = sides ?? choice.duplex;
    const name = nameOf(printer);
    await print.run({
      ...{ documentId, copies },
      ...(name === undefined ? {} : { printer: name }),
      ...(hasSides && duplex !== null ? { duplex } : {}),
      ...(sheet === null ? {} : { sheet }),
      ...(dialog ? { dialog } : {}),
    });
    prints.again();
  }

  if (!canPrint)
    return (
      <div ref={root} className={styles.print}>
        <p className={styles.answer}>{t("problems.noPrinter")}</p>
        <div className={styles.row}>
          <Button size="sm" variant="default" loading={list.busy} onClick={list.again}>
            {t("settings.lookAgain")}
          </Button>
          {children}
        </div>
      </div>
    );
  return (
    <div ref={root} className={styles.print}>
      <div className={styles.row}>
        {printers.length > 0 && (
          <NativeSelect
            size="sm"
            label={t("printer")}
            value={printer}
            onChange={(change) => setChosen(change.currentTarget.value)}
            data={options(chosen ?? choice.printer)}
          />
        )}
        <NativeSelect
          size="sm"
          label={t("copies")}
          value={String(copies)}
          onChange={(change) => setCopies(Number(change.currentTarget.value))}
          data={COPIES.map(String)}
        />
        {hasSides && (
          <NativeSelect
            size="sm"
            label={t("sides")}
            value={sides ?? choice.duplex ?? AS_SET}
            onChange={(change) => {
              const { value } = change.currentTarget;
              setSides(duplexes.find((one) => one === value) ?? null);
            }}
            data={[AS_SET, ...duplexes].map((one) => ({ value: one, label: sidesName(one) }))}
          />
        )}
        {sheets.length > 1 && (
          <NativeSelect
            size="sm"
            label={t("sheet")}
            value={sheet ?? AS_IT_IS}
            onChange={(change) => {
              const { value } = change.currentTarget;
              setSheet(sheetSizes.find((one) => one === value) ?? null);
            }}
            data={[
              { value: AS_IT_IS, label: t("sheets.asItIs") },
              ...sheets.map((one) => ({ value: one, label: t(`sheets.${one}`) })),
            ]}
          />
        )}
      </div>
      <div className={styles.row}>
        <Button
          size="sm"
          variant="default"
          loading={print.busy}
          onKeyDown={onlyOnce}
          onClick={() => void send(false)}
        >
          {printed === 0 ? t("print") : t("again", { number: printed + 1 })}
        </Button>
        <Button
          size="sm"
          variant="default"
          disabled={print.busy}
          onKeyDown={onlyOnce}
          onClick={() => void send(true)}
        >
          {t("dialog")}
        </Button>
        {children}
      </div>
      {prints.value?.state === "unknown" && !print.busy && print.value === undefined && (
        <p className={styles.answer}>{t("unknown")}</p>
      )}
      <PrintAnswer answer={print.value} />
      <ErrorNote error={print.error} again={print.again} />
    </div>
  );

  function sidesName(one: string): string {
    const known = duplexes.find((duplex) => duplex === one);
    return t(`sideChoices.${known ?? AS_SET}`);
  }
}
