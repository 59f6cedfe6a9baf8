/** The one clear next action of a loan, and why what comes later cannot be done yet. */
import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { LoanView } from "../../../shared/api/loans.ts";
import { goTo } from "../../app/place.ts";
import { KeyHint } from "../../components/KeyHint.tsx";
import { TimeAgo } from "../../components/TimeAgo.tsx";
import { LetterOffer } from "../../letters/LetterOffer.tsx";
import { AgreementPanel, AgreementPaper } from "./AgreementPanel.tsx";
import { DoubtDecision } from "./DoubtDecision.tsx";
import { FetchAgreement } from "./FetchAgreement.tsx";
import { LoanBooks } from "./LoanBooks.tsx";
import styles from "./LoanPage.module.css";
import { SignedFiles } from "./SignedFiles.tsx";
import { UploadState } from "./UploadState.tsx";
import type { AskingLender } from "./useAskLender.ts";

export type NextActionProps = { loan: LoanView; currency: string; asking: AskingLender };

export function NextAction({ loan, currency, asking }: NextActionProps) {
  const { t } = useTranslation(["loans", "states"]);
  const ask = (
    <Button onClick={asking.ask} loading={asking.busy}>
      {t("ask.now")}
    </Button>
  );
  switch (loan.step) {
    case "inDoubt":
      return <DoubtDecision loan={loan} />;
    case "submitted":
      return (
        <Card title={t("next.submitted.title")} text={t("next.submitted.text")} later={t("later.agreement")}>
          {ask}
        </Card>
      );
    case "approved":
      return (
        <Card title={t("next.approved.title")} text={t("next.approved.text")} later={t("later.payout")}>
          <FetchAgreement loan={loan} />
        </Card>
      );
    case "agreement":
      return (
        <>
          <Card title={t("next.agreement.title")} text={t("next.agreement.text")} later={t("later.payout")}>
            {loan.agreementDocumentId !== null && (
              <AgreementPaper loan={loan} documentId={loan.agreementDocumentId} />
            )}
            <SignedFiles loan={loan} />
          </Card>
          <AgreementPanel loan={loan} previewOnly />
        </>
      );
    case "signed":
      return (
        <>
          <Card title={t("next.signed.title")} text={t("next.signed.text")} later={t("later.payout")}>
            <UploadState loan={loan} />
          </Card>
          <AgreementPanel loan={loan} />
        </>
      );
    case "uploaded":
      return (
        <>
          <Card title={t("next.uploaded.title")} text={t("next.uploaded.text")} later={t("later.release")}>
            {loan.upload?.state === "perhapsUploaded" && <UploadState loan={loan} />}
            {ask}
          </Card>
          <AgreementPanel loan={loan} />
        </>
      );
    case "releasable":
      return <PayOut loan={loan} />;
    case "handedOver":
      return (
        <Card title={t("next.handedOver.title")} text={t("next.handedOver.text")} later={t("later.repay")}>
          <PayoutEntry loan={loan} primary />
          {ask}
        </Card>
      );
    case "active":
      return (
        <Card title={t("next.active.title")} text={t("next.active.text")}>
          <Button
            onClick={() =>
              goTo({ at: "repayment", ...(loan.loanRef === null ? {} : { loanRef: loan.loanRef }) })
            }
            rightSection={<KeyHint keys="F3" />}
          >
            {t("next.active.button")}
          </Button>
          <PayoutEntry loan={loan} />
          {loan.remainingMinor === 0 && <LetterOffer loanRef={loan.loanRef} />}
          <LoanBooks loan={loan} currency={currency} />
        </Card>
      );
    case "closed":
    case "rejected":
      return (
        <Card title={t(`next.${loan.step}.title`)} text={t(`next.${loan.step}.text`)}>
          <PayoutEntry loan={loan} />
          {loan.step === "closed" && <LetterOffer loanRef={loan.loanRef} />}
        </Card>
      );
    case "cancelled":
      return loan.loanRef === null ? (
        <Card title={t("steps.notTaken")} text={t("next.notTaken.text")} />
      ) : (
        <Card title={t("next.cancelled.title")} text={t("next.cancelled.text")} />
      );
  }
}

function Card(props: { title: string; text: string; later?: string; children?: ReactNode }) {
  const { t } = useTranslation("loans");
  return (
    <section className={styles.card}>
      <h2 tabIndex={-1} data-next>
        {props.title}
      </h2>
      <p>{props.text}</p>
      {props.children !== undefined && <div className={styles.cardActions}>{props.children}</div>}
      {props.later !== undefined && (
        <p className={styles.later}>
          <b>{t("later.label")}</b> {props.later}
        </p>
      )}
    </section>
  );
}

function PayOut({ loan }: { loan: LoanView }) {
  const { t } = useTranslation("loans");
  const { payout, release } = loan;
  const isBegun = payout !== null && payout.state !== "handedOver";
  return (
    <Card
      title={t(isBegun ? "next.begun.title" : "next.releasable.title")}
      text={t(isBegun ? "next.begun.text" : "next.releasable.text")}
    >
      <Button
        onClick={() => goTo({ at: "payout", loanId: loan.loanId })}
        rightSection={<KeyHint keys="F4" />}
      >
        {t(isBegun ? "next.begun.button" : "next.releasable.button")}
      </Button>
      {!isBegun && release !== null && (
        <p className={styles.soft}>
          {t("next.releasable.reading")} <TimeAgo at={release.at} />
        </p>
      )}
    </Card>
  );
}

/** The payout's own slip, with its state and evidence. */
function PayoutEntry({ loan, primary = false }: { loan: LoanView; primary?: boolean }) {
  const { t } = useTranslation("loans");
  const itemId = loan.payout?.itemId ?? null;
  if (itemId === null) return null;
  return (
    <Button variant={primary ? "filled" : "default"} onClick={() => goTo({ at: "outbox", itemId })}>
      {t("next.payoutEntry", { receiptNo: loan.payout?.receiptNo ?? "" })}
    </Button>
  );
}
