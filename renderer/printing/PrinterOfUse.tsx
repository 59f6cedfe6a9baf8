/** One kind of paper: its printer, its size, its sides, and a test page that shows whether that is right. */
import { Button, NativeSelect } from "@mantine/core";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { receiptPapers } from "../../shared/api/paper.ts";
import { duplexes, type PrintUse } from "../../shared/api/printing.ts";
import { useAction } from "../bridge/useAction.ts";
import { ErrorNote } from "../components/ErrorNote.tsx";
import { onlyOnce } from "./onlyOnce.ts";
import { PrintAnswer } from "./PrintAnswer.tsx";
import styles from "./Printing.module.css";
import { COMPUTERS_OWN, type Printers } from "./usePrinters.ts";

const AS_SET = "printer";

export function PrinterOfUse({ use, all }: { use: PrintUse; all: Printers }) {
  const { t } = useTranslation("printing");
  const title = useId();
  const choose = useAction("printers.choose");
  const test = useAction("printers.test");
  const { printer, paper, duplex } = all.choiceOf(use);
  const offers = all.offersOf(printer);
  // Slips are torn off: nothing stands on their back.
  const hasSides = use !== "receipt" && paper === "a4" && offers?.duplex !== false;
  return (
    <section className={styles.use} aria-labelledby={title}>
      <h3 id={title}>
        {t(`uses.${use}.name`)} <small>{t(`uses.${use}.hint`)}</small>
      </h3>
      <div className={styles.row}>
        <NativeSelect
          label={t("printer")}
          value={printer ?? COMPUTERS_OWN}
          data={all.options(printer)}
          disabled={choose.busy}
          onChange={(change) => {
            const { value } = change.currentTarget;
            void choose.run({ use, printer: value === COMPUTERS_OWN ? null : value });
          }}
        />
        {use !== "agreement" && (
          <NativeSelect
            label={t("settings.paper")}
            value={paper}
            disabled={choose.busy}
            data={receiptPapers.map((one) => ({ value: one, label: t(`settings.papers.${one}`) }))}
            onChange={(change) => {
              const { value } = change.currentTarget;
              const wanted = receiptPapers.find((one) => one === value);
              if (wanted !== undefined) void choose.run({ use, paper: wanted });
            }}
          />
        )}
        {hasSides && (
          <NativeSelect
            label={t("sides")}
            value={duplex ?? AS_SET}
            disabled={choose.busy}
            data={[
              { value: AS_SET, label: t("sideChoices.printer") },
              ...duplexes.map((one) => ({ value: one, label: t(`sideChoices.${one}`) })),
            ]}
            onChange={(change) => {
              const { value } = change.currentTarget;
              void choose.run({ use, duplex: duplexes.find((one) => one === value) ?? null });
            }}
          />
        )}
        <Button
          variant="default"
          loading={test.busy}
          disabled={all.printers.length === 0}
          aria-label={t("settings.testOf", { use: t(`uses.${use}.name`) })}
          onKeyDown={onlyOnce}
          onClick={() => void test.run({ use })}
        >
          {t("settings.test")}
        </Button>
      </div>
      {test.value?.result === "sent" ? (
        <p className={styles.answer} role="status">
          {t("settings.tested", { printer: test.value.printer })}
        </p>
      ) : (
        <PrintAnswer answer={test.value} />
      )}
      <ErrorNote
        error={choose.error ?? test.error}
        again={choose.error === null ? test.again : choose.again}
      />
    </section>
  );
}
