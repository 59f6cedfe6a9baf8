/** One decision, asked with what it does, a note for the journal and, where two are needed, the second person. */
import { Textarea } from "@mantine/core";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ApprovalAct } from "../../shared/approvals.ts";
import type { CallError, Envelope } from "../../shared/errors.ts";
import { formatMinor } from "../../shared/money.ts";
import type { OutboxItem } from "../../shared/outbox.ts";
import { useErrorWords } from "../bridge/errorSentence.ts";
import { useAction } from "../bridge/useAction.ts";
import {
  type ApprovalDraft,
  ApprovalFields,
  approvalOf,
  isAboutApproval,
  noApproval,
} from "../components/ApprovalFields.tsx";
import { ErrorNote } from "../components/ErrorNote.tsx";
import { Question } from "../components/Question.tsx";
import { TextField } from "../components/TextField.tsx";
import { useLanguage } from "../i18n/useLanguage.ts";
import type { Decision, GivenBack } from "./decision.ts";

/** Always a second person's business too; the others only where the core asks for one. */
const withTwo: readonly Decision[] = ["posted", "notPosted", "sendAgain", "void"];
/** They cannot be taken back. */
const final: readonly Decision[] = ["posted", "notPosted", "sendAgain", "void"];

function actOf(decision: Decision): ApprovalAct {
  return decision === "giveBack" ? "repayments.giveBack" : `outbox.${decision}`;
}

export type DecisionQuestionProps = {
  item: OutboxItem;
  decision: Decision;
  /** `done` where the decision was taken. */
  onClose: (done: boolean) => void;
  onGivenBack: (slip: GivenBack) => void;
};

export function DecisionQuestion({ item, decision, onClose, onGivenBack }: DecisionQuestionProps) {
  const { t } = useTranslation(["outbox", "common"]);
  const errorWords = useErrorWords();
  const language = useLanguage();
  const resolve = useAction("outbox.resolve");
  const withdraw = useAction("outbox.void");
  const giveBack = useAction("repayments.giveBack");
  const [note, setNote] = useState("");
  const [loanRef, setLoanRef] = useState(item.loanRef);
  const [approval, setApproval] = useState<ApprovalDraft>(noApproval);
  const [noteMissing, setNoteMissing] = useState(false);
  const noteField = useRef<HTMLTextAreaElement>(null);

  const { itemId } = item;
  const amount = `${formatMinor(item.amountMinor, language)} ${item.currency}`;
  const named = { amount, loanRef: item.loanRef, receiptNo: item.receiptNo };
  const error = resolve.error ?? withdraw.error ?? giveBack.error;
  const mayCorrect =
    decision === "release" && item.kind === "repayment" && item.evidence.attempts.length === 0;
  const isCorrected = mayCorrect && loanRef.trim() !== item.loanRef;
  const needsNote = decision !== "giveBack";
  // Other data of this till may have sent it: two people answer for its release, too.
  const isHeldBack = item.state === "held" && item.reason === "sendingOff";
  const needsTwo = withTwo.includes(decision) || isHeldBack || isCorrected || isAboutApproval(error);

  async function send(): Promise<Envelope<unknown>> {
    const second = approvalOf(approval);
    const consent = second === undefined ? {} : { approval: second };
    if (decision === "void") return withdraw.run({ itemId, reason: note.trim(), ...consent });
    if (decision === "giveBack") {
      const reply = await giveBack.run({ itemId, ...consent });
      if (reply.ok) onGivenBack(reply.value);
      return reply;
    }
    const corrected = isCorrected ? { loanRef: loanRef.trim() } : {};
    return resolve.run({ itemId, decision, note: note.trim(), ...corrected, ...consent });
  }

  /** After a wrong PIN or code the second person types it again at once. */
  function pinField(): HTMLInputElement | null {
    return document.querySelector<HTMLInputElement>("[role=dialog] fieldset input[inputmode=numeric]");
  }

  async function decide(): Promise<void> {
    if (needsNote && note.trim() === "") {
      setNoteMissing(true);
      noteField.current?.focus();
      return;
    }
    const reply = await send();
    if (reply.ok) onClose(true);
    else if (isAboutApproval(reply.error)) pinField()?.focus();
  }

  const sentenceOf = (failure: CallError) => errorWords(failure).sentence;
  const hasFields = needsNote || needsTwo;
  return (
    <Question
      open
      hasFields={hasFields}
      title={t(`decide.${decision}.title`, named)}
      safe={{ verb: t("decide.leave"), onChoose: () => onClose(false) }}
      others={[
        {
          verb: t(`decide.${decision}.verb`),
          onChoose: () => void decide(),
          busy: resolve.busy || withdraw.busy || giveBack.busy,
          ...(final.includes(decision) ? { kind: "danger" as const } : {}),
        },
      ]}
    >
      <p>
        {decision === "void" && isHeldBack
          ? t("decide.void.doesHeldBack", named)
          : t(`decide.${decision}.does`, named)}
      </p>
      {mayCorrect && (
        <TextField
          label={t("decide.loanRef")}
          hint={t("decide.loanRefHint")}
          inputMode="numeric"
          maxLength={18}
          value={loanRef}
          error={error?.field === "loanRef" ? sentenceOf(error) : undefined}
          onChange={(change) => setLoanRef(change.currentTarget.value)}
        />
      )}
      {needsNote && (
        <Textarea
          ref={noteField}
          data-autofocus
          label={t(decision === "void" ? "decide.reason" : "decide.note")}
          description={t(decision === "void" ? "decide.reasonHint" : "decide.noteHint")}
          value={note}
          maxLength={decision === "void" ? 300 : 1000}
          autosize
          minRows={2}
          error={noteMissing ? t("common:field.required") : undefined}
          onChange={(change) => {
            setNote(change.currentTarget.value);
            setNoteMissing(false);
          }}
        />
      )}
      {needsTwo && (
        <ApprovalFields
          what={actOf(decision)}
          value={approval}
          onChange={setApproval}
          error={error !== null && isAboutApproval(error) ? sentenceOf(error) : undefined}
        />
      )}
      {!isAboutApproval(error) && error?.field !== "loanRef" && <ErrorNote error={error} />}
    </Question>
  );
}
