/** Who somebody is: a name and a PIN or a one-time code, with every try counted before it is looked at. */
import { Refusal } from "../../shared/errors.ts";
import type { CodeSecrets } from "../journal/codeSecrets.ts";
import type { Journal } from "../journal/contract.ts";
import { findStaff, readStaff, type StaffRecord } from "../journal/office/queries.ts";
import type { Credential, Pins } from "../journal/pins.ts";
import type { Clock } from "../ports.ts";
import { stepOfCode } from "./oneTimeCodes.ts";
import type { PinHashing } from "./pinHashing.ts";
import { createPinLocks, lockedOut, lockoutMs, type PinLock } from "./pinLocks.ts";

function wrongPin(field: string): Refusal {
  return new Refusal("wrongPin", "The name or the PIN is wrong.", { field });
}

function wrongCode(field: string): Refusal {
  return new Refusal("wrongCode", "The name or the code is wrong, or the code was used already.", { field });
}

export interface People {
  /**
   * The active person of this name, if the PIN is theirs. Throws `wrongPin` or `pinLocked`, alike for a name that nobody
   * has. `field` names the PIN's place in the form.
   */
  verify(name: string, pin: string, field?: string): Promise<StaffRecord>;
  /** The same by a one-time code, each of which is good once. Throws `wrongCode` or `pinLocked`. */
  verifyCode(name: string, code: string, field?: string): StaffRecord;
  /** Why this name may not try now; null where it may. */
  lockOf(name: string): PinLock | null;
}

export interface PeopleOptions {
  journal: Journal;
  pins: Pins;
  codes: CodeSecrets;
  hashing: PinHashing;
  clock: Clock;
}

export function createPeople({ journal, pins, codes, hashing, clock }: PeopleOptions): People {
  const locks = createPinLocks({ sql: () => journal.sql, pins, clock });

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

  function known(name: string): { person: StaffRecord; stored: Credential } | null {
    const person = findStaff(journal.sql, name);
    const stored = person === null ? null : pins.get(person.name);
    return person === null || stored === null ? null : { person, stored };
  }

  /** Throws `pinLocked`. Counted before the check, so that ending the program in between is no free try. */
  function countTry(found: { person: StaffRecord; stored: Credential } | null, name: string, field: string) {
    const lock = found === null ? locks.ofStranger(name) : locks.of(found.person.name);
    if (lock !== null) throw lockedOut(lock, field);
    return found === null ? 0 : pins.failed(found.person.name, lockoutMs(found.stored.failures + 1));
  }

  return {
    verify: async (name, pin, field = "pin") => {
      const found = known(name);
      const failures = countTry(found, name, field);
      const isRight = await hashing.matches(pin, found === null ? anyCredential() : found.stored);
      if (found === null) throw wrongPin(field);
      // Looked at again: hashing takes a while, and the person may have left in the meantime.
      const person = findStaff(journal.sql, found.person.name) ?? found.person;
      if (isRight && person.active) {
        pins.succeeded(person.name);
        return person;
      }
      noteRefusal(person.name, failures);
      throw wrongPin(field);
    },
    verifyCode: (name, code, field = "code") => {
      const found = known(name);
      const failures = countTry(found, name, field);
      if (found === null) throw wrongCode(field);
      const { person } = found;
      const secret = codes.get(person.name);
      const step =
        secret === null
          ? null
          : stepOfCode(secret.secret, code, { now: clock.now(), lastStep: secret.lastStep });
      if (step !== null && person.active) {
        codes.used(person.name, step);
        pins.notAFailure(person.name);
        return person;
      }
      noteRefusal(person.name, failures);
      throw wrongCode(field);
    },
    lockOf: (name) => locks.of(name),
  };
}
