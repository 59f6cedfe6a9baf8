/** The printers of this computer, and a test page on each of the papers. */
import { Button, NativeSelect } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { receiptPapers } from "../../shared/api/paper.ts";
import { useAction } from "../bridge/useAction.ts";
import { useCall } from "../bridge/useCall.ts";
import { Busy } from "../components/Busy.tsx";
import { EmptyList } from "../components/EmptyList.tsx";
import { ErrorNote } from "../components/ErrorNote.tsx";
import styles from "./Settings.module.css";

export function PrintersSection() {
  const { t } = useTranslation(["settings", "common"]);
  const list = useCall("printers.list", {});
  const test = useAction("printers.test");
  const [chosen, setChosen] = useState<string | null>(null);
  const [paper, setPaper] = useState<(typeof receiptPapers)[number]>("roll80");
  const printers = list.value?.printers ?? [];
  const printer = chosen ?? printers.find(({ isDefault }) => isDefault)?.name ?? printers[0]?.name;

  if (list.loading) return <Busy>{t("common:loading")}</Busy>;
  return (
    <div className={styles.section}>
      <p className={styles.text}>{t("printers.text")}</p>
      <ErrorNote error={list.error} again={list.again} />
      {printers.length === 0 ? (
        <EmptyList
          action={
            <Button variant="default" loading={list.busy} onClick={list.again}>
              {t("printers.lookAgain")}
            </Button>
          }
        >
          {t("printers.none")}
        </EmptyList>
      ) : (
        <NativeSelect
          label={t("printers.printer")}
          value={printer ?? ""}
          data={printers.map(({ name, label, isDefault }) => ({
            value: name,
            label: isDefault ? t("printers.default", { label }) : label,
          }))}
          onChange={(change) => setChosen(change.currentTarget.value)}
        />
      )}
      <NativeSelect
        label={t("printers.paper")}
        value={paper}
        data={receiptPapers.map((one) => ({ value: one, label: t(`printers.papers.${one}`) }))}
        onChange={(change) =>
          setPaper(receiptPapers.find((one) => one === change.currentTarget.value) ?? paper)
        }
      />
      <div>
        <Button
          variant="default"
          loading={test.busy}
          onClick={() => void test.run({ paper, ...(printer === undefined ? {} : { printer }) })}
        >
          {t("printers.test")}
        </Button>
      </div>
      <ErrorNote error={test.error} again={test.again} />
      {test.value !== undefined && (
        <p className={styles.result} role="status" data-bad={test.value.result === "failed" || undefined}>
          {test.value.result === "sent" && t("printers.sent", { printer: test.value.printer })}
          {test.value.result === "saved" && t("printers.savedAs", { path: test.value.path ?? "" })}
          {test.value.result === "failed" && t("printers.failed", { message: test.value.message ?? "" })}
        </p>
      )}
    </div>
  );
}
