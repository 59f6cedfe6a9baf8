/** A request without an answer: read back through the borrower's accounts, or decided by a person who asked the lender. */
import { Button, Group, Radio } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { LoanAccountView } from "../../shared/api/customers.ts";
import { decimalsOf } from "../../shared/currencies.ts";
import { useErrorWords } from "../bridge/errorSentence.ts";
import { usePerson } from "../bridge/session.ts";
import { useAction } from "../bridge/useAction.ts";
import { ApprovalFields, approvalOf, isAboutApproval, noApproval } from "../components/ApprovalFields.tsx";
import { ErrorNote } from "../components/ErrorNote.tsx";
import { Money } from "../components/Money.tsx";
import { TextField } from "../components/TextField.tsx";
import styles from "./Accounts.module.css";

export type AccountDoubtProps = {
  captureId: string;
  requestedMinor: number;
  currency: string;
  onChanged: (account: LoanAccountView) => void;
};

export function AccountDoubt({ captureId, requestedMinor, currency, onChanged }: AccountDoubtProps) {
  const { t } = useTranslation("accounts");
  const readBack = useAction("accounts.readBack");
  const candidates = readBack.value?.candidates ?? [];
  const decimals = decimalsOf(currency);

  async function look(): Promise<void> {
    const reply = await readBack.run({ captureId });
    if (reply.ok && reply.value.accountId !== null) onChanged(reply.value);
  }

  return (
    <>
      <section className={styles.doubt} role="status">
        <p>
          <b>{t("doubt.sent")}</b>{" "}
          <Money amountMinor={requestedMinor} currency={currency} decimals={decimals} size="total" />
        </p>
        <p>{t("doubt.todo")}</p>
        <Button data-first-focus loading={readBack.busy} onClick={() => void look()}>
          {t("doubt.look")}
        </Button>
        {readBack.value !== undefined && readBack.value.accountId === null && (
          <p>{t(candidates.length > 0 ? "doubt.candidates" : "doubt.notFound")}</p>
        )}
        {candidates.length > 0 && (
          <ul className={styles.candidates}>
            {candidates.map(({ accountId, name, status, amountMinor }) => (
              <li key={accountId}>
                <b>{accountId}</b> {[name, status].filter((part) => part !== null).join(" · ")}{" "}
                <Money amountMinor={amountMinor} currency={currency} decimals={decimals} />
              </li>
            ))}
          </ul>
        )}
        <ErrorNote error={readBack.error} again={readBack.again} />
      </section>
      <Decide captureId={captureId} onChanged={onChanged} />
    </>
  );
}

function Decide({ captureId, onChanged }: Pick<AccountDoubtProps, "captureId" | "onChanged">) {
  const { t } = useTranslation(["accounts", "common"]);
  const errorWords = useErrorWords();
  const person = usePerson();
  const decide = useAction("accounts.decideDoubt");
  const [decision, setDecision] = useState<"created" | "notCreated">("created");
  const [accountId, setAccountId] = useState("");
  const [note, setNote] = useState("");
  const [approval, setApproval] = useState(noApproval);
  const [tried, setTried] = useState(false);
  const required = t("common:field.required");
  const isCreated = decision === "created";
  const { error } = decide;
  const onApproval = isAboutApproval(error);
  const onAccountId = error?.field === "accountId";

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    if (note.trim() === "" || (isCreated && accountId.trim() === "")) return;
    const consent = approvalOf(approval);
    const reply = await decide.run({
      captureId,
      decision,
      note: note.trim(),
      ...(isCreated ? { accountId: accountId.trim() } : {}),
      ...(consent === undefined ? {} : { approval: consent }),
    });
    if (reply.ok) onChanged(reply.value);
  }

  return (
    <form className={styles.decide} onSubmit={(event) => void submit(event)} noValidate>
      <h2>{t("decide.title")}</h2>
      <p className={styles.text}>{t("decide.text")}</p>
      <Radio.Group
        size="md"
        value={decision}
        onChange={(next) => setDecision(next === "created" ? "created" : "notCreated")}
        aria-label={t("decide.title")}
      >
        <Group gap="md">
          <Radio value="created" label={t("decide.created")} />
          <Radio value="notCreated" label={t("decide.notCreated")} />
        </Group>
      </Radio.Group>
      {isCreated && (
        <TextField
          label={t("decide.accountId")}
          maxLength={40}
          value={accountId}
          error={
            tried && accountId.trim() === ""
              ? required
              : onAccountId && error !== null
                ? errorWords(error).sentence
                : undefined
          }
          onChange={(change) => setAccountId(change.currentTarget.value)}
        />
      )}
      <TextField
        label={t("decide.note")}
        hint={t("decide.noteHint")}
        maxLength={1000}
        value={note}
        error={tried && note.trim() === "" ? required : undefined}
        onChange={(change) => setNote(change.currentTarget.value)}
      />
      {person?.role === "cashier" && (
        <ApprovalFields
          what="account.doubtDecided"
          value={approval}
          onChange={setApproval}
          error={onApproval && error !== null ? errorWords(error).sentence : undefined}
        />
      )}
      {!onApproval && !onAccountId && <ErrorNote error={error} again={decide.again} />}
      <Group>
        <Button type="submit" variant="default" loading={decide.busy}>
          {t("decide.button")}
        </Button>
      </Group>
    </form>
  );
}
