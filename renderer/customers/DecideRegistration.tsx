/** Records what the register's people have said about a registration that got no answer. */
import { Button, Group, Radio } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useErrorWords } from "../bridge/errorSentence.ts";
import { usePerson } from "../bridge/session.ts";
import { useAction } from "../bridge/useAction.ts";
import { ApprovalFields, approvalOf, isAboutApproval, noApproval } from "../components/ApprovalFields.tsx";
import { ErrorNote } from "../components/ErrorNote.tsx";
import { TextField } from "../components/TextField.tsx";
import styles from "./Customers.module.css";

export type DecideRegistrationProps = { onboardingId: string; onDecided: () => void };

export function DecideRegistration({ onboardingId, onDecided }: DecideRegistrationProps) {
  const { t } = useTranslation(["customers", "common"]);
  const errorWords = useErrorWords();
  const person = usePerson();
  const decide = useAction("customers.decideDoubt");
  const [decision, setDecision] = useState<"arrived" | "notArrived">("arrived");
  const [note, setNote] = useState("");
  const [approval, setApproval] = useState(noApproval);
  const [tried, setTried] = useState(false);
  const { error } = decide;
  const onApproval = isAboutApproval(error);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    if (note.trim() === "") return;
    const consent = approvalOf(approval);
    const reply = await decide.run({
      onboardingId,
      decision,
      note: note.trim(),
      ...(consent === undefined ? {} : { approval: consent }),
    });
    if (reply.ok) onDecided();
  }

  return (
    <form className={styles.decide} onSubmit={(event) => void submit(event)} noValidate>
      <p className={styles.soft}>{t("doubts.decideText")}</p>
      <Radio.Group
        size="md"
        value={decision}
        onChange={(next) => setDecision(next === "arrived" ? "arrived" : "notArrived")}
        aria-label={t("doubts.decide")}
      >
        <Group gap="md">
          <Radio value="arrived" label={t("doubts.arrived")} />
          <Radio value="notArrived" label={t("doubts.notArrived")} />
        </Group>
      </Radio.Group>
      <TextField
        label={t("doubts.note")}
        maxLength={1000}
        value={note}
        error={tried && note.trim() === "" ? t("common:field.required") : undefined}
        onChange={(change) => setNote(change.currentTarget.value)}
      />
      {person?.role === "cashier" && (
        <ApprovalFields
          what="customer.doubtDecided"
          value={approval}
          onChange={setApproval}
          error={onApproval && error !== null ? errorWords(error).sentence : undefined}
        />
      )}
      {!onApproval && <ErrorNote error={error} again={decide.again} />}
      <Group>
        <Button type="submit" size="sm" loading={decide.busy}>
          {t("doubts.record")}
        </Button>
      </Group>
    </form>
  );
}
