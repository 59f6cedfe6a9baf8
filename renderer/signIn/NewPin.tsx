/** A PIN of an older rule lets its owner in once more, and is replaced on the way. */
import { Button, Group } from "@mantine/core";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useErrorWords } from "../bridge/errorSentence.ts";
import { useAction } from "../bridge/useAction.ts";
import { ErrorNote } from "../components/ErrorNote.tsx";
import { TextField } from "../components/TextField.tsx";
import styles from "./SignInPage.module.css";

export type NewPinProps = { name: string; pin: string; onBack: () => void };

export function NewPin({ name, pin, onBack }: NewPinProps) {
  const { t } = useTranslation(["signIn", "setup", "common"]);
  const errorWords = useErrorWords();
  const signIn = useAction("staff.signIn");
  const [newPin, setNewPin] = useState("");
  const [again, setAgain] = useState("");
  const [tried, setTried] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const isLong = /^\d{6,12}$/.test(newPin);
  const { error } = signIn;
  const aboutPin = error?.field === "newPin" ? errorWords(error).sentence : undefined;

  useEffect(() => field.current?.focus(), []);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    if (!isLong) return field.current?.focus();
    if (newPin !== again) return;
    const reply = await signIn.run({ name, pin, newPin });
    if (!reply.ok) field.current?.focus();
  }

  return (
    <form className={styles.entry} onSubmit={(event) => void submit(event)} noValidate>
      <h2 className={styles.subtitle}>{t("newPin.title")}</h2>
      <p className={styles.reason}>{t("newPin.text")}</p>
      <TextField
        ref={field}
        label={t("newPin.pin")}
        hint={t("setup:admin.pinHint")}
        secret
        inputMode="numeric"
        maxLength={12}
        value={newPin}
        error={tried && !isLong ? t("newPin.tooShort") : aboutPin}
        onChange={(change) => {
          setNewPin(change.currentTarget.value);
          signIn.reset();
        }}
      />
      <TextField
        label={t("newPin.again")}
        secret
        inputMode="numeric"
        maxLength={12}
        value={again}
        error={tried && isLong && newPin !== again ? t("newPin.differs") : undefined}
        onChange={(change) => setAgain(change.currentTarget.value)}
      />
      {aboutPin === undefined && <ErrorNote error={error} />}
      <Group>
        <Button type="submit" size="lg" loading={signIn.busy}>
          {t("newPin.go")}
        </Button>
        <Button size="lg" variant="default" onClick={onBack}>
          {t("common:actions.back")}
        </Button>
      </Group>
    </form>
  );
}
