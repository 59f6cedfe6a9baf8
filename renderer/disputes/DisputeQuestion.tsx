/** What is not right, in the person's own words; then the frozen evidence, to be saved as a file. */
import { Textarea } from "@mantine/core";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useAction } from "../bridge/useAction.ts";
import { ErrorNote } from "../components/ErrorNote.tsx";
import { Question } from "../components/Question.tsx";
import styles from "./Disputes.module.css";
import { Fingerprint } from "./Fingerprint.tsx";
import { type DisputeSubject, disputed } from "./subject.ts";
import { useSaveEvidence } from "./useSaveEvidence.ts";

export type DisputeQuestionProps = { subject: DisputeSubject; onClose: () => void };

export function DisputeQuestion({ subject, onClose }: DisputeQuestionProps) {
  const { t } = useTranslation(["disputes", "common"]);
  const open = useAction("disputes.open");
  const evidence = useSaveEvidence();
  const [note, setNote] = useState("");
  const [isMissing, setMissing] = useState(false);
  const noteField = useRef<HTMLTextAreaElement>(null);
  const dispute = open.value;
  const title = t(
    `ask.title.${subject.about}`,
    subject.about === "entry" ? { number: subject.sequence } : { number: "" },
  );

  async function freeze(): Promise<void> {
    if (note.trim() === "") {
      setMissing(true);
      noteField.current?.focus();
      return;
    }
    await open.run({ ...disputed(subject), note: note.trim() });
  }

  if (dispute !== undefined)
    return (
      <Question
        key="frozen"
        open
        title={title}
        safe={{ verb: t("done"), onChoose: onClose }}
        others={[{ verb: t("save"), onChoose: () => void evidence.save(dispute), busy: evidence.busy }]}
      >
        <div role="status">
          <Fingerprint dispute={dispute} />
          {evidence.savedTo !== null && <p>{t("saved", { path: evidence.savedTo })}</p>}
        </div>
        <ErrorNote error={evidence.error} />
      </Question>
    );
  return (
    <Question
      key="ask"
      open
      hasFields
      title={title}
      safe={{ verb: t("ask.leave"), onChoose: onClose }}
      others={[{ verb: t("ask.button"), onChoose: () => void freeze(), busy: open.busy }]}
    >
      <p className={styles.text}>{t("ask.text")}</p>
      <Textarea
        ref={noteField}
        data-autofocus
        label={t("ask.note")}
        description={t("ask.noteHint")}
        value={note}
        maxLength={1000}
        autosize
        minRows={3}
        error={isMissing ? t("common:field.required") : undefined}
        onChange={(change) => {
          setNote(change.currentTarget.value);
          setMissing(false);
        }}
      />
      <ErrorNote error={open.error} again={open.again} />
    </Question>
  );
}
