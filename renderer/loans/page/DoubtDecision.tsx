/** An application without an answer: nobody applies again, somebody asks the lender, and a supervisor decides. */
import { Button, Radio } from "@mantine/core";
import { type FormEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { LoanView } from "../../../shared/api/loans.ts";
import { loanRef as loanRefSchema } from "../../../shared/api/values.ts";
import { useErrorWords } from "../../bridge/errorSentence.ts";
import { usePerson } from "../../bridge/session.ts";
import { useAction } from "../../bridge/useAction.ts";
import { ErrorNote } from "../../components/ErrorNote.tsx";
import { TextField } from "../../components/TextField.tsx";
import styles from "./LoanPage.module.css";

type Decision = "received" | "notReceived";
type Problems = { decision?: string; loanRef?: string; note?: string };

export function DoubtDecision({ loan }: { loan: LoanView }) {
  const { t } = useTranslation("loans");
  const person = usePerson();
  const isSupervisor = person !== null && person.role !== "cashier";
  return (
    <section className={styles.inDoubt}>
      <h2>{t("doubt.title")}</h2>
      <p className={styles.strong}>{t("doubt.warning")}</p>
      <p>{t("doubt.text")}</p>
      {loan.lenderSaid !== null && (
        <p className={styles.soft}>{t("doubt.wire", { message: loan.lenderSaid })}</p>
      )}
      {isSupervisor ? <Deciding loanId={loan.loanId} /> : <p>{t("doubt.supervisor")}</p>}
    </section>
  );
}

function Deciding({ loanId }: { loanId: string }) {
  const { t } = useTranslation(["loans", "common"]);
  const errorWords = useErrorWords();
  const decide = useAction("loans.decideDoubt");
  const form = useRef<HTMLFormElement>(null);
  const [decision, setDecision] = useState<Decision | null>(null);
  const [reference, setReference] = useState("");
  const [note, setNote] = useState("");
  const [problems, setProblems] = useState<Problems>({});
  const { error } = decide;
  const refused = error?.field === "loanRef" ? errorWords(error).sentence : undefined;

  function found(): Problems {
    const isReference = loanRefSchema.safeParse(reference.trim()).success;
    return {
      ...(decision === null ? { decision: t("doubt.decisionNeeded") } : {}),
      ...(decision === "received" && !isReference ? { loanRef: t("doubt.referenceNeeded") } : {}),
      ...(note.trim() === "" ? { note: t("doubt.noteNeeded") } : {}),
    };
  }

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const obstacles = found();
    setProblems(obstacles);
    const [at] = Object.keys(obstacles);
    if (at !== undefined || decision === null) {
      form.current
        ?.querySelector<HTMLInputElement>(`[data-part="${at}"] input, input[name="${at}"]`)
        ?.focus();
      return;
    }
    await decide.run({
      loanId,
      decision,
      note: note.trim(),
      ...(decision === "received" ? { loanRef: reference.trim() } : {}),
    });
  }

  return (
    <form ref={form} className={styles.deciding} onSubmit={(event) => void submit(event)} noValidate>
      <Radio.Group
        data-part="decision"
        label={t("doubt.question")}
        error={problems.decision}
        value={decision ?? ""}
        onChange={(value) => setDecision(value === "received" ? "received" : "notReceived")}
      >
        <div className={styles.radios}>
          <Radio value="received" label={t("doubt.received")} />
          <Radio value="notReceived" label={t("doubt.notReceived")} />
        </div>
      </Radio.Group>
      {decision === "received" && (
        <TextField
          name="loanRef"
          label={t("doubt.reference")}
          inputMode="numeric"
          maxLength={20}
          value={reference}
          error={problems.loanRef ?? refused}
          onChange={(change) => setReference(change.currentTarget.value)}
        />
      )}
      <TextField
        name="note"
        label={t("doubt.note")}
        hint={t("doubt.noteHint")}
        maxLength={1000}
        value={note}
        error={problems.note}
        onChange={(change) => setNote(change.currentTarget.value)}
      />
      {refused === undefined && <ErrorNote error={error} again={decide.again} />}
      <div>
        <Button type="submit" loading={decide.busy}>
          {t(`doubt.decide.${decision ?? "open"}`)}
        </Button>
      </div>
    </form>
  );
}
