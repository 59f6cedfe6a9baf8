/** Carries this till's unsettled work out into a file for another till, asked once more before it is set apart for good. */
import { Button } from "@mantine/core";
import { type FormEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { SafetyView } from "../../shared/api/safety.ts";
import type { CallValue } from "../../shared/api.ts";
import type { CallError } from "../../shared/errors.ts";
import { useAction } from "../bridge/useAction.ts";
import { clockText } from "../components/clockTexts.ts";
import { useNow } from "../components/now.ts";
import { Question } from "../components/Question.tsx";
import { TextField } from "../components/TextField.tsx";
import { useLanguage } from "../i18n/useLanguage.ts";
import { SafetyNote, useSafetySentence } from "./SafetyNote.tsx";
import styles from "./Settings.module.css";

const INSTALLATION = /^[0-9a-f]{6}$/;
const SHORTEST = 8;

export type CarriedOut = CallValue<"setup.carryOut">;

export function CarryOutBlock(props: {
  before: SafetyView["carriedOut"];
  onDone: (carried: CarriedOut) => void;
}) {
  const { before, onDone } = props;
  const { t } = useTranslation("continuity");
  const sentenceOf = useSafetySentence();
  const language = useLanguage();
  const now = useNow(60_000);
  const carry = useAction("setup.carryOut");
  const form = useRef<HTMLFormElement>(null);
  const [number, setNumber] = useState("");
  const [passphrase, setPassphrase] = useState("");
  const [again, setAgain] = useState("");
  const [tried, setTried] = useState(false);
  const [asking, setAsking] = useState(false);
  const [dialogError, setDialogError] = useState<CallError | null>(null);

  const wanted = number.trim().toLowerCase();
  const wrong = {
    number: wanted !== "" && !INSTALLATION.test(wanted) ? t("out.numberWrong") : undefined,
    passphrase: passphrase.length < SHORTEST ? t("out.passphraseShort") : undefined,
    again: again !== passphrase ? t("out.differs") : undefined,
  };
  const refusedField = carry.error?.field;
  const refusal = sentenceOf(carry.error);

  function ask(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    const at = [wrong.number, wrong.passphrase, wrong.again].findIndex((error) => error !== undefined);
    if (at === -1) setAsking(true);
    else form.current?.querySelectorAll("input")[at]?.focus();
  }

  async function go(): Promise<void> {
    setDialogError(null);
    const suggestedName = `${t("out.fileName")}.counterfoil`;
    const chosen = await window.counterfoil.files.saveAs({ purpose: "setup.carryOut", suggestedName });
    if (!chosen.ok) setDialogError(chosen.error);
    if (!chosen.ok || chosen.value === null) return setAsking(false);
    const reply = await carry.run({
      path: chosen.value.token,
      passphrase,
      ...(wanted === "" ? {} : { forInstallation: wanted }),
    });
    setAsking(false);
    if (reply.ok) onDone(reply.value);
  }

  return (
    <form ref={form} className={`${styles.block} ${styles.carryForm}`} onSubmit={ask} noValidate>
      <h2>{t("out.title")}</h2>
      <p>{t("out.text")}</p>
      {before !== null && (
        <p className={styles.said}>
          {t("out.before", { clock: clockText(before.at, language, now), count: before.items })}
        </p>
      )}
      <TextField
        label={t("out.number")}
        hint={t("out.numberHint")}
        maxLength={6}
        optional
        value={number}
        error={
          (tried ? wrong.number : undefined) ??
          (refusedField === "forInstallation" ? (refusal ?? undefined) : undefined)
        }
        onChange={(change) => setNumber(change.currentTarget.value)}
      />
      <TextField
        label={t("out.passphrase")}
        hint={t("out.passphraseHint")}
        secret
        maxLength={200}
        value={passphrase}
        error={tried ? wrong.passphrase : undefined}
        onChange={(change) => setPassphrase(change.currentTarget.value)}
      />
      <TextField
        label={t("out.again")}
        secret
        maxLength={200}
        value={again}
        error={tried ? wrong.again : undefined}
        onChange={(change) => setAgain(change.currentTarget.value)}
      />
      <Button type="submit" variant="default">
        {t("out.button")}
      </Button>
      {refusedField !== "forInstallation" && <SafetyNote error={carry.error ?? dialogError} />}
      <Question
        open={asking}
        title={t("out.ask")}
        safe={{ verb: t("out.leave"), onChoose: () => setAsking(false) }}
        others={[{ verb: t("out.go"), kind: "danger", busy: carry.busy, onChoose: () => void go() }]}
      >
        <p>{t("out.askText")}</p>
      </Question>
    </form>
  );
}
