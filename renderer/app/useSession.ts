/** Follows who is at the counter, and why nobody is. */
import { useEffect, useState } from "react";
import type { Events } from "../../shared/api.ts";
import { call } from "../bridge/call.ts";
import { saveWhatIsTyped } from "../bridge/leaving.ts";
import { markStale, queryClient } from "../bridge/queryClient.ts";
import { type SignedInPerson, setPerson, usePerson } from "../bridge/session.ts";
import { useCall } from "../bridge/useCall.ts";
import { showOwnLook, showSystemLook } from "../theme/look.ts";
import { startAtHome } from "./place.ts";

export type LockReason = Events["session.locked"]["reason"];

export type SessionFacts = {
  person: SignedInPerson | null;
  /** Whose screen is kept behind the lock; null after signing out. */
  kept: string | null;
  /** Why the counter is locked; null where nobody has signed in yet. */
  reason: LockReason | null;
  known: boolean;
};

export async function signOut(): Promise<void> {
  saveWhatIsTyped();
  await call("staff.signOut", {});
  markStale(["staff.session"]);
}

/** One key: the counter is free for somebody else, and what was typed waits for its owner. */
export async function switchUser(): Promise<void> {
  saveWhatIsTyped();
  await call("staff.switchUser", {});
  markStale(["staff.session"]);
}

/** Everything that was read for one person is forgotten before another sits down. */
function forgetLastPerson(): void {
  queryClient.removeQueries({
    predicate: ({ queryKey: [name] }) =>
      name !== "setup.get" && name !== "staff.session" && name !== "staff.list",
  });
  startAtHome();
}

export function useSession(): SessionFacts {
  const answer = useCall("staff.session", {});
  const [reason, setReason] = useState<LockReason | null>(null);
  const [kept, setKept] = useState<string | null>(null);
  const person = usePerson();
  const said = answer.value?.signedIn;

  useEffect(
    () =>
      window.counterfoil.on("session.locked", (event) => {
        // At once, before the core is asked: what stands on the screen is covered now.
        setPerson(null);
        setReason(event.reason);
        // A lock keeps the screen for its owner; only somebody who leaves takes it along.
        if (event.reason !== "signedOut") return;
        setKept(null);
        forgetLastPerson();
        showSystemLook();
      }),
    [],
  );

  useEffect(() => {
    if (said === undefined) return;
    setPerson(said);
  }, [said]);

  const name = person?.name ?? null;
  useEffect(() => {
    if (name === null) return;
    setReason(null);
    setKept((before) => {
      if (before !== null && before !== name) forgetLastPerson();
      return name;
    });
    void showOwnLook();
  }, [name]);

  return { person, kept, reason, known: answer.value !== undefined };
}
