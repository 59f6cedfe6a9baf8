/** The staff desk: signing in and out, and who may work at this counter. */
import type { SessionView, StaffEntry, StaffView } from "../../shared/api/people.ts";
import { Refusal } from "../../shared/errors.ts";
import type { CodeSecrets } from "../journal/codeSecrets.ts";
import {
  findStaff,
  foldedName,
  isProgramsName,
  readStaff,
  type StaffRecord,
  staffExists,
} from "../journal/office/queries.ts";
import type { Pins } from "../journal/pins.ts";
import type { DeskCalls, DeskContext, Session, SignedIn } from "./context.ts";
import type { People } from "./people.ts";
import type { PinHashing } from "./pinHashing.ts";
import { assertGoodPin, isTooShort } from "./pinRules.ts";

/** Why nobody is signed in any more: the person left or made room, or the program locked the counter. */
export type SessionEnd = "person" | "switch" | "idle" | "limit" | "system";

/** The session as the staff desk moves it; everybody else only looks. */
export interface MovableSession extends Session {
  /** Journals the change of person and starts the idle lock. */
  signIn(person: SignedIn): void;
  signOut(because: SessionEnd): void;
  /** The signed-in person's role was changed by somebody. */
  changeRole(person: SignedIn): void;
}

export interface StaffParts {
  session: MovableSession;
  people: People;
  pins: Pins;
  codes: CodeSecrets;
  hashing: PinHashing;
}

type StaffCalls = DeskCalls<
  | "staff.session"
  | "staff.signIn"
  | "staff.signOut"
  | "staff.switchUser"
  | "staff.unlock"
  | "staff.active"
  | "staff.save"
  | "staff.setLanguage"
  | "staff.list"
>;

export function createStaffDesk(context: DeskContext, parts: StaffParts): StaffCalls {
  const { journal } = context;
  const { session, people, pins, codes, hashing } = parts;

  function sessionView(): SessionView {
    const now = session.current();
    if (now === null) return { signedIn: null };
    const language = findStaff(journal.sql, now.name)?.language ?? null;
    return { signedIn: { name: now.name, role: now.role, language } };
  }

  function saved(name: string): StaffView {
    const person = findStaff(journal.sql, name);
    if (person === null) throw new Error("A person who was just saved is not there.");
    return person;
  }

  /** Without an admin nobody could ever change the office again. */
  function assertAdminRemains(before: StaffRecord, after: { role: string; active: boolean }): void {
    if (before.role !== "admin" || !before.active) return;
    if (after.role === "admin" && after.active) return;
    const others = readStaff(journal.sql).filter(
      (person) => person.active && person.role === "admin" && person.name !== before.name,
    );
    if (others.length === 0)
      throw new Refusal("invalidInput", "This is the last administrator. Name another one first.", {
        field: after.active ? "role" : "active",
      });
  }

  function entries(): StaffEntry[] {
    const withCodes = new Set(codes.names());
    return readStaff(journal.sql).map((person) => {
      const lock = people.lockOf(person.name);
      return {
        ...person,
        lock:
          lock === null
            ? null
            : { leftSeconds: Math.ceil(lock.leftMs / 1000), needsSupervisor: lock.needsSupervisor },
        hasCodes: withCodes.has(person.name),
      };
    });
  }

  /** The PIN that has just let its owner in is replaced by one of today's rule. */
  async function replacePin(name: string, pin: string, newPin: string): Promise<void> {
    assertGoodPin(newPin, "newPin");
    if (newPin === pin.trim())
      throw new Refusal("pinTooSimple", "This is the PIN that you have. Choose another one.", {
        field: "newPin",
      });
    const hash = await hashing.hash(newPin);
    journal.write(({ append }) => {
      append({ kind: "staff.pinSet", payload: { name }, actor: name });
      pins.set(name, hash);
    });
  }

  return {
    "staff.session": sessionView,
    "staff.signIn": async ({ name, pin, newPin }) => {
      const person = await people.verify(name, pin);
      // Where the data wait for a decision nothing can be written; whoever decides comes in as they are.
      if (newPin === undefined && isTooShort(pin) && journal.problem() === null)
        throw new Refusal("pinMustChange", "This PIN is too short by today's rule. Choose a new one.", {
          field: "newPin",
        });
      if (newPin !== undefined) await replacePin(person.name, pin, newPin);
      session.signIn({ name: person.name, role: person.role });
      return sessionView();
    },
    "staff.signOut": () => {
      session.signOut("person");
      return sessionView();
    },
    "staff.switchUser": () => {
      session.signOut("switch");
      return sessionView();
    },
    "staff.unlock": async ({ name, approval }, by) => {
      const person = findStaff(journal.sql, name);
      if (person === null)
        throw new Refusal("invalidInput", "Nobody of this name works here.", { field: "name" });
      const isSupervisor = session.current() !== null && by.role !== "cashier" && by.name !== person.name;
      const opener =
        isSupervisor && approval === undefined
          ? by.name
          : await context.approve(approval, "staff.unlock", person.name);
      if (opener === null) throw new Error("A lock is never lifted with a signature later.");
      journal.write(({ append }) => {
        append({ kind: "staff.unlocked", payload: { name: person.name }, actor: opener });
        pins.succeeded(person.name);
      });
      return { name: person.name };
    },
    // That the call was made is all there is to do: the dispatch has counted it as activity.
    "staff.active": sessionView,
    "staff.save": async ({ name, role, pin, active }, by) => {
      const before = findStaff(journal.sql, name);
      if (before !== null && before.name !== name)
        throw new Refusal("nameTaken", `There is a ${before.name} already. Choose another name.`, {
          field: "name",
        });
      if (before === null && isProgramsName(name))
        throw new Refusal("nameTaken", "The program itself acts under this name. Choose another one.", {
          field: "name",
        });
      if (before === null && pin === undefined)
        throw new Refusal("invalidInput", "Choose a PIN.", { field: "pin" });
      if (pin !== undefined) assertGoodPin(pin, "pin");
      const isFirst = !staffExists(journal.sql);
      if (isFirst && role !== "admin")
        throw new Refusal("invalidInput", "The first person has to be an administrator.", { field: "role" });
      const after = { role, active: active ?? before?.active ?? true };
      if (before !== null) assertAdminRemains(before, after);
      const hash = pin === undefined ? null : await hashing.hash(pin);
      // Hashing takes a while: somebody else may have been first.
      if (isFirst && staffExists(journal.sql)) throw new Refusal("notSignedIn", "Sign in first.");
      const now = findStaff(journal.sql, name);
      if (before === null && now !== null)
        throw new Refusal("nameTaken", `There is a ${now.name} already. Choose another name.`, {
          field: "name",
        });
      if (now !== null) assertAdminRemains(now, after);
      const actor = isFirst ? name : by.name;
      journal.write(({ append }) => {
        append({ kind: "staff.saved", payload: { name, ...after }, actor });
        if (hash === null) return;
        append({ kind: "staff.pinSet", payload: { name }, actor });
        pins.set(name, hash);
      });
      const present = session.current();
      if (present !== null && foldedName(present.name) === foldedName(name)) {
        if (after.active) session.changeRole({ name, role });
        else session.signOut("system");
      }
      return saved(name);
    },
    "staff.setLanguage": ({ language }, by) => {
      journal.write(({ append }) =>
        append({ kind: "staff.language", payload: { name: by.name, language }, actor: by.name }),
      );
      return saved(by.name);
    },
    "staff.list": () => ({ staff: entries() }),
  };
}
