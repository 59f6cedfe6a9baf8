/** Keeps what is being typed: sealed by the core a moment after typing, and at once when the form goes away. */
import { useCallback, useEffect, useRef } from "react";
import { call } from "./call.ts";
import { saveOnLeaving } from "./leaving.ts";

const TYPING_MS = 400;

export type FormKeeping = {
  /** Forgets it for good: it was sent, or given up. */
  end: () => void;
};

export function dropForm(form: string): void {
  void call("drafts.drop", { form });
}

/** `asText` gives the draft as the core keeps it; null where nothing is typed yet, which is not worth keeping. A function of its own, not made anew by each drawing. */
export function useFormKeeping<Draft>(
  form: string,
  draft: Draft,
  asText: (draft: Draft) => Record<string, string> | null,
): FormKeeping {
  const pending = useRef<Record<string, string> | null>(null);
  const ended = useRef(false);

  const save = useCallback(() => {
    const fields = pending.current;
    pending.current = null;
    if (fields !== null && !ended.current) void call("drafts.save", { form, fields });
  }, [form]);

  useEffect(() => {
    const fields = ended.current ? null : asText(draft);
    if (fields === null) return;
    pending.current = fields;
    const timer = window.setTimeout(save, TYPING_MS);
    return () => window.clearTimeout(timer);
  }, [draft, asText, save]);

  useEffect(() => saveOnLeaving(save), [save]);

  const end = useCallback(() => {
    ended.current = true;
    pending.current = null;
    dropForm(form);
  }, [form]);
  return { end };
}
