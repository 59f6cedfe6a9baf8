/** One application: the form, its review, the sending, and what the lender made of it. */
import { Button } from "@mantine/core";
import { useEffect, useMemo, useRef, useState } from "react";
import { type Resolver, useForm } from "react-hook-form";
import { useTranslation } from "react-i18next";
import type { Application } from "../../../shared/api/loans.ts";
import type { CallError } from "../../../shared/errors.ts";
import { goTo } from "../../app/place.ts";
import { useErrorWords } from "../../bridge/errorSentence.ts";
import { useAction } from "../../bridge/useAction.ts";
import { ErrorNote } from "../../components/ErrorNote.tsx";
import { KeyHint } from "../../components/KeyHint.tsx";
import { PageHeading } from "../../components/PageHeading.tsx";
import styles from "./Application.module.css";
import { ApplicationFields } from "./ApplicationFields.tsx";
import { ApplicationReview } from "./ApplicationReview.tsx";
import { type ApplicationDraft, type AttachmentName, useApplicationKeeping } from "./applicationDraft.ts";
import {
  type ApplicationField,
  type ApplicationForm,
  applicationFields,
  fieldOfCore,
  problemSentence,
  readApplication,
} from "./applicationForm.ts";

const attachmentOfCore: Readonly<Record<string, AttachmentName>> = {
  idCopyDocumentId: "idCopy",
  dataVerificationDocumentId: "dataVerification",
};

/** Nothing is at the lender, and the same form may go out again as it is. */
function maySendAgain({ code, field }: CallError): boolean {
  return (
    field === undefined &&
    ["noLine", "certificate", "providerCredentials", "unexpected", "diskFull", "storageFailed"].includes(code)
  );
}

export type ApplicationDeskProps = { draft: ApplicationDraft; currency: string };

export function ApplicationDesk({ draft, currency }: ApplicationDeskProps) {
  const { t } = useTranslation(["loans", "common"]);
  const errorWords = useErrorWords();
  const apply = useAction("loans.apply");
  const element = useRef<HTMLFormElement>(null);
  const [attachments, setAttachments] = useState(draft.attachments);
  const [attachmentErrors, setAttachmentErrors] = useState<Partial<Record<AttachmentName, string>>>({});
  const [reviewed, setReviewed] = useState<Application | null>(null);
  const [refusal, setRefusal] = useState<CallError | null>(null);
  const [focusOn, setFocusOn] = useState<ApplicationField | AttachmentName | null>(null);

  const resolver = useMemo<Resolver<ApplicationForm>>(
    () => (values) => {
      const read = readApplication(values, Date.now());
      if (read.ok) return { values, errors: {} };
      const errors = applicationFields.flatMap((field) => {
        const problem = read.problems[field];
        return problem === undefined
          ? []
          : [[field, { type: problem, message: problemSentence(t, problem, field) }]];
      });
      return { values: {}, errors: Object.fromEntries(errors) };
    },
    [t],
  );
  const form = useForm<ApplicationForm>({ defaultValues: draft.fields, resolver, mode: "onTouched" });
  const typed = form.watch();
  const kept = useMemo(() => ({ ...draft, fields: typed, attachments }), [draft, typed, attachments]);
  const keeping = useApplicationKeeping(kept);

  const isForm = reviewed === null;
  // Back from the review the focus goes to what has to be changed, else to the first field.
  useEffect(() => {
    if (!isForm || focusOn === null) return;
    const stop = element.current?.querySelectorAll<HTMLElement>("[data-stop] button");
    if (focusOn === "idCopy") stop?.[0]?.focus();
    else if (focusOn === "dataVerification") stop?.[stop.length - 1]?.focus();
    else form.setFocus(focusOn);
    setFocusOn(null);
  }, [isForm, focusOn, form]);

  function review(): void {
    void form.handleSubmit((values) => {
      const read = readApplication(values, Date.now());
      if (!read.ok) return;
      apply.reset();
      setReviewed(read.application);
    })();
  }

  function backToForm(field: ApplicationField | AttachmentName): void {
    setReviewed(null);
    setFocusOn(field);
  }

  function onRefused(error: CallError): void {
    if (maySendAgain(error)) return;
    const attachment = attachmentOfCore[error.field ?? ""];
    const field = fieldOfCore(error.field);
    const { sentence } = errorWords(error);
    setAttachmentErrors(attachment === undefined ? {} : { [attachment]: sentence });
    setRefusal(attachment === undefined ? error : null);
    backToForm(attachment ?? field ?? "pin");
    if (field !== null) form.setError(field, { type: error.code, message: sentence });
  }

  async function send(): Promise<void> {
    if (reviewed === null) return;
    setRefusal(null);
    const { idCopy, dataVerification } = attachments;
    const reply = await apply.run({
      providerId: draft.providerId,
      application: reviewed,
      captureId: draft.captureId,
      ...(idCopy === null ? {} : { idCopyDocumentId: idCopy.documentId }),
      ...(dataVerification === null ? {} : { dataVerificationDocumentId: dataVerification.documentId }),
    });
    if (!reply.ok) return onRefused(reply.error);
    keeping.end();
    goTo({ at: "loan", loanId: reply.value.loanId });
  }

  if (reviewed !== null)
    return (
      <ApplicationReview
        application={reviewed}
        attachments={attachments}
        currency={currency}
        busy={apply.busy}
        error={apply.error !== null && maySendAgain(apply.error) ? apply.error : null}
        onSend={() => void send()}
        onBack={() => backToForm("amount")}
      />
    );
  return (
    <>
      <PageHeading>{t("new.title")}</PageHeading>
      {refusal !== null && (
        <div className={styles.refused}>
          <ErrorNote error={refusal} />
          {refusal.code === "exists" && (
            <Button variant="default" onClick={() => goTo({ at: "loans" })}>
              {t("new.lookAtLoans")}
            </Button>
          )}
        </div>
      )}
      <ApplicationFields
        form={form}
        element={element}
        providerId={draft.providerId}
        currency={currency}
        attachments={attachments}
        attachmentErrors={attachmentErrors}
        onAttachments={(next) => {
          setAttachments(next);
          setAttachmentErrors({});
        }}
        onReview={review}
      />
      <div className={styles.actions}>
        <Button size="lg" onClick={review} rightSection={<KeyHint keys="Ctrl+Enter" />}>
          {t("new.review")}
        </Button>
        <p className={styles.soft}>{t("new.keys")}</p>
      </div>
    </>
  );
}
