/** Who is at the counter, as a small store that the calls and the frame share. */
import { useSyncExternalStore } from "react";
import type { CallValue } from "../../shared/api.ts";

export type SignedInPerson = NonNullable<CallValue<"staff.session">["signedIn"]>;

let person: SignedInPerson | null = null;
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function setPerson(next: SignedInPerson | null): void {
  if (JSON.stringify(next) === JSON.stringify(person)) return;
  person = next;
  for (const listener of listeners) listener();
}

/** Null while the counter is locked or nobody has signed in. */
export function usePerson(): SignedInPerson | null {
  return useSyncExternalStore(subscribe, () => person);
}

export function useSignedIn(): boolean {
  return usePerson() !== null;
}

export function currentPerson(): SignedInPerson | null {
  return person;
}
