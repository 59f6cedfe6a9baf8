/** A loan account's form while it is typed, kept sealed by the core across a crash, a lock or another task. */
import { useEffect, useState } from "react";
import { call } from "../bridge/call.ts";
import { dropForm, type FormKeeping, useFormKeeping } from "../bridge/formKeeping.ts";
import { accountFields, emptyAccount, type TypedAccount } from "./accountForm.ts";

const FORM = "account";

/** A filled form. Its id belongs to it: sent twice it is one account. */
export type AccountDraft = {
  captureId: string;
  providerId: string;
  /** The customer for whom it is opened, where that is known. */
  customerPin?: string | undefined;
  customerName?: string | undefined;
  typed: TypedAccount;
};

export type KeptAccount = { draft: AccountDraft; savedAt: string };

export function newAccount(
  facts: Pick<AccountDraft, "providerId" | "customerPin" | "customerName">,
): AccountDraft {
  return { ...facts, captureId: crypto.randomUUID(), typed: emptyAccount };
}

function isEmpty({ typed }: AccountDraft): boolean {
  return accountFields.every((field) => typed[field].trim() === "");
}

export function asText({ captureId, providerId, customerPin, customerName, typed }: AccountDraft) {
  return {
    ...{ captureId, providerId, ...typed },
    ...(customerPin === undefined ? {} : { customerPin }),
    ...(customerName === undefined ? {} : { customerName }),
  };
}

/** Null for what is no draft of this provider, or one in which nothing stands. */
export function asDraft(text: Readonly<Record<string, string>>, providerId: string): AccountDraft | null {
  const { captureId = "", customerPin, customerName } = text;
  if (captureId === "" || text["providerId"] !== providerId) return null;
  const typed = { ...emptyAccount };
  for (const field of accountFields) typed[field] = text[field] ?? "";
  const draft = { captureId, providerId, customerPin, customerName, typed };
  return isEmpty(draft) ? null : draft;
}

/** What was left the last time; undefined until the core has answered, null where there is nothing. */
export function useKeptAccount(providerId: string): KeptAccount | null | undefined {
  const [kept, setKept] = useState<KeptAccount | null>();
  useEffect(() => {
    let gone = false;
    void call("drafts.get", { form: FORM }).then((reply) => {
      if (gone) return;
      const draft = reply.ok && reply.value.fields !== null ? asDraft(reply.value.fields, providerId) : null;
      const savedAt = (reply.ok ? reply.value.savedAt : null) ?? new Date().toISOString();
      setKept(draft === null ? null : { draft, savedAt });
    });
    return () => {
      gone = true;
    };
  }, [providerId]);
  return kept;
}

export function dropAccount(): void {
  dropForm(FORM);
}

const worthKeeping = (typed: AccountDraft) => (isEmpty(typed) ? null : asText(typed));

/** `end` forgets it for good. */
export function useAccountKeeping(draft: AccountDraft): FormKeeping {
  return useFormKeeping(FORM, draft, worthKeeping);
}
