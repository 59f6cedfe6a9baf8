/** Who is at one counter, and the lock of a counter that nobody uses. The courier works on without anybody. */
import type { EventName, Events } from "../../shared/api.ts";
import { Refusal } from "../../shared/errors.ts";
import type { SignedIn } from "../desks/context.ts";
import type { MovableSession, SessionEnd } from "../desks/staff.ts";
import type { Journal } from "../journal/contract.ts";
import type { Keys } from "../journal/keys/keys.ts";
import { leftSignedIn } from "../journal/office/queries.ts";
import type { RowDraft } from "../journal/rows.ts";
import type { Log } from "../logging/log.ts";
import type { Clock } from "../ports.ts";

type Because = SessionEnd | "restart";

export interface CounterSession extends MovableSession {
  /** A person did something: the idle lock waits anew. */
  touch(): void;
  /** Notes whom an end of the program has signed out. */
  endLastOne(): void;
  /** The idle lock rests until the next touch. */
  rest(): void;
  /** Nothing wakes any more. */
  close(): void;
}

export interface SessionParts {
  journal: Journal;
  keys: Keys;
  clock: Clock;
  idleLockSeconds: () => number;
  /** After so long a person signs in again, whatever they do; 0 for never. */
  sessionHours: () => number;
  emit: <Name extends EventName>(name: Name, payload: Events[Name]) => void;
  log: Log;
  /** Told after each end of a session. */
  onEnd: (because: SessionEnd) => void;
}

const reasons = {
  person: "signedOut",
  idle: "idle",
  limit: "limit",
  switch: "switched",
  system: "system",
} as const satisfies Record<SessionEnd, Events["session.locked"]["reason"]>;

/** Ended by the person at the counter; the others are the program's own doing. */
const ownEnds: readonly Because[] = ["person", "switch"];

const HOUR_MS = 3_600_000;

export function createSession(parts: SessionParts): CounterSession {
  const { journal, keys, clock, idleLockSeconds, sessionHours, emit, log, onEnd } = parts;
  let present: SignedIn | null = null;
  let callOffLock: (() => void) | null = null;
  let callOffLimit: (() => void) | null = null;

  function mayWrite(): boolean {
    return keys.state === "open" && journal.problem() === null;
  }

  function signedOut(name: string, because: Because): RowDraft {
    // The system ends a session in its own name, never in the person's.
    const actor = ownEnds.includes(because) ? name : "system";
    return { kind: "staff.signedOut", payload: { name, because }, actor };
  }

  /** Signing out works on a full or broken disk, too. */
  function noteEnd(name: string, because: Because): void {
    try {
      if (mayWrite()) journal.write(({ append }) => append(signedOut(name, because)));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      log("warning", "session.endNotRecorded", { code: error.code });
    }
  }

  function rest(): void {
    callOffLock?.();
    callOffLock = null;
  }

  function touch(): void {
    rest();
    const seconds = idleLockSeconds();
    if (present === null || seconds === 0) return;
    callOffLock = clock.after(seconds * 1000, () => signOut("idle"));
  }

  /** Measured on the clock that cannot be set, from signing in on: nothing that is done puts it off. */
  function beginLimit(): void {
    callOffLimit?.();
    const hours = sessionHours();
    callOffLimit = hours === 0 ? null : clock.after(hours * HOUR_MS, () => signOut("limit"));
  }

  function endLimit(): void {
    callOffLimit?.();
    callOffLimit = null;
  }

  function signOut(because: SessionEnd): void {
    rest();
    endLimit();
    if (present === null) return;
    const { name } = present;
    present = null;
    noteEnd(name, because);
    emit("session.locked", { reason: reasons[because] });
    onEnd(because);
  }

  return {
    current: () => present,
    signIn: (person) => {
      const before = present;
      if (mayWrite())
        journal.write(({ append }) => {
          if (before !== null) append(signedOut(before.name, "person"));
          append({ kind: "staff.signedIn", payload: { name: person.name }, actor: person.name });
        });
      present = person;
      beginLimit();
      touch();
    },
    signOut,
    changeRole: (person) => {
      present = person;
    },
    touch,
    endLastOne: () => {
      const name = present === null && mayWrite() ? leftSignedIn(journal.sql) : null;
      if (name !== null) noteEnd(name, "restart");
    },
    rest,
    close: () => {
      rest();
      endLimit();
    },
  };
}
