/** Calls of the set-up desk: the office, its providers, training mode, unlocking. */
import { z } from "zod";
import { itemKinds, itemStateSchema } from "../outbox.ts";
import { providerReasons } from "../providerReasons.ts";
import { call } from "./call.ts";
import { approval, currency, empty, id, language, languages, requiredLine } from "./values.ts";

export const providerKinds = ["iute", "apollo", "drap", "interswitch", "q2"] as const;
export const providerKind = z.enum(providerKinds);
export type ProviderKind = z.infer<typeof providerKind>;

export const capabilities = [
  "quote",
  "apply",
  "loanStatus",
  "loanInfo",
  "agreement",
  "upload",
  "payout",
  "repayment",
  "customerLookup",
  "customerOnboarding",
  "customerLoans",
  "loanAccount",
  "noDuesLetter",
] as const;
export const capability = z.enum(capabilities);
export type Capability = z.infer<typeof capability>;

/** Whether an address is the provider's test or its production system; the test one shows on every screen. */
export const environment = z.enum(["production", "test"]);

export const settingText = z.string().trim().max(500);
export const providerSettings = z.record(
  z.string().regex(/^[A-Za-z][A-Za-z0-9]{0,40}$/),
  z.union([settingText, z.array(settingText).max(50), z.record(z.string().max(80), settingText)]),
);
export type ProviderSettings = z.infer<typeof providerSettings>;
export const providerSecrets = z.record(
  z.string().regex(/^[A-Za-z][A-Za-z0-9]{0,40}$/),
  z.string().min(1).max(2000),
);

export const providerInput = z.object({
  id,
  kind: providerKind,
  name: requiredLine(80),
  baseUrl: z.string().trim().min(1).max(500),
  environment: environment.optional(),
  settings: providerSettings,
  secrets: providerSecrets.optional(),
});
export type ProviderInput = z.infer<typeof providerInput>;

export const providerView = z.object({
  id,
  kind: providerKind,
  name: z.string(),
  baseUrl: z.string(),
  environment,
  settings: providerSettings,
  /** Names of the secrets that are stored; their values never leave the main process. */
  secretsSet: z.array(z.string()),
  capabilities: z.array(capability),
});
export type ProviderView = z.infer<typeof providerView>;

export const setupView = z.object({
  /** True once an office and at least one member of staff exist. */
  ready: z.boolean(),
  training: z.boolean(),
  /** Stands in every receipt number; null before the first entry. */
  installationId: z.string().nullable(),
  office: z.string(),
  till: z.string(),
  currency: z.string(),
  language,
  languages: z.array(z.enum(languages)),
  providers: z.array(
    z.object({
      id,
      kind: providerKind,
      name: z.string(),
      environment,
      capabilities: z.array(capability),
      /** Where it keeps its books in another currency than the till's. */
      currency: z.string().optional(),
    }),
  ),
  /** Why the app can only look and count: no key, or a data folder that needs a decision. Null when it works. */
  locked: z.enum(["keyring", "journalDamaged", "restoredBackup", "copiedData"]).nullable(),
  /** What was found about the data, for whoever decides on them and for the paper of the last shift. */
  problem: z
    .object({
      detail: z.string(),
      entries: z.number().int(),
      head: z.string(),
      firstBroken: z.number().int().optional(),
    })
    .nullable(),
  /** True where no OS keyring protects the key and the recovery code opens the till at each start. */
  keyringMissing: z.boolean(),
  staffExists: z.boolean(),
  warnings: z.array(z.enum(["twinMissing", "twinBehind", "clock", "noKeyring", "recoveryCodeNotPrinted"])),
  version: z.string(),
  limits: z.record(z.string(), z.number()),
});
export type SetupView = z.infer<typeof setupView>;

