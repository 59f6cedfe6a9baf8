/** The application while it is typed, kept sealed by the core across a crash, a lock or another task. */
import { useEffect, useState } from "react";
import { type DocumentView, documentView } from "../../../shared/api/paper.ts";
import { call } from "../../bridge/call.ts";
import { dropForm, type FormKeeping, useFormKeeping } from "../../bridge/formKeeping.ts";
import { type ApplicationForm, applicationFields, emptyApplication } from "./applicationForm.ts";

const FORM = "application";

/** The two files that the lender takes with an application. */
export const attachmentNames = ["idCopy", "dataVerification"] as const;
export type AttachmentName = (typeof attachmentNames)[number];
export type Attachments = Record<AttachmentName, DocumentView | null>;

/** A filled form. Its id belongs to it: the same form sent twice is one application. */
export type ApplicationDraft = {
  captureId: string;
  providerId: string;
  fields: ApplicationForm;
  attachments: Attachments;
};

export type KeptApplication = { draft: ApplicationDraft; savedAt: string };

export function newApplication(providerId: string): ApplicationDraft {
  return {
    captureId: crypto.randomUUID(),
    providerId,
    fields: emptyApplication,
    attachments: { idCopy: null, dataVerification: null },
  };
}

function isEmpty({ fields, attachments }: ApplicationDraft): boolean {
  return (
    applicationFields.every((field) => fields[field].trim() === "") &&
    attachmentNames.every((name) => attachments[name] === null)
  );
}

function asText({ captureId, providerId, fields, attachments }: ApplicationDraft): Record<string, string> {
  const files = attachmentNames.flatMap((name) => {
    const document = attachments[name];
    return document === null ? [] : [[name, JSON.stringify(document)] as const];
  });
  return { captureId, providerId, ...fields, ...Object.fromEntries(files) };
}

function asAttachment(text: string | undefined): DocumentView | null {
  if (text === undefined) return null;
  const parsed = documentView.safeParse(jsonOrNull(text));
  return parsed.success ? parsed.data : null;
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Cut off or written by another version: the file is simply attached again.
    return null;
  }
}

function asDraft(text: Readonly<Record<string, string>>): ApplicationDraft | null {
  const { captureId = "", providerId = "" } = text;
  if (captureId === "" || providerId === "") return null;
  const fields = { ...emptyApplication };
  for (const field of applicationFields) fields[field] = text[field] ?? "";
  const attachments = {
    idCopy: asAttachment(text.idCopy),
    dataVerification: asAttachment(text.dataVerification),
  };
  const draft = { captureId, providerId, fields, attachments };
  return isEmpty(draft) ? null : draft;
}

/** What was left the last time; undefined until the core has answered, null where there is nothing. */
export function useKeptApplication(): KeptApplication | null | undefined {
  const [kept, setKept] = useState<KeptApplication | null>();
  useEffect(() => {
    let gone = false;
    void call("drafts.get", { form: FORM }).then((reply) => {
      if (gone) return;
      const draft = reply.ok && reply.value.fields !== null ? asDraft(reply.value.fields) : null;
      const savedAt = (reply.ok ? reply.value.savedAt : null) ?? new Date().toISOString();
      setKept(draft === null ? null : { draft, savedAt });
    });
    return () => {
      gone = true;
    };
  }, []);
  return kept;
}

export function dropApplication(): void {
  dropForm(FORM);
}

const worthKeeping = (typed: ApplicationDraft) => (isEmpty(typed) ? null : asText(typed));

/** `end` forgets it for good. */
export function useApplicationKeeping(draft: ApplicationDraft): FormKeeping {
  return useFormKeeping(FORM, draft, worthKeeping);
}
