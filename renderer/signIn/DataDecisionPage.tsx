/** The data folder needs a person's decision: damaged, restored from a backup, or copied from another computer. */
import { Button, Group } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { SetupView } from "../../shared/api/setup.ts";
import { useAction } from "../bridge/useAction.ts";
import { useCall } from "../bridge/useCall.ts";
import { ErrorNote } from "../components/ErrorNote.tsx";
import { PageHeading } from "../components/PageHeading.tsx";
import { TextField } from "../components/TextField.tsx";
import { useOpeningFocus } from "../firstRun/useOpeningFocus.ts";
import { LanguageChoice } from "./LanguageChoice.tsx";
import styles from "./SignInPage.module.css";
import { unsettledCount } from "./unsettledCount.ts";

type DataProblem = Exclude<SetupView["locked"], "keyring" | null>;

export type DataDecisionPageProps = {
  problem: DataProblem;
  /** What the program itself says about it. */
  found: SetupView["problem"];
  onLookOnly: () => void;
};

export function DataDecisionPage({ problem, found, onLookOnly }: DataDecisionPageProps) {
  const { t } = useTranslation(["setup", "common"]);
  const accept = useAction("setup.acceptData");
  const waiting = unsettledCount(useCall("till.status", {}).value?.items ?? {});
  const page = useOpeningFocus<HTMLFormElement>();
  const [name, setName] = useState("");
  const [pin, setPin] = useState("");
  const [note, setNote] = useState("");
  const complete = name.trim() !== "" && pin !== "" && note.trim() !== "";

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (complete) void accept.run({ name, pin, note });
  }

  return (
    <main className={styles.page}>
      <div />
      <form ref={page} className={styles.body} onSubmit={submit}>
        <PageHeading>{t(`decision.${problem}.title`)}</PageHeading>
        <div className={styles.narrow}>
          <p>{t(`decision.${problem}.text`)}</p>
          <p>{t("decision.after")}</p>
          {found !== null && (
            <dl className={styles.facts}>
              <dt>{t("decision.found")}</dt>
              <dd lang="en">{found.detail}</dd>
              <dt>{t("decision.entries")}</dt>
              <dd>{found.entries}</dd>
              <dt>{t("decision.head")}</dt>
              <dd>{found.head.slice(0, 16)}</dd>
            </dl>
          )}
          {found !== null && <p className={styles.soft}>{t("decision.compare")}</p>}
          {waiting > 0 && <p>{t("unlock.waiting", { count: waiting })}</p>}
          <TextField
            label={t("decision.note")}
            hint={t("decision.noteHint")}
            maxLength={500}
            value={note}
            onChange={(change) => setNote(change.currentTarget.value)}
          />
          <TextField
            label={t("decision.name")}
            maxLength={80}
            value={name}
            onChange={(change) => setName(change.currentTarget.value)}
          />
          <TextField
            label={t("decision.pin")}
            secret
            inputMode="numeric"
            maxLength={40}
            value={pin}
            onChange={(change) => setPin(change.currentTarget.value)}
          />
          <ErrorNote error={accept.error} again={accept.again} />
          <Group>
            <Button onClick={onLookOnly}>{t("decision.later")}</Button>
            <Button type="submit" variant="default" loading={accept.busy} disabled={!complete}>
              {t("decision.accept")}
            </Button>
          </Group>
        </div>
      </form>
      <footer className={styles.foot}>
        <LanguageChoice />
      </footer>
    </main>
  );
}
