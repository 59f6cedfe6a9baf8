/** The ten operations of Iute's Partner API: address, effect and how a doubt about each is read back. */
import type { OperationFacts } from "../contract.ts";

export interface IuteOperation extends OperationFacts {
  readonly method: "GET" | "POST";
  readonly path: string;
}

export const iuteOperations = {
  calculate: {
    method: "POST",
    path: "/rest/api/partner/loan/calc",
    effect: "read",
    readBack: null,
    source: "iute-partner-api.md, Calculate loan conditions",
  },
  newLoan: {
    method: "POST",
    path: "/rest/api/partner/new/loan",
    effect: "once",
    readBack: "person",
    source: "iute-partner-api.md, Add new loan",
  },
  cancel: {
    method: "GET",
    path: "/rest/api/partner/cancel/loan",
    effect: "once",
    readBack: "checkStatus",
    source: "iute-partner-api.md, Cancel loan",
  },
  checkStatus: {
    method: "POST",
    path: "/rest/api/partner/loan/check/status",
    effect: "read",
    readBack: null,
    source: "iute-partner-api.md, Check loan status",
  },
  loanInfo: {
    method: "GET",
    path: "/rest/api/partner/loan/info",
    effect: "read",
    readBack: null,
    source: "iute-partner-api.md, Check loan info",
  },
  /** Issuing the agreement may move the loan on at the lender; asking again gives the agreement again. */
  agreement: {
    method: "GET",
    path: "/rest/api/partner/generate/agreement",
    effect: "repeatable",
    readBack: null,
    source: "iute-partner-api.md, Generate agreement",
  },
  /** A repeat after silence may be answered with 400: perhaps the first one arrived. */
  upload: {
    method: "POST",
    path: "/rest/api/partner/loan/files/upload",
    effect: "repeatable",
    readBack: "releaseCheck",
    source: "iute-partner-api.md, Upload file",
  },
  allowCashRelease: {
    method: "GET",
    path: "/rest/api/partner/allow/cash/release",
    effect: "read",
    readBack: null,
    source: "iute-partner-api.md, Allow cash release",
  },
  confirmCashRelease: {
    method: "GET",
    path: "/rest/api/partner/confirm/cash/release",
    effect: "once",
    readBack: "loanInfoThenRelease",
    source: "iute-partner-api.md, Confirm cash release",
  },
  insertRepayment: {
    method: "GET",
    path: "/rest/api/partner/insert/repayment",
    effect: "once",
    readBack: "loanInfoMovement",
    source: "iute-partner-api.md, Insert repayment",
  },
} as const satisfies Record<string, IuteOperation>;
