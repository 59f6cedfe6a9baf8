/** The agreement as the lender issued it: to be read on the screen, printed and saved. */
import { useTranslation } from "react-i18next";
import type { LoanView } from "../../../shared/api/loans.ts";
import { call } from "../../bridge/call.ts";
import { PdfPreview } from "../../components/PdfPreview.tsx";
import { PrintDocument } from "../../printing/PrintDocument.tsx";
import { SavePaper } from "../../printing/SavePaper.tsx";
import { FetchAgreement } from "./FetchAgreement.tsx";
import styles from "./LoanPage.module.css";

/** What can be done with the paper: printed, saved, issued once more. */
export function AgreementPaper({ loan, documentId }: { loan: LoanView; documentId: string }) {
  return (
    <div className={styles.paperActions}>
      <PrintDocument documentId={documentId}>
        <SavePaper small find={() => named(documentId, loan.loanRef ?? "")} />
      </PrintDocument>
      <FetchAgreement loan={loan} again />
    </div>
  );
}

export type AgreementPanelProps = {
  loan: LoanView;
  /** True where the next action above has the paper's buttons already. */
  previewOnly?: boolean;
};

export function AgreementPanel({ loan, previewOnly = false }: AgreementPanelProps) {
  const { t } = useTranslation("loans");
  const documentId = loan.agreementDocumentId;
  if (documentId === null)
    return (
      <section className={styles.card}>
        <h2>{t("agreement.title")}</h2>
        <p>{t("agreement.notHere")}</p>
        <FetchAgreement loan={loan} again />
      </section>
    );
  return (
    <section className={styles.card}>
      <h2>{t("agreement.title")}</h2>
      {!previewOnly && <AgreementPaper loan={loan} documentId={documentId} />}
      <PdfPreview documentId={documentId} height="56vh" />
    </section>
  );
}

/** Under the name that the lender gave it. */
async function named(documentId: string, loanRef: string) {
  const read = await call("documents.read", { documentId });
  return {
    ok: true as const,
    value: { documentId, name: read.ok ? read.value.name : `${loanRef}.pdf` },
  };
}
