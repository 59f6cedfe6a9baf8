/** The chosen colours: light, dark or high contrast. Kept for each clerk in the core, never in the page. */
import { useSyncExternalStore } from "react";
import { call } from "../bridge/call.ts";

export const looks = ["light", "dark", "contrast"] as const;
export type Look = (typeof looks)[number];

export function asLook(text: string): Look {
  return looks.find((look) => look === text) ?? "light";
}

/** Drafts are sealed and given back to the same person only, which is just what a clerk's own colours need. */
const FORM = "clerk.look";

const wantsContrast = window.matchMedia("(prefers-contrast: more)");
let look: Look = wantsContrast.matches ? "contrast" : "light";
const listeners = new Set<() => void>();

function show(next: Look): void {
  look = next;
  document.documentElement.dataset.look = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useLook(): Look {
  return useSyncExternalStore(subscribe, () => look);
}

/** Before anybody is signed in: what the computer asks for, else light. */
export function showSystemLook(): void {
  show(wantsContrast.matches ? "contrast" : "light");
}

export async function chooseLook(next: Look): Promise<void> {
  show(next);
  await call("drafts.save", { form: FORM, fields: { look: next } });
}

/** The colours that the person who has just signed in chose last. */
export async function showOwnLook(): Promise<void> {
  const reply = await call("drafts.get", { form: FORM });
  const kept = reply.ok ? reply.value.fields?.look : undefined;
  const own = looks.find((one) => one === kept);
  if (own !== undefined) show(own);
}
