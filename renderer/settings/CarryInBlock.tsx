/** Takes in what another till has carried out: the file, its passphrase, and this till's own number for the other side. */
import { Button, Group } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CallValue } from "../../shared/api.ts";
import type { ChosenFile } from "../../shared/bridge.ts";
import type { CallError } from "../../shared/errors.ts";
import { useAction } from "../bridge/useAction.ts";
import { TextField } from "../components/TextField.tsx";
import { SafetyNote, useSafetySentence } from "./SafetyNote.tsx";
import styles from "./Settings.module.css";

export type CarriedIn = CallValue<"setup.carryIn">;

export function CarryInBlock(props: { installationId: string | null; onDone: (carried: CarriedIn) => void }) {
  const { installationId, onDone } = props;
  const { t } = useTranslation("continuity");
  const sentenceOf = useSafetySentence();
  const carry = useAction("setup.carryIn");
  const [file, setFile] = useState<ChosenFile | null>(null);
  const [passphrase, setPassphrase] = useState("");
  const [tried, setTried] = useState(false);
  const [dialogError, setDialogError] = useState<CallError | null>(null);
  const isShort = passphrase.length < 8;
  const isWrong = carry.error?.field === "passphrase";

  async function choose(): Promise<void> {
    carry.reset();
    const picked = await window.counterfoil.files.pick({ purpose: "setup.carryIn" });
    setDialogError(picked.ok ? null : picked.error);
    const chosen = picked.ok ? picked.value.files[0] : undefined;
    if (chosen !== undefined) setFile(chosen);
  }

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    if (file === null || isShort) return;
    const reply = await carry.run({ path: file.token, passphrase });
    // The choice is good for one call: after a refusal the file is chosen again.
    setFile(null);
    if (reply.ok) onDone(reply.value);
  }

  return (
    <form
      className={`${styles.block} ${styles.carryForm}`}
      onSubmit={(event) => void submit(event)}
      noValidate
    >
      <h2>{t("in.title")}</h2>
      <dl className={styles.facts}>
        <dt>{t("in.ownNumber")}</dt>
        <dd className={styles.number}>{installationId ?? "–"}</dd>
      </dl>
      <p className={styles.soft}>{t("in.ownNumberHint")}</p>
      <p>{t("in.text")}</p>
      <Group gap="sm">
        <Button variant="default" onClick={() => void choose()}>
          {t("in.choose")}
        </Button>
        {file !== null && <span role="status">{t("in.chosen", { name: file.name })}</span>}
      </Group>
      {tried && file === null && !carry.busy && carry.error === null && (
        <p className={styles.warning}>{t("in.missing")}</p>
      )}
      <TextField
        label={t("out.passphrase")}
        secret
        maxLength={200}
        value={passphrase}
        error={
          isWrong
            ? (sentenceOf(carry.error) ?? undefined)
            : tried && isShort
              ? t("out.passphraseShort")
              : undefined
        }
        onChange={(change) => setPassphrase(change.currentTarget.value)}
      />
      <Button type="submit" variant="default" loading={carry.busy}>
        {t("in.button")}
      </Button>
      {!isWrong && <SafetyNote error={carry.error ?? dialogError} />}
    </form>
  );
}
