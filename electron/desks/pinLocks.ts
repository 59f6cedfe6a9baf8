/** How wrong tries lock a name: five for 1, 5, 30 minutes, then a supervisor; counted alike for names that nobody has. */
import { Refusal } from "../../shared/errors.ts";
import type { Sql } from "../journal/contract.ts";
import { foldedName, readStaff } from "../journal/office/queries.ts";
import type { Pins } from "../journal/pins.ts";
import type { Clock } from "../ports.ts";

const TRIES = 5;
const MINUTE_MS = 60_000;
/** After the first five wrong tries, after the next five, and after every five from then on. */
const LOCKOUT_MINUTES = [1, 5, 30];
/** From the fourth five on nobody waits any more: a supervisor opens the name, where there is one. */
const SUPERVISOR_AFTER = TRIES * (LOCKOUT_MINUTES.length + 1);
/** Names that nobody has are remembered too, so that they behave like real ones. */
const MOST_STRANGERS = 500;

export interface PinLock {
  /** 0 where waiting does not help. */
  leftMs: number;
  needsSupervisor: boolean;
}

/** How long the try that makes so many failures in a row locks its name. */
export function lockoutMs(failures: number): number {
  if (failures % TRIES !== 0) return 0;
  const step = Math.min(failures / TRIES, LOCKOUT_MINUTES.length) - 1;
  return (LOCKOUT_MINUTES[step] ?? 0) * MINUTE_MS;
}

export function lockedOut({ leftMs, needsSupervisor }: PinLock, field: string): Refusal {
  if (needsSupervisor)
    return new Refusal("pinLocked", "Too many wrong PINs. A supervisor has to open this name again.", {
      field,
      reason: "needsSupervisor",
    });
  const minutes = Math.ceil(leftMs / MINUTE_MS);
  const wait = minutes === 1 ? "one minute" : `${minutes} minutes`;
  return new Refusal("pinLocked", `Too many wrong PINs. Wait ${wait} and try again.`, { field, retry: true });
}

export interface PinLocks {
  /** Null where this name may try. */
  of(name: string): PinLock | null;
  /** The same for a name that nobody has; where it may try, the try is counted. */
  ofStranger(name: string): PinLock | null;
}

export function createPinLocks({ sql, pins, clock }: { sql: () => Sql; pins: Pins; clock: Clock }): PinLocks {
  const strangers = new Map<string, { failures: number; lockedUntil: number }>();

  /** Where all who could open a name are locked out themselves, waiting goes on: nobody is shut out for ever. */
  function somebodyCanOpen(name: string): boolean {
    return readStaff(sql()).some((person) => {
      if (!person.active || person.role === "cashier" || foldedName(person.name) === foldedName(name))
        return false;
      const credential = pins.get(person.name);
      return credential !== null && credential.failures < SUPERVISOR_AFTER;
    });
  }

  function lockOf(name: string, failures: number, leftMs: number): PinLock | null {
    if (failures >= SUPERVISOR_AFTER && somebodyCanOpen(name)) return { leftMs: 0, needsSupervisor: true };
    return leftMs > 0 ? { leftMs, needsSupervisor: false } : null;
  }

  return {
    of: (name) => {
      const credential = pins.get(name);
      return credential === null ? null : lockOf(name, credential.failures, pins.lockedForMs(name));
    },
    ofStranger: (name) => {
      const key = foldedName(name);
      const { failures, lockedUntil } = strangers.get(key) ?? { failures: 0, lockedUntil: 0 };
      const now = clock.monotonic();
      const lock = lockOf(name, failures, Math.max(0, lockedUntil - now));
      if (lock !== null) return lock;
      const oldest = strangers.keys().next();
      if (strangers.size >= MOST_STRANGERS && oldest.done !== true) strangers.delete(oldest.value);
      const lockMs = lockoutMs(failures + 1);
      strangers.set(key, { failures: failures + 1, lockedUntil: lockMs === 0 ? 0 : now + lockMs });
      return null;
    },
  };
}
