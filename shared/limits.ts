/** The office's limits, each with the value that holds where the office says nothing. */
import type { LimitName } from "./api/setup.ts";

export type Limits = Record<LimitName, number>;

export const defaultLimits: Limits = {
  releaseCheckSeconds: 120,
  connectTimeoutMs: 10_000,
  requestTimeoutMs: 60_000,
  /** After an unclear answer, before the books are read for the first time. */
  reconcileGraceMs: 2_000,
  /** Between the two absent readings. */
  absentQuarantineMs: 15 * 60_000,
  retryBaseMs: 5_000,
  offlineMaxAmountMinor: 5_000_000,
  offlineMaxTotalMinor: 50_000_000,
  offlineMaxCount: 500,
  offlineMaxHours: 72,
  /** How long an acknowledgement may stand without a movement of the books. */
  acknowledgedAbsentMs: 24 * 3_600_000,
  payoutApprovalAboveMinor: 50_000_000,
  retentionDays: 365,
  idleLockSeconds: 300,
  /** After so long a person signs in again, whatever they do. */
  sessionHours: 10,
  /** 1: cashiers count the drawer before the page shows them what should be in it; 0: the sums always stand there. */
  blindCount: 1,
};
