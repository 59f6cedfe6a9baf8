/** A payout begun without an end: who has the cash, what the drawer holds, and a second person. */
import { Button, Radio } from "@mantine/core";
import { type FormEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { LoanView } from "../../shared/api/loans.ts";
import { useOffice } from "../app/office.ts";
import { goTo } from "../app/place.ts";
import { useErrorWords } from "../bridge/errorSentence.ts";
import { useAction } from "../bridge/useAction.ts";
import { ApprovalFields, approvalOf, isAboutApproval, noApproval } from "../components/ApprovalFields.tsx";
import { ErrorNote } from "../components/ErrorNote.tsx";
import { Money } from "../components/Money.tsx";
import { PageHeading } from "../components/PageHeading.tsx";
import { CountFields } from "../till/CountFields.tsx";
import { noCount, readCount } from "../till/count.ts";
import { useViewFocus } from "../till/useViewFocus.ts";
import { Difference } from "./Difference.tsx";
import type { Paid } from "./PaidSlip.tsx";
import styles from "./Payout.module.css";

type Answer = "yes" | "no";
type Problem = "answer" | "count" | "approval";

export type SettlePayoutProps = {
  loan: LoanView;
  payout: NonNullable<LoanView["payout"]>;
  /** True after a crash; false where the clerk says that the customer did not take the cash. */
  interrupted: boolean;
  onPaid: (paid: Paid) => void;
  onBack?: () => void;
};

export function SettlePayout({ loan, payout, interrupted, onPaid, onBack }: SettlePayoutProps) {
  const { t } = useTranslation(["payout", "common"]);
  const { currency } = useOffice();
  const errorWords = useErrorWords();
  const settle = useAction("payouts.settle");
  const [answer, setAnswer] = useState<Answer | null>(interrupted ? null : "no");
  const [count, setCount] = useState(noCount);
  const [approval, setApproval] = useState(noApproval);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [differenceMinor, setDifferenceMinor] = useState<number | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const page = useViewFocus(differenceMinor === null ? "settle" : "settled");
  const { error } = settle;

  function fail(at: Problem): void {
    setProblem(at);
    form.current?.querySelector<HTMLInputElement>(`[data-part="${at}"] input`)?.focus();
  }

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const counted = readCount(count);
    const consent = approvalOf(approval);
    if (answer === null) return fail("answer");
    if (!counted.ok || counted.isEmpty) return fail("count");
    if (consent === undefined) return fail("approval");
    setProblem(null);
    const reply = await settle.run({
      checkId: payout.checkId,
      handedOver: answer === "yes",
      countedMinor: counted.totalMinor,
      approval: consent,
    });
    if (!reply.ok) {
      if (isAboutApproval(reply.error) || reply.error.code === "wrongPin") fail("approval");
      return;
    }
    const { itemId, receiptNo } = reply.value;
    if (itemId !== undefined && receiptNo !== undefined)
      onPaid({
        itemId,
        receiptNo,
        loanId: loan.loanId,
        loanRef: loan.loanRef ?? "",
        amountMinor: payout.amountMinor,
        clientName: loan.clientName,
        differenceMinor: reply.value.differenceMinor,
      });
    else setDifferenceMinor(reply.value.differenceMinor);
  }

  if (differenceMinor !== null)
    return (
      <div ref={page}>
        <PageHeading>{t("settle.doneTitle")}</PageHeading>
        <section className={styles.done} role="status">
          <p>{t("settle.doneText")}</p>
          <Difference minor={differenceMinor} currency={currency} />
          <Button onClick={() => goTo({ at: "payout", loanId: loan.loanId })}>
            {t("settle.checkAgain")}
          </Button>
        </section>
      </div>
    );
  const approvalError =
    problem === "approval"
      ? error === null
        ? t("settle.approvalNeeded")
        : errorWords(error).sentence
      : undefined;
  return (
    <div ref={page}>
      <PageHeading lead={t(interrupted ? "settle.lead" : "settle.notTakenLead")}>
        {t("settle.title", { loanRef: loan.loanRef ?? "–" })}
      </PageHeading>
      <form ref={form} className={styles.settle} onSubmit={(event) => void submit(event)} noValidate>
        <section className={styles.who} data-part="answer">
          <p className={styles.name}>{loan.clientName}</p>
          <p className={styles.amount}>
            <Money amountMinor={payout.amountMinor} currency={currency} size="large" />
          </p>
          <Radio.Group
            label={t("settle.question")}
            value={answer ?? ""}
            onChange={(value) => setAnswer(value === "yes" ? "yes" : "no")}
            error={problem === "answer" ? t("settle.answerNeeded") : undefined}
          >
            <div className={styles.radios}>
              <Radio value="yes" label={t("settle.yes")} data-first-focus={interrupted ? true : undefined} />
              <Radio value="no" label={t("settle.no")} data-first-focus={interrupted ? undefined : true} />
            </div>
          </Radio.Group>
        </section>
        <section data-part="count">
          <h2>{t("settle.count")}</h2>
          <p className={styles.soft}>{t("settle.countText")}</p>
          {problem === "count" && <p className={styles.problem}>{t("settle.countNeeded")}</p>}
          <CountFields currency={currency} value={count} onChange={setCount} />
        </section>
        <section data-part="approval">
          <ApprovalFields
            value={approval}
            onChange={setApproval}
            what="payouts.settle"
            why={t("settle.approvalWhy")}
            error={approvalError}
          />
        </section>
        {error !== null && approvalError === undefined && <ErrorNote error={error} again={settle.again} />}
        <div className={styles.actions}>
          <Button type="submit" size="lg" loading={settle.busy}>
            {t("settle.button")}
          </Button>
          {onBack !== undefined && (
            <Button size="lg" variant="default" onClick={onBack}>
              {t("common:actions.back")}
            </Button>
          )}
        </div>
      </form>
    </div>
  );
}
