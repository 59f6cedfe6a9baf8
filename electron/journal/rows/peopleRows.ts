/** The facts about people: who works here, who is at the counter, and who consented to what. */
import { z } from "zod";
import { language, role } from "../../../shared/api/values.ts";

const who = { name: z.string() };

export const peopleRows = {
  "staff.saved": z.object({ ...who, role, active: z.boolean() }),
  "staff.pinSet": z.object(who),
  "staff.language": z.object({ ...who, language }),
  "staff.signedIn": z.object(who),
  "staff.signedOut": z.object({
    ...who,
    because: z.enum(["person", "idle", "limit", "switch", "system", "restart"]),
  }),
  "staff.refused": z.object({ ...who, failures: z.number().int() }),
  /** A name that was locked out may try again; the actor is the supervisor who said so. */
  "staff.unlocked": z.object(who),
  "staff.approved": z.object({
    ...who,
    what: z.string(),
    itemId: z.string(),
    /** At this counter, or from elsewhere with a one-time code. */
    by: z.enum(["pin", "code"]).optional(),
  }),
  /** This person's telephone gives one-time codes from now on; the secret itself stands nowhere but sealed. */
  "staff.codesEnrolled": z.object(who),
  "staff.codesForgotten": z.object(who),
  /** Nobody else could be asked: what the actor did stands until a supervisor has signed for it. */
  "approval.deferred": z.object({ approvalId: z.string(), what: z.string(), itemId: z.string() }),
  "approval.signed": z.object({
    approvalId: z.string(),
    what: z.string(),
    itemId: z.string(),
    /** Whose act it was; the actor is who signs. */
    actedBy: z.string(),
    note: z.string().nullable(),
  }),
} as const;
