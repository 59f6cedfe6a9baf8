/** The bridge contract: one table of every call, from which types, router, preload and docs derive. */
import type { z } from "zod";
import { approvalCalls } from "./api/approvals.ts";
import { outboxCalls, payoutCalls, repaymentCalls } from "./api/cash.ts";
import { customerCalls } from "./api/customers.ts";
import { disputeCalls } from "./api/disputes.ts";
import { loanCalls } from "./api/loans.ts";
import { documentCalls, receiptCalls } from "./api/paper.ts";
import { staffCalls } from "./api/people.ts";
import { printerCalls } from "./api/printing.ts";
import { journalCalls, trainingCalls } from "./api/records.ts";
import { safetyCalls } from "./api/safety.ts";
import { scanningCalls } from "./api/scanning.ts";
import { setupCalls } from "./api/setup.ts";
import { tillCalls } from "./api/till.ts";
import { tillBookCalls } from "./api/tillBooks.ts";
import { transferCalls } from "./api/transfers.ts";

export const api = {
  ...setupCalls,
  ...safetyCalls,
  ...staffCalls,
  ...approvalCalls,
  ...tillCalls,
  ...transferCalls,
  ...tillBookCalls,
  ...disputeCalls,
  ...loanCalls,
  ...payoutCalls,
  ...repaymentCalls,
  ...outboxCalls,
  ...customerCalls,
  ...documentCalls,
  ...receiptCalls,
  ...printerCalls,
  ...scanningCalls,
  ...journalCalls,
  ...trainingCalls,
} as const;

export type Api = typeof api;
export type CallName = keyof Api;
export type CallInput<Name extends CallName> = z.input<Api[Name]["input"]>;
export type ParsedInput<Name extends CallName> = z.output<Api[Name]["input"]>;
export type CallValue<Name extends CallName> = z.output<Api[Name]["value"]>;

export const callNames = Object.keys(api).filter(isCallName);

export function isCallName(name: string): name is CallName {
  return Object.hasOwn(api, name);
}

/** What the core tells its listeners. A payload names what changed and never carries personal data. */
export type Events = {
  "outbox.changed": { itemIds: string[] };
  "connection.changed": { providerId: string };
  "upload.progress": { loanId: string; sentBytes: number; totalBytes: number };
  /** So many pages have come in since the scan began. */
  "scan.progress": { sourceId: string; pages: number };
  "loan.changed": { loanId: string };
  "till.changed": Record<string, never>;
  "session.locked": { reason: "idle" | "limit" | "signedOut" | "switched" | "system" };
};
export type EventName = keyof Events;
export const eventNames = [
  "outbox.changed",
  "connection.changed",
  "upload.progress",
  "scan.progress",
  "loan.changed",
  "till.changed",
  "session.locked",
] as const satisfies readonly EventName[];
