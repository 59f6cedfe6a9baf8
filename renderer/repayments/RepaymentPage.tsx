/** A repayment at the counter: find the loan, take the money, give the slip; the same way online and offline. */
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useOffice, useProvider } from "../app/office.ts";
import { useCall } from "../bridge/useCall.ts";
import { ErrorNote } from "../components/ErrorNote.tsx";
import { PageHeading } from "../components/PageHeading.tsx";
import { DraftOffer } from "./DraftOffer.tsx";
import { newDraft, type RepaymentDraft, useKeptDraft } from "./draft.ts";
import { LoanBand } from "./LoanBand.tsx";
import { isNoAnswer, type LoanAtCounter, useTakenHere } from "./loanAtCounter.ts";
import { ReferenceForm } from "./ReferenceForm.tsx";
import { RepaymentForm } from "./RepaymentForm.tsx";
import { TakenSlip } from "./TakenSlip.tsx";
import { TillClosed } from "./TillClosed.tsx";
import type { Taken } from "./useTaking.ts";

/** Until another loan's form is open: from then on this one is what is being typed. */
function isOffered(kept: RepaymentDraft, form: RepaymentDraft | null): boolean {
  return form === null || (kept.loanRef === form.loanRef && kept.captureId !== form.captureId);
}

export function RepaymentPage({ loanRef }: { loanRef?: string }) {
  const { t } = useTranslation("repayments");
  const { currency } = useOffice();
  const first = useProvider("repayment")?.id ?? "";
  const till = useCall("till.status", {}).value;
  const { kept, forget } = useKeptDraft();
  const [chosen, setChosen] = useState<string | null>(null);
  const providerId = chosen ?? first;
  const [draft, setDraft] = useState<RepaymentDraft | null>(() =>
    loanRef === undefined ? null : newDraft(providerId, loanRef),
  );
  const [openFor, setOpenFor] = useState<string | null>(null);
  const [taken, setTaken] = useState<Taken | null>(null);
  const info = useCall(
    "loans.info",
    { providerId: draft?.providerId ?? "", loanRef: draft?.loanRef ?? "" },
    { enabled: draft !== null && taken === null },
  );
  const takenHere = useTakenHere(draft?.loanRef ?? null);

  // Once the form is open it stays: reading the balance again must not take away what was typed.
  const isKnown = info.value !== undefined || (info.error !== null && isNoAnswer(info.error.code));
  if (draft !== null && isKnown && openFor !== draft.captureId) setOpenFor(draft.captureId);

  if (taken !== null) return <TakenSlip taken={taken} />;
  if (till !== undefined && !till.open) return <TillClosed />;

  const form = draft !== null && openFor === draft.captureId ? draft : null;
  const loan: LoanAtCounter =
    info.value === undefined ? { kind: "neverRead" } : { kind: "read", info: info.value };

  function find(reference: string): void {
    if (draft?.loanRef === reference && draft.providerId === providerId) info.again();
    else setDraft(newDraft(providerId, reference));
  }

  return (
    <>
      <PageHeading>{t("title")}</PageHeading>
      {kept !== null && isOffered(kept.draft, form) && (
        <DraftOffer kept={kept} onGoOn={() => setDraft(kept.draft)} onForget={forget} />
      )}
      {form === null ? (
        <ReferenceForm
          loanRef={draft?.loanRef ?? ""}
          providerId={providerId}
          onProvider={setChosen}
          busy={info.busy}
          error={info.busy ? null : info.error}
          again={info.again}
          onFind={find}
        />
      ) : (
        <>
          <LoanBand
            loanRef={form.loanRef}
            loan={loan}
            takenHere={takenHere}
            currency={currency}
            onReadAgain={info.again}
            reading={info.busy}
            onOther={() => setDraft(null)}
          />
          {info.error !== null && !isNoAnswer(info.error.code) && <ErrorNote error={info.error} />}
          <RepaymentForm
            key={form.captureId}
            draft={form}
            loan={loan}
            pendingMinor={takenHere.sumMinor}
            currency={currency}
            onTaken={setTaken}
          />
        </>
      )}
    </>
  );
}
