/** The two ends of a transfer that is under way: the receiver has it, or it lies in this drawer again. */
import { Button } from "@mantine/core";
import { type FormEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { TransferView } from "../../shared/api/transfers.ts";
import type { CallError } from "../../shared/errors.ts";
import { useErrorWords } from "../bridge/errorSentence.ts";
import { useAction } from "../bridge/useAction.ts";
import { ApprovalFields, approvalOf, isAboutApproval, noApproval } from "../components/ApprovalFields.tsx";
import { ErrorNote } from "../components/ErrorNote.tsx";
import { TextField } from "../components/TextField.tsx";
import styles from "./Till.module.css";

export function TransferArrived({ transfer: { transferId, place } }: { transfer: TransferView }) {
  const { t } = useTranslation("transfers");
  const errorWords = useErrorWords();
  const confirm = useAction("till.transferAccepted");
  const [characters, setCharacters] = useState("");
  const [approval, setApproval] = useState(noApproval);
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const consent = approvalOf(approval);
  const hasNothing = characters.trim() === "" && consent === undefined;

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    if (hasNothing) return form.current?.querySelector("input")?.focus();
    const acknowledgement = characters.trim();
    await confirm.run({
      transferId,
      ...(acknowledgement === "" ? {} : { acknowledgement }),
      ...(consent === undefined ? {} : { approval: consent }),
    });
  }

  const sentenceOf = (error: CallError) => errorWords(error).sentence;
  const aboutApproval = isAboutApproval(confirm.error) ? confirm.error : null;
  const onCharacters = confirm.error?.field === "acknowledgement" ? confirm.error : null;
  return (
    <form
      ref={form}
      className={styles.end}
      aria-label={t("one.arrived")}
      onSubmit={(event) => void submit(event)}
      noValidate
    >
      <h2>{t("one.arrived")}</h2>
      <p className={styles.keys}>{t(place === "safe" ? "one.arrivedSafeWhy" : "one.arrivedWhy")}</p>
      {place === "till" && (
        <TextField
          label={t("one.characters")}
          maxLength={40}
          value={characters}
          error={onCharacters === null ? undefined : t("one.charactersWrong")}
          onChange={(change) => setCharacters(change.currentTarget.value)}
        />
      )}
      <ApprovalFields
        what="till.transfer"
        value={approval}
        onChange={setApproval}
        error={aboutApproval === null ? undefined : sentenceOf(aboutApproval)}
      />
      {tried && hasNothing && <p className={styles.problem}>{t("one.need")}</p>}
      {aboutApproval === null && onCharacters === null && (
        <ErrorNote error={confirm.error} again={confirm.again} />
      )}
      <Button type="submit" loading={confirm.busy}>
        {t("one.confirm")}
      </Button>
    </form>
  );
}

export function TransferCameBack({ transfer: { transferId, place } }: { transfer: TransferView }) {
  const { t } = useTranslation(["transfers", "common"]);
  const errorWords = useErrorWords();
  const back = useAction("till.transferBack");
  const [reason, setReason] = useState("");
  const [approval, setApproval] = useState(noApproval);
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const needsTwo = place === "till";

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    if (reason.trim() === "") return form.current?.querySelector("input")?.focus();
    const consent = needsTwo ? approvalOf(approval) : undefined;
    await back.run({
      transferId,
      reason: reason.trim(),
      ...(consent === undefined ? {} : { approval: consent }),
    });
  }

  const aboutApproval = isAboutApproval(back.error) ? back.error : null;
  return (
    <form
      ref={form}
      className={styles.end}
      aria-label={t("one.back")}
      onSubmit={(event) => void submit(event)}
      noValidate
    >
      <h2>{t("one.back")}</h2>
      <p className={styles.keys}>{t("one.backWhy")}</p>
      <TextField
        label={t("one.reason")}
        maxLength={300}
        value={reason}
        error={tried && reason.trim() === "" ? t("common:field.required") : undefined}
        onChange={(change) => setReason(change.currentTarget.value)}
      />
      {needsTwo && (
        <ApprovalFields
          what="till.transferBack"
          value={approval}
          onChange={setApproval}
          error={aboutApproval === null ? undefined : errorWords(aboutApproval).sentence}
        />
      )}
      {aboutApproval === null && <ErrorNote error={back.error} again={back.again} />}
      <Button type="submit" variant="default" loading={back.busy}>
        {t("one.backButton")}
      </Button>
    </form>
  );
}
