/** The signed agreement and, where there is one, the bank statement: attached here and sent to the lender. */
import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { LoanView } from "../../../shared/api/loans.ts";
import type { DocumentView } from "../../../shared/api/paper.ts";
import { useErrorWords } from "../../bridge/errorSentence.ts";
import { useAction } from "../../bridge/useAction.ts";
import { useCall } from "../../bridge/useCall.ts";
import { ErrorNote } from "../../components/ErrorNote.tsx";
import { FileDrop } from "../../components/FileDrop.tsx";
import styles from "./LoanPage.module.css";

export function SignedFiles({ loan }: { loan: LoanView }) {
  const { t } = useTranslation("loans");
  const errorWords = useErrorWords();
  const upload = useAction("agreements.upload");
  const [signed, setSigned] = useState<DocumentView | null>(null);
  const [statement, setStatement] = useState<DocumentView | null>(null);
  const [tried, setTried] = useState(false);
  const compared = useCall(
    "documents.compare",
    { documentId: signed?.documentId ?? "", loanId: loan.loanId },
    { enabled: signed !== null },
  );
  const { error } = upload;
  const words = error === null ? undefined : errorWords(error).sentence;
  const isDamaged = signed?.checks.some(({ level }) => level === "error") ?? false;

  function send(): void {
    setTried(true);
    if (signed === null) return;
    void upload.run({
      loanId: loan.loanId,
      agreementDocumentId: signed.documentId,
      ...(statement === null ? {} : { bankStatementDocumentId: statement.documentId }),
    });
  }

  const missing = tried && signed === null ? t("signed.missing") : undefined;
  return (
    <div className={styles.files}>
      <FileDrop
        label={t("signed.agreement")}
        hint={t("signed.hint")}
        document={signed}
        onDocument={(document) => {
          setSigned(document);
          upload.reset();
        }}
        onRemove={() => setSigned(null)}
        moreChecks={signed === null ? [] : (compared.value?.checks ?? [])}
        error={error?.field === "agreementDocumentId" ? words : missing}
      />
      <FileDrop
        label={t("signed.statement")}
        document={statement}
        onDocument={(document) => {
          setStatement(document);
          upload.reset();
        }}
        onRemove={() => setStatement(null)}
        error={error?.field === "bankStatementDocumentId" ? words : undefined}
      />
      {isDamaged && <p className={styles.failed}>{t("signed.lookAgain")}</p>}
      <div>
        <Button loading={upload.busy} onClick={send}>
          {t("signed.send")}
        </Button>
      </div>
      {error !== null && error.field === undefined && <ErrorNote error={error} again={upload.again} />}
    </div>
  );
}
