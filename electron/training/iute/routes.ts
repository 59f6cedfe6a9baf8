/** The ten operations of the Partner API: name, method and path exactly as the document's tables give them. */

export const iuteOperations = [
  "calculate",
  "newLoan",
  "cancel",
  "checkStatus",
  "loanInfo",
  "generateAgreement",
  "uploadFiles",
  "allowCashRelease",
  "confirmCashRelease",
  "insertRepayment",
] as const;

export type IuteOperation = (typeof iuteOperations)[number];

export interface Route {
  readonly method: "GET" | "POST";
  readonly path: string;
}

/** What stands before the paths in all of the document's samples; the base URL ends with it. */
export const BASE_PATH = "/iute";

export const routes: Readonly<Record<IuteOperation, Route>> = {
  calculate: { method: "POST", path: "/rest/api/partner/loan/calc" },
  newLoan: { method: "POST", path: "/rest/api/partner/new/loan" },
  cancel: { method: "GET", path: "/rest/api/partner/cancel/loan" },
  checkStatus: { method: "POST", path: "/rest/api/partner/loan/check/status" },
  loanInfo: { method: "GET", path: "/rest/api/partner/loan/info" },
  generateAgreement: { method: "GET", path: "/rest/api/partner/generate/agreement" },
  uploadFiles: { method: "POST", path: "/rest/api/partner/loan/files/upload" },
  allowCashRelease: { method: "GET", path: "/rest/api/partner/allow/cash/release" },
  confirmCashRelease: { method: "GET", path: "/rest/api/partner/confirm/cash/release" },
  insertRepayment: { method: "GET", path: "/rest/api/partner/insert/repayment" },
};

export function operationAt(path: string): IuteOperation | null {
  return iuteOperations.find((operation) => BASE_PATH + routes[operation].path === path) ?? null;
}

export function isIuteOperation(name: string): name is IuteOperation {
  return iuteOperations.some((operation) => operation === name);
}
