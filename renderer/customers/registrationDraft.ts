/** A registration while it is typed, kept sealed by the core across a crash or another task. Pictures are not kept. */
import { useCallback, useEffect, useRef, useState } from "react";
import { call } from "../bridge/call.ts";
import { saveOnLeaving } from "../bridge/leaving.ts";
import { allFields, type Typed } from "./registrationForm.ts";

const FORM = "registration";
const TYPING_MS = 400;

export type KeptRegistration = { typed: Typed; savedAt: string };

function asTyped(fields: Readonly<Record<string, string>>): Typed | null {
  const typed: Record<string, string> = {};
  for (const { key } of allFields) {
    const text = fields[key];
    if (text !== undefined && text !== "") typed[key] = text;
  }
  return Object.keys(typed).length === 0 ? null : typed;
}

/** What was left the last time; null where there is nothing, and until the core has answered. */
export function useKeptRegistration(): { kept: KeptRegistration | null; forget: () => void } {
  const [kept, setKept] = useState<KeptRegistration | null>(null);
  useEffect(() => {
    let gone = false;
    void call("drafts.get", { form: FORM }).then((reply) => {
      if (gone || !reply.ok || reply.value.fields === null) return;
      const typed = asTyped(reply.value.fields);
      if (typed !== null) setKept({ typed, savedAt: reply.value.savedAt ?? new Date().toISOString() });
    });
    return () => {
      gone = true;
    };
  }, []);
  const forget = useCallback(() => {
    setKept(null);
    void call("drafts.drop", { form: FORM });
  }, []);
  return { kept, forget };
}

/** Saves a moment after typing, and at once when the form goes away; `end` forgets it for good. */
export function useRegistrationKeeping(typed: Typed, worthKeeping: boolean): { end: () => void } {
  const pending = useRef<Typed | null>(null);
  const ended = useRef(false);

  const save = useCallback(() => {
    const waiting = pending.current;
    pending.current = null;
    if (waiting !== null && !ended.current) void call("drafts.save", { form: FORM, fields: { ...waiting } });
  }, []);

  useEffect(() => {
    if (!worthKeeping || ended.current) return;
    pending.current = typed;
    const timer = window.setTimeout(save, TYPING_MS);
    return () => window.clearTimeout(timer);
  }, [typed, worthKeeping, save]);

  useEffect(() => saveOnLeaving(save), [save]);

  const end = useCallback(() => {
    ended.current = true;
    pending.current = null;
    void call("drafts.drop", { form: FORM });
  }, []);
  return { end };
}