export const limitNames = [
  "releaseCheckSeconds",
  "connectTimeoutMs",
  "requestTimeoutMs",
  "reconcileGraceMs",
  "absentQuarantineMs",
  "retryBaseMs",
  "offlineMaxAmountMinor",
  "offlineMaxTotalMinor",
  "offlineMaxCount",
  "offlineMaxHours",
  "acknowledgedAbsentMs",
  "payoutApprovalAboveMinor",
  "retentionDays",
  "idleLockSeconds",
  "sessionHours",
  "blindCount",
] as const;
export type LimitName = (typeof limitNames)[number];
export const limitsInput = z.partialRecord(z.enum(limitNames), z.number().int().min(0));

/** What a carry-out file holds, to be compared with the papers at both counters. */
export const carriedWork = z.object({
  carryId: z.string(),
  items: z.number().int(),
  /** Applications and cancellations of which nobody knows what the lender did. */
  loans: z.number().int(),
  payments: z.array(
    z.object({
      receiptNo: z.string(),
      kind: z.enum(itemKinds),
      loanRef: z.string(),
      amountMinor: z.number().int(),
      currency: z.string(),
      state: itemStateSchema,
    }),
  ),
});

export const setupCalls = {
  "setup.get": call("anyone", empty, setupView),
  "setup.save": call(
    "firstRun",
    z.object({
      office: requiredLine(80),
      till: requiredLine(40),
      currency,
      language,
    }),
    setupView,
  ),
  "setup.saveLimits": call(
    "admin",
    z.object({ limits: limitsInput, approval: approval.optional() }),
    setupView,
  ),
  "setup.saveProvider": call(
    "firstRun",
    providerInput.extend({ approval: approval.optional() }),
    providerView,
  ),
  "setup.providers": call("admin", empty, z.object({ providers: z.array(providerView) })),
  "setup.testProvider": call(
    "signedIn",
    z.object({ providerId: id }),
    z.object({
      reachable: z.boolean(),
      millis: z.number().int(),
      detail: z.string(),
      /** What went wrong, by kind; absent where all is well. */
      problem: z.enum(["refused", "credentials", "noLine", "unclear"]).optional(),
      /** Which known case it is, for the page's own sentence, and the other side's words. */
      reason: z.enum(providerReasons).optional(),
      said: z.string().optional(),
    }),
  ),
  "setup.startTraining": call("anyone", empty, setupView),
  "setup.leaveTraining": call("anyone", empty, setupView),
  "setup.unlock": call("anyone", z.object({ recoveryCode: z.string().min(1).max(200) }), setupView),
  /** The recovery code, shown to be printed: at first set-up, and later to an admin who makes a new one. */
  "setup.recoveryCode": call("firstRun", empty, z.object({ recoveryCode: z.string() })),
  "setup.backUp": call("supervisor", empty, z.object({ path: z.string(), entries: z.number().int() })),
  "setup.acceptData": call(
    "anyone",
    z.object({ name: requiredLine(80), pin: z.string(), note: requiredLine(500) }),
    setupView,
  ),
  "setup.connections": call(
    "anyone",
    empty,
    z.object({
      connections: z.array(
        z.object({
          providerId: id,
          name: z.string(),
          lastAnswerAt: z.string().nullable(),
          state: z.enum(["answering", "silent", "credentials", "unknown"]),
          detail: z.string().nullable(),
        }),
      ),
    }),
  ),
  "setup.carryOut": call(
    "supervisor",
    z.object({
      path: z.string().max(1000),
      passphrase: z.string().min(8).max(200),
      /** The new till's installation number: then no other one takes the file in, copied or not. */
      forInstallation: z
        .string()
        .regex(/^[0-9a-f]{6}$/, "An installation number has six letters and digits.")
        .optional(),
    }),
    carriedWork.extend({ path: z.string(), forInstallation: z.string().nullable() }),
  ),
  "setup.carryIn": call(
    "supervisor",
    z.object({ path: z.string().max(1000), passphrase: z.string().min(8).max(200) }),
    carriedWork.extend({ fromInstallation: z.string() }),
  ),
} as const;
