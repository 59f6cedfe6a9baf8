/** Calls of the staff desk and the till. */
import { z } from "zod";
import { call } from "./call.ts";
import {
  amountMinor,
  amountMinorOrZero,
  approval,
  empty,
  id,
  language,
  note,
  personName,
  pin,
  reason,
  role,
  sumMinor,
} from "./values.ts";

export const staffView = z.object({
  name: z.string(),
  role,
  active: z.boolean(),
  language: language.nullable(),
});
export type StaffView = z.infer<typeof staffView>;

export const sessionView = z.object({
  signedIn: z.object({ name: z.string(), role, language: language.nullable() }).nullable(),
});

export type SessionView = z.infer<typeof sessionView>;

export const staffCalls = {
  "staff.session": call("anyone", empty, sessionView),
  "staff.signIn": call("anyone", z.object({ name: personName, pin: z.string().min(1).max(40) }), sessionView),
  "staff.signOut": call("anyone", empty, sessionView),
  /** The person is still there: the page sends it while keys are pressed, so that the idle lock waits. */
  "staff.active": call("signedIn", empty, sessionView),
  "staff.save": call(
    "firstRun",
    z.object({ name: personName, role, pin: pin.optional(), active: z.boolean().optional() }),
    staffView,
  ),
  "staff.setLanguage": call("signedIn", z.object({ language }), staffView),
  "staff.list": call("anyone", empty, z.object({ staff: z.array(staffView) })),
};

export const tillStatus = z.object({
  open: z.boolean(),
  shiftId: z.string().nullable(),
  openedAt: z.string().nullable(),
  openedBy: z.string().nullable(),
  currency: z.string(),
  floatMinor: sumMinor,
  movedMinor: sumMinor,
  confirmedMinor: sumMinor,
  queuedMinor: sumMinor,
  unconfirmedMinor: sumMinor,
  toReturnMinor: sumMinor,
  expectedMinor: sumMinor,
  /** Items per outbox state that belong to this till, settled ones of earlier shifts left out. */
  items: z.record(z.string(), z.number().int()),
});
export type TillStatus = z.infer<typeof tillStatus>;

export const shiftReport = z.object({
  shiftId: z.string(),
  office: z.string(),
  till: z.string(),
  currency: z.string(),
  openedAt: z.string(),
  openedBy: z.string(),
  closedAt: z.string().nullable(),
  closedBy: z.string().nullable(),
  status: tillStatus,
  movements: z.array(z.object({ kind: z.string(), count: z.number().int(), sumMinor })),
  countedMinor: sumMinor.nullable(),
  differenceMinor: sumMinor.nullable(),
  openItems: z.array(
    z.object({
      itemId: z.string(),
      receiptNo: z.string(),
      loanRef: z.string(),
      amountMinor: sumMinor,
      state: z.string(),
      reason: z.string().nullable(),
    }),
  ),
  firstSequence: z.number().int(),
  lastSequence: z.number().int(),
  journalHead: z.string(),
  journalEntries: z.number().int(),
  appVersion: z.string(),
});
export type ShiftReport = z.infer<typeof shiftReport>;

export const tillCalls = {
  "till.open": call(
    "signedIn",
    z.object({ floatMinor: amountMinorOrZero, headCheck: z.string().max(64).optional() }),
    tillStatus,
  ),
  "till.status": call("anyone", empty, tillStatus),
  "till.move": call(
    "signedIn",
    z.object({ direction: z.enum(["in", "out"]), amountMinor, reason }),
    tillStatus,
  ),
  "till.close": call(
    "signedIn",
    z.object({
      counts: z
        .array(z.object({ denominationMinor: amountMinor, pieces: z.number().int().min(0).max(1_000_000) }))
        .max(100),
      note: note.optional(),
      approval: approval.optional(),
    }),
    shiftReport,
  ),
  "till.report": call("signedIn", z.object({ shiftId: id.optional() }), shiftReport),
};
