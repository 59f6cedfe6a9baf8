/** Calls of the staff desk. */
import { z } from "zod";
import { call } from "./call.ts";
import { approval, empty, language, personName, pin, role } from "./values.ts";

export const staffView = z.object({
  name: z.string(),
  role,
  active: z.boolean(),
  language: language.nullable(),
});
export type StaffView = z.infer<typeof staffView>;

/** A member of staff as the sign-in page and the settings see them. */
export const staffEntry = staffView.extend({
  /** Why this name may not try a PIN now; null where it may. */
  lock: z.object({ leftSeconds: z.number().int(), needsSupervisor: z.boolean() }).nullable(),
  /** Approves from elsewhere with one-time codes. */
  hasCodes: z.boolean(),
});
export type StaffEntry = z.infer<typeof staffEntry>;

export const sessionView = z.object({
  signedIn: z.object({ name: z.string(), role, language: language.nullable() }).nullable(),
});

export type SessionView = z.infer<typeof sessionView>;

export const staffCalls = {
  "staff.session": call("anyone", empty, sessionView),
  /** With `newPin` the PIN is replaced first; one that is too short by today's rule has to be (`pinMustChange`). */
  "staff.signIn": call(
    "anyone",
    z.object({ name: personName, pin: z.string().min(1).max(40), newPin: pin.optional() }),
    sessionView,
  ),
  "staff.signOut": call("anyone", empty, sessionView),
  /** Makes room for somebody else at once: nobody is signed in, and what was typed waits for its owner. */
  "staff.switchUser": call("anyone", empty, sessionView),
  /** Lets a name that is locked out try again: by the supervisor who is signed in, or by the one who approves. */
  "staff.unlock": call(
    "anyone",
    z.object({ name: personName, approval: approval.optional() }),
    z.object({ name: z.string() }),
  ),
  /** The person is still there: the page sends it while keys are pressed, so that the idle lock waits. */
  "staff.active": call("signedIn", empty, sessionView),
  "staff.save": call(
    "firstRun",
    z.object({ name: personName, role, pin: pin.optional(), active: z.boolean().optional() }),
    staffView,
  ),
  "staff.setLanguage": call("signedIn", z.object({ language }), staffView),
  "staff.list": call("anyone", empty, z.object({ staff: z.array(staffEntry) })),
};
