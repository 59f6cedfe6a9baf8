/** Who somebody is: a name and a PIN against what is stored, with every try counted before it is looked at. */
import { Refusal } from "../../shared/errors.ts";
import type { Journal } from "../journal/contract.ts";
import { findStaff, foldedName, readStaff, type StaffRecord } from "../journal/office/queries.ts";
import type { Credential, Pins } from "../journal/pins.ts";
import type { Clock } from "../ports.ts";
import type { PinHashing } from "./pinHashing.ts";

const TRIES = 5;
const MINUTE_MS = 60_000;
/** After the first five wrong PINs, after the next five, and after every five from then on. */
const LOCKOUT_MINUTES = [1, 5, 30];
/** Names that nobody has are remembered too, so that they behave like real ones. */
const MOST_STRANGERS = 500;

function lockoutMs(failures: number): number {
  if (failures % TRIES !== 0) return 0;
  const step = Math.min(failures / TRIES, LOCKOUT_MINUTES.length) - 1;
  return (LOCKOUT_MINUTES[step] ?? 0) * MINUTE_MS;
}

function pinLocked(leftMs: number, field: string): Refusal {
  const minutes = Math.ceil(leftMs / MINUTE_MS);
  const wait = minutes === 1 ? "one minute" : `${minutes} minutes`;
  return new Refusal("pinLocked", `Too many wrong PINs. Wait ${wait} and try again.`, {
    field,
    retry: true,
  });
}

function wrongPin(field: string): Refusal {
  return new Refusal("wrongPin", "The name or the PIN is wrong.", { field });
}

export interface People {
  /**
   * The active person of this name, if the PIN is theirs. Throws `wrongPin` or `pinLocked`, alike for a name that nobody
   * has. `field` names the PIN's place in the form.
   */
  verify(name: string, pin: string, field?: string): Promise<StaffRecord>;
}

export interface PeopleOptions {
  journal: Journal;
  pins: Pins;
  hashing: PinHashing;
  clock: Clock;
}

export function createPeople({ journal, pins, hashing, clock }: PeopleOptions): People {
  const strangers = new Map<string, { failures: number; lockedUntil: number }>();

  /** Counts the try and gives how long the name is locked out, 0 where it may be looked at. */
  function countStranger(name: string): number {
    const key = foldedName(name);
    const { failures, lockedUntil } = strangers.get(key) ?? { failures: 0, lockedUntil: 0 };
    const now = clock.monotonic();
    if (lockedUntil > now) return lockedUntil - now;
    const oldest = strangers.keys().next();
    if (strangers.size >= MOST_STRANGERS && oldest.done !== true) strangers.delete(oldest.value);
    const lockMs = lockoutMs(failures + 1);
    strangers.set(key, { failures: failures + 1, lockedUntil: lockMs === 0 ? 0 : now + lockMs });
    return 0;
  }

  /** Whatever is hashed for a stranger has to take as long as for somebody who is here. */
  function anyCredential(): Credential | null {
    for (const { name } of readStaff(journal.sql)) {
      const found = pins.get(name);
      if (found !== null) return found;
    }
    return null;
  }

  /** A damaged or copied journal takes no rows; who may decide about it must be found out all the same. */
  function noteRefusal(name: string, failures: number): void {
    if (journal.problem() !== null) return;
    journal.write(({ append }) =>
      append({ kind: "staff.refused", payload: { name, failures }, actor: "system" }),
    );
  }

  return {
    verify: async (name, pin, field = "pin") => {
      const person = findStaff(journal.sql, name);
      const stored = person === null ? null : pins.get(person.name);
      if (person === null || stored === null) {
        const lockedMs = countStranger(name);
        if (lockedMs > 0) throw pinLocked(lockedMs, field);
        await hashing.matches(pin, anyCredential());
        throw wrongPin(field);
      }
      const lockedMs = pins.lockedForMs(person.name);
      if (lockedMs > 0) throw pinLocked(lockedMs, field);
      // Counted before the check, so that ending the program in between is no free try.
      const failures = pins.failed(person.name, lockoutMs(stored.failures + 1));
      const isRight = await hashing.matches(pin, stored);
      if (isRight && person.active) {
        pins.succeeded(person.name);
        return person;
      }
      noteRefusal(person.name, failures);
      throw wrongPin(field);
    },
  };
}
