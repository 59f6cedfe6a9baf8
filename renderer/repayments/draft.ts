/** What was being typed, kept sealed by the core across a crash, a lock or another task, and offered again. */
import { useCallback, useEffect, useState } from "react";
import { call } from "../bridge/call.ts";
import { dropForm, type FormKeeping, useFormKeeping } from "../bridge/formKeeping.ts";

const FORM = "repayment";

/** A filled form. Its capture's id belongs to it: the same form taken twice gives the first receipt. */
export type RepaymentDraft = {
  providerId: string;
  loanRef: string;
  captureId: string;
  amount: string;
  received: string;
  payerName: string;
  payerPhone: string;
  clientPin: string;
};

export type KeptDraft = { draft: RepaymentDraft; savedAt: string };

export function newDraft(providerId: string, loanRef: string): RepaymentDraft {
  return {
    providerId,
    loanRef,
    captureId: crypto.randomUUID(),
    amount: "",
    received: "",
    payerName: "",
    payerPhone: "",
    clientPin: "",
  };
}

function asDraft(fields: Readonly<Record<string, string>>): RepaymentDraft | null {
  const { providerId = "", loanRef = "", captureId = "", amount = "" } = fields;
  if (providerId === "" || loanRef === "" || captureId === "" || amount === "") return null;
  const { received = "", payerName = "", payerPhone = "", clientPin = "" } = fields;
  return { providerId, loanRef, captureId, amount, received, payerName, payerPhone, clientPin };
}

/** What was left the last time; null until it is known, and where there is nothing. */
export function useKeptDraft(): { kept: KeptDraft | null; forget: () => void } {
  const [kept, setKept] = useState<KeptDraft | null>(null);
  useEffect(() => {
    let gone = false;
    void call("drafts.get", { form: FORM }).then((reply) => {
      if (gone || !reply.ok || reply.value.fields === null) return;
      const draft = asDraft(reply.value.fields);
      if (draft !== null) setKept({ draft, savedAt: reply.value.savedAt ?? new Date().toISOString() });
    });
    return () => {
      gone = true;
    };
  }, []);
  return { kept, forget: useCallback(() => setKept(null), []) };
}

export function dropDraft(): void {
  dropForm(FORM);
}

const worthKeeping = (typed: RepaymentDraft) => (typed.amount === "" ? null : { ...typed });

/** Without an amount nothing is worth keeping. `end` forgets it for good. */
export function useDraftKeeping(draft: RepaymentDraft): FormKeeping {
  return useFormKeeping(FORM, draft, worthKeeping);
}
