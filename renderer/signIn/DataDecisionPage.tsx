/** The data folder needs a person's decision: damaged, restored from a backup, or copied from another computer. */
import { Button, Group } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { SetupView } from "../../shared/api/setup.ts";
import { useAction } from "../bridge/useAction.ts";
import { ErrorNote } from "../components/ErrorNote.tsx";
import { PageHeading } from "../components/PageHeading.tsx";
import { TextField } from "../components/TextField.tsx";
import { useOpeningFocus } from "../firstRun/useOpeningFocus.ts";
import { LanguageChoice } from "./LanguageChoice.tsx";
import styles from "./SignInPage.module.css";

type DataProblem = Exclude<SetupView["locked"], "keyring" | null>;

export function DataDecisionPage({ problem, onLookOnly }: { problem: DataProblem; onLookOnly: () => void }) {
  const { t } = useTranslation(["setup", "common"]);
  const accept = useAction("setup.acceptData");
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
