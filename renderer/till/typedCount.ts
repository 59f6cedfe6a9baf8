/** A count while it is typed, kept sealed by the core across a crash, a lock or another task, for whoever was typing it. */
import { useCallback, useEffect, useRef, useState } from "react";
import { call } from "../bridge/call.ts";
import { saveOnLeaving } from "../bridge/leaving.ts";
import { isEmptyCount, noCount, type TypedCount } from "./count.ts";

const TYPING_MS = 400;
const PIECES = "pieces.";

export function countAsFields({ pieces, other }: TypedCount, subject: string): Record<string, string> {
  const typed = Object.entries(pieces).map(([denomination, text]) => [`${PIECES}${denomination}`, text]);
  return { subject, other, ...Object.fromEntries(typed) };
}

/** Null where it is a count of something else: of another drawer's day it would only mislead. */
export function countFromFields(
  fields: Readonly<Record<string, string>>,
  subject: string,
): TypedCount | null {
  if (fields.subject !== subject) return null;
  const pieces = Object.entries(fields).flatMap(([name, text]) =>
    name.startsWith(PIECES) ? [[Number(name.slice(PIECES.length)), text] as const] : [],
  );
  const count = { pieces: Object.fromEntries(pieces), other: fields.other ?? "" };
  return isEmptyCount(count) ? null : count;
}

export type CountBeingTyped = {
  typed: TypedCount;
  onTyped: (typed: TypedCount) => void;
  /** Since when it lies here, where it comes from before; null where it is new. */
  keptAt: string | null;
  /** It is in the journal: what stands in the fields may be corrected, and is no draft any more. */
  recorded: () => void;
};

/** `subject` is what is counted: the open shift, or what the last one left. Undefined until that is known. */
export function useTypedCount(
  form: "drawerCount" | "floatCount",
  subject: string | undefined,
): CountBeingTyped {
  const [typed, setTyped] = useState(noCount);
  const [keptAt, setKeptAt] = useState<string | null>(null);
  const pending = useRef<TypedCount | null>(null);
  const touched = useRef(false);

  useEffect(() => {
    if (subject === undefined) return;
    let gone = false;
    void call("drafts.get", { form }).then((reply) => {
      // Whoever types already is not interrupted.
      if (gone || touched.current || !reply.ok || reply.value.fields === null) return;
      const kept = countFromFields(reply.value.fields, subject);
      if (kept === null) return;
      setTyped(kept);
      setKeptAt(reply.value.savedAt);
    });
    return () => {
      gone = true;
    };
  }, [form, subject]);

  const save = useCallback(() => {
    const count = pending.current;
    if (count === null || subject === undefined) return;
    pending.current = null;
    if (isEmptyCount(count)) void call("drafts.drop", { form });
    else void call("drafts.save", { form, fields: countAsFields(count, subject) });
  }, [form, subject]);

  useEffect(() => {
    if (pending.current !== typed) return;
    const timer = window.setTimeout(save, TYPING_MS);
    return () => window.clearTimeout(timer);
  }, [typed, save]);

  useEffect(() => saveOnLeaving(save), [save]);

  return {
    typed,
    keptAt,
    onTyped: useCallback((count) => {
      touched.current = true;
      pending.current = count;
      setKeptAt(null);
      setTyped(count);
    }, []),
    recorded: useCallback(() => {
      pending.current = null;
      setKeptAt(null);
      void call("drafts.drop", { form });
    }, [form]),
  };
}
