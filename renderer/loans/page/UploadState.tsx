/** How far the signed files are on their way to the lender, and what becomes of them next. */
import { Button } from "@mantine/core";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { LoanView } from "../../../shared/api/loans.ts";
import { useAction } from "../../bridge/useAction.ts";
import { leftText } from "../../components/clockTexts.ts";
import { ErrorNote } from "../../components/ErrorNote.tsx";
import { useNow } from "../../components/now.ts";
import styles from "./LoanPage.module.css";
import { SignedFiles } from "./SignedFiles.tsx";

type Progress = { sentBytes: number; totalBytes: number };

function useProgress(loanId: string): Progress | null {
  const [progress, setProgress] = useState<Progress | null>(null);
  useEffect(
    () =>
      window.counterfoil.on("upload.progress", (told) => {
        if (told.loanId === loanId) setProgress(told);
      }),
    [loanId],
  );
  return progress;
}

const megabytes = (bytes: number) => (bytes / 1_048_576).toFixed(1);

export function UploadState({ loan }: { loan: LoanView }) {
  const { t } = useTranslation("loans");
  const progress = useProgress(loan.loanId);
  const retry = useAction("agreements.upload");
  const now = useNow(1000);
  const [replacing, setReplacing] = useState(false);
  const { upload, signedDocumentId, bankStatementDocumentId } = loan;
  const state = upload?.state ?? "failed";

  function tryNow(): void {
    if (signedDocumentId === null) return;
    void retry.run({
      loanId: loan.loanId,
      agreementDocumentId: signedDocumentId,
      ...(bankStatementDocumentId === null ? {} : { bankStatementDocumentId }),
    });
  }

  const isSending = state === "sending";
  return (
    <div className={styles.upload} data-state={state} role="status">
      <p className={styles.uploadTitle}>{t(`upload.${state}`)}</p>
      {isSending && progress !== null && progress.totalBytes > 0 && (
        <>
          <progress value={progress.sentBytes} max={progress.totalBytes} aria-label={t("upload.sending")} />
          <p className={styles.soft}>
            {t("upload.bytes", {
              sent: megabytes(progress.sentBytes),
              total: megabytes(progress.totalBytes),
            })}
          </p>
        </>
      )}
      {state === "waiting" && upload?.nextAt !== null && upload?.nextAt !== undefined && (
        <p>{t("upload.nextTry", { left: leftText(upload.nextAt, now), count: upload.attempts })}</p>
      )}
      {upload !== null && upload.message !== null && !isSending && (
        <p className={styles.soft}>{t("upload.message", { message: upload.message })}</p>
      )}
      {(state === "waiting" || state === "failed") && signedDocumentId !== null && (
        <div className={styles.cardActions}>
          <Button loading={retry.busy} onClick={tryNow}>
            {t("upload.tryNow")}
          </Button>
          <Button variant="default" onClick={() => setReplacing(!replacing)} aria-expanded={replacing}>
            {t("upload.otherFiles")}
          </Button>
        </div>
      )}
      <ErrorNote error={retry.error} again={retry.again} />
      {(replacing || signedDocumentId === null) && <SignedFiles loan={loan} />}
    </div>
  );
}
