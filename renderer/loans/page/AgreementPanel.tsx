/** The agreement as the lender issued it: to be read on the screen, printed and saved. */
import { Button, NativeSelect } from "@mantine/core";
import { type KeyboardEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { LoanView } from "../../../shared/api/loans.ts";
import type { CallError } from "../../../shared/errors.ts";
import { call } from "../../bridge/call.ts";
import { useAction } from "../../bridge/useAction.ts";
import { useCall } from "../../bridge/useCall.ts";
import { ErrorNote } from "../../components/ErrorNote.tsx";
import { PdfPreview } from "../../components/PdfPreview.tsx";
import { FetchAgreement } from "./FetchAgreement.tsx";
import styles from "./LoanPage.module.css";

/** One for the customer and one for the lender are the rule. */
const COPIES = [1, 2, 3];

/** Enter held down would print page after page. */
function onlyOnce(press: KeyboardEvent): void {
  if (press.repeat) press.preventDefault();
}

/** What can be done with the paper: printed, saved, issued once more. */
export function AgreementPaper({ loan, documentId }: { loan: LoanView; documentId: string }) {
  return (
    <div className={styles.paperActions}>
      <PrintAgreement documentId={documentId} />
      <SaveAgreement documentId={documentId} loanRef={loan.loanRef ?? ""} />
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

function PrintAgreement({ documentId }: { documentId: string }) {
  const { t } = useTranslation("loans");
  const printers = useCall("printers.list", {}).value?.printers ?? [];
  const print = useAction("documents.print");
  const [chosen, setChosen] = useState<string | null>(null);
  const [copies, setCopies] = useState(1);
  const printer = chosen ?? printers.find(({ isDefault }) => isDefault)?.name ?? printers[0]?.name;
  return (
    <div className={styles.fetch}>
      {printers.length > 1 && (
        <NativeSelect
          size="sm"
          label={t("agreement.printer")}
          value={printer ?? ""}
          onChange={(change) => setChosen(change.currentTarget.value)}
          data={printers.map(({ name, label }) => ({ value: name, label }))}
        />
      )}
      <NativeSelect
        size="sm"
        label={t("agreement.copies")}
        value={String(copies)}
        onChange={(change) => setCopies(Number(change.currentTarget.value))}
        data={COPIES.map(String)}
      />
      <Button
        size="sm"
        variant="default"
        loading={print.busy}
        onKeyDown={onlyOnce}
        onClick={() => void print.run({ documentId, copies, ...(printer === undefined ? {} : { printer }) })}
      >
        {t("agreement.print")}
      </Button>
      <div className={styles.wide} role="status">
        {print.value?.result === "sent" && t("agreement.sent", { printer: print.value.printer })}
        {print.value?.result === "saved" && t("agreement.saved", { path: print.value.path ?? "" })}
        {print.value?.result === "failed" && (
          <span className={styles.failed}>
            {t("agreement.failed", { message: print.value.message ?? "" })}
          </span>
        )}
        <ErrorNote error={print.error} again={print.again} />
      </div>
    </div>
  );
}

function SaveAgreement({ documentId, loanRef }: { documentId: string; loanRef: string }) {
  const { t } = useTranslation("loans");
  const save = useAction("documents.save");
  const [failure, setFailure] = useState<CallError | null>(null);

  async function choose(): Promise<void> {
    setFailure(null);
    const document = await call("documents.read", { documentId });
    const suggestedName = document.ok ? document.value.name : `${loanRef}.pdf`;
    const chosen = await window.counterfoil.files.saveAs({ purpose: "documents.save", suggestedName });
    if (!chosen.ok) setFailure(chosen.error);
    else if (chosen.value !== null) await save.run({ documentId, path: chosen.value.token });
  }

  return (
    <div className={styles.fetch}>
      <Button
        size="sm"
        variant="default"
        loading={save.busy}
        onKeyDown={onlyOnce}
        onClick={() => void choose()}
      >
        {t("agreement.save")}
      </Button>
      <div className={styles.wide} role="status">
        {save.value !== undefined && t("agreement.saved", { path: save.value.path })}
        <ErrorNote error={failure ?? save.error} />
      </div>
    </div>
  );
}
