/** Customers' data leave the till in a file: asked once more, and approved by a second person. */
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CallError } from "../../shared/errors.ts";
import { useErrorWords } from "../bridge/errorSentence.ts";
import type { Action } from "../bridge/useAction.ts";
import {
  ApprovalFields,
  approvalOf,
  approvalProblem,
  isAboutApproval,
  noApproval,
} from "../components/ApprovalFields.tsx";
import { ErrorNote } from "../components/ErrorNote.tsx";
import { Question } from "../components/Question.tsx";

export type ExportWithPeopleProps = { write: Action<"journal.export">; onClose: () => void };

export function ExportWithPeople({ write, onClose }: ExportWithPeopleProps) {
  const { t } = useTranslation("journal");
  const errorWords = useErrorWords();
  const [approval, setApproval] = useState(noApproval);
  const [dialogError, setDialogError] = useState<CallError | null>(null);
  const consent = approvalOf(approval);
  const problem = approvalProblem(write.error);
  const other = dialogError ?? (isAboutApproval(write.error) ? null : write.error);

  async function send(): Promise<void> {
    setDialogError(null);
    const chosen = await window.counterfoil.files.saveAs({
      purpose: "journal.export",
      suggestedName: `${t("export.fileName")}.csv`,
    });
    if (!chosen.ok) setDialogError(chosen.error);
    if (!chosen.ok || chosen.value === null || consent === undefined) return;
    const path = chosen.value.token;
    const reply = await write.run({ format: "csv", path, withPeople: true, approval: consent });
    if (reply.ok) onClose();
  }

  return (
    <Question
      open
      hasFields
      title={t("export.ask")}
      safe={{ verb: t("export.leave"), onChoose: onClose }}
      others={[
        {
          verb: t("export.write"),
          kind: "danger",
          onChoose: () => void send(),
          busy: write.busy,
          disabled: consent === undefined,
        },
      ]}
    >
      <p>{t("export.askText")}</p>
      <ApprovalFields
        what="customers.export"
        focused
        value={approval}
        onChange={setApproval}
        error={problem === null ? undefined : errorWords(problem).sentence}
      />
      <ErrorNote error={other} />
    </Question>
  );
}
