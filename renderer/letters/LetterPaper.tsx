/** The letter as it came: read, printed, and saved where a person wants it. It is kept here sealed in any case. */
import { Button, Group } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CallValue } from "../../shared/api.ts";
import type { CallError } from "../../shared/errors.ts";
import { useAction } from "../bridge/useAction.ts";
import { ErrorNote } from "../components/ErrorNote.tsx";
import { PdfPreview } from "../components/PdfPreview.tsx";
import styles from "./Letters.module.css";

export type LetterPaperProps = { letter: CallValue<"letters.noc">; loanId: string };

export function LetterPaper({ letter, loanId }: LetterPaperProps) {
  const { t } = useTranslation(["letters", "common"]);
  const print = useAction("documents.print");
  const save = useAction("documents.save");
  const printButton = useRef<HTMLButtonElement>(null);
  const [dialogError, setDialogError] = useState<CallError | null>(null);
  const { documentId, host, checks } = letter;
  useEffect(() => printButton.current?.focus(), []);

  async function saveAs(): Promise<void> {
    setDialogError(null);
    save.reset();
    const suggestedName = `${t("fileName", { loanId })}.pdf`;
    const chosen = await window.counterfoil.files.saveAs({ purpose: "documents.save", suggestedName });
    if (!chosen.ok) setDialogError(chosen.error);
    else if (chosen.value !== null) await save.run({ documentId, path: chosen.value.token });
  }

  return (
    <section className={styles.paper} aria-label={t("letterOf", { loanId })}>
      <h2>{t("letterOf", { loanId })}</h2>
      <p className={styles.soft}>{host === undefined ? t("kept") : t("keptFrom", { host })}</p>
      {checks
        .filter(({ level }) => level !== "ok")
        .map(({ code, level, message }) => (
          <p key={code} className={styles.check} data-level={level}>
            {message}
          </p>
        ))}
      <Group gap="sm">
        <Button
          ref={printButton}
          loading={print.busy}
          onKeyDown={(press) => press.repeat && press.preventDefault()}
          onClick={() => void print.run({ documentId })}
        >
          {t("common:actions.print")}
        </Button>
        <Button variant="default" loading={save.busy} onClick={() => void saveAs()}>
          {t("saveAs")}
        </Button>
      </Group>
      {print.value !== undefined && (
        <p className={styles.said} role="status" data-failed={print.value.result === "failed" || undefined}>
          {print.value.result === "sent" && t("printed", { printer: print.value.printer })}
          {print.value.result === "saved" && t("saved", { path: print.value.path ?? "" })}
          {print.value.result === "failed" && t("notPrinted", { message: print.value.message ?? "" })}
        </p>
      )}
      {save.value !== undefined && (
        <p className={styles.said} role="status">
          {t("saved", { path: save.value.path })}
        </p>
      )}
      <ErrorNote error={print.error ?? save.error ?? dialogError} again={print.again} />
      <PdfPreview documentId={documentId} height="56vh" />
    </section>
  );
}
