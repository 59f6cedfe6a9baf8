/** Builds Iute's ten requests as the document's tables and samples show them. */
import type { Application } from "../../../shared/api/loans.ts";
import { compactDate, dottedDate } from "../../../shared/dates.ts";
import { decimalTextFromMinor } from "../../../shared/money.ts";
import type { HttpRequest } from "../../ports.ts";
import { callUrl } from "../addresses.ts";
import type { ProviderFile, Submitter } from "../contract.ts";
import { type Body, type Field, multipart, urlEncoded } from "../form.ts";
import { type IuteOperation, iuteOperations } from "./operations.ts";

export interface IuteLine {
  readonly baseUrl: string;
  readonly authorization: string;
  readonly partnerType: string;
  readonly connectTimeoutMs: number;
  readonly requestTimeoutMs: number;
}

export interface ApplicationFiles {
  idCopy?: ProviderFile;
  dataVerification?: ProviderFile;
}

/** A loan of 1,200 instalments, generously indented, takes a third of this. */
const MAX_ANSWER_BYTES = 1024 * 1024;
const MAX_AGREEMENT_BYTES = 25 * 1024 * 1024;
/** A slow office still moves 16 bytes a millisecond; large uploads get that much time on top. */
const UPLOAD_BYTES_PER_MS = 16;

export function quoteRequest(line: IuteLine, amountMinor: number, months: number): HttpRequest {
  const fields = { loan_amount: decimalTextFromMinor(amountMinor), loan_duration: String(months) };
  return post(line, iuteOperations.calculate, urlEncoded({ ...fields, partner_type: line.partnerType }));
}

export function applyRequest(
  line: IuteLine,
  application: Application,
  submitter: Submitter,
  files: ApplicationFiles,
): HttpRequest {
  const fields: Field[] = [
    ["pin", application.pin],
    ["first_name", application.firstName],
    ["last_name", application.lastName],
    ["patronymic", application.patronymic],
    ["birth_date", dottedDate(application.birthDate)],
    ["document_serial", application.documentSerial],
    ["gsm", application.gsm],
    ["phone_home", application.phoneHome],
    ["alt_contact_name", application.altContactName],
    ["alt_contact_relation", application.altContactRelation],
    ["alt_contact_phone", application.altContactPhone],
    ["town", application.town],
    ["street", application.street],
    ["house_nr", application.houseNr],
    ["apartment_nr", application.apartmentNr],
    ["loan_amount", decimalTextFromMinor(application.amountMinor)],
    ["loan_duration", String(application.months)],
    ["submit_person", submitter.person],
    ["submit_post_office", submitter.office],
  ];
  if (files.idCopy) fields.push(["id_copy", files.idCopy]);
  if (files.dataVerification) fields.push(["data_verification", files.dataVerification]);
  return post(line, iuteOperations.newLoan, multipart([...fields, ["partner_type", line.partnerType]]));
}

export function statusRequest(line: IuteLine, loanRef: string): HttpRequest {
  return post(
    line,
    iuteOperations.checkStatus,
    multipart([
      ["loan_ref", loanRef],
      ["partner_type", line.partnerType],
    ]),
  );
}

/** A missing bank statement goes as the document's sample shows it: a part with an empty name and no content. */
export function uploadRequest(
  line: IuteLine,
  loanRef: string,
  agreement: ProviderFile,
  bankStatement: ProviderFile | null,
  onUpload?: HttpRequest["onUpload"],
): HttpRequest {
  const body = multipart([
    ["loan_agreement", agreement],
    ["bank_statement", bankStatement],
    ["loan_ref", loanRef],
    ["partner_type", line.partnerType],
  ]);
  return { ...post(line, iuteOperations.upload, body), ...(onUpload ? { onUpload } : {}) };
}

export function loanInfoRequest(line: IuteLine, loanRef: string): HttpRequest {
  return get(line, iuteOperations.loanInfo, { loanRef });
}

export function agreementRequest(line: IuteLine, loanRef: string, lang: string): HttpRequest {
  return { ...get(line, iuteOperations.agreement, { loanRef, lang }), maxBodyBytes: MAX_AGREEMENT_BYTES };
}

export function releaseRequest(line: IuteLine, loanRef: string): HttpRequest {
  return get(line, iuteOperations.allowCashRelease, { loanRef });
}

export function cancelRequest(line: IuteLine, loanRef: string): HttpRequest {
  return get(line, iuteOperations.cancel, { loanRef });
}

export function confirmRequest(line: IuteLine, loanRef: string): HttpRequest {
  return get(line, iuteOperations.confirmCashRelease, { loanRef });
}

export function repaymentRequest(
  line: IuteLine,
  loanRef: string,
  businessDate: string,
  amountMinor: number,
): HttpRequest {
  return get(line, iuteOperations.insertRepayment, {
    loanRef,
    date: compactDate(businessDate),
    amount: decimalTextFromMinor(amountMinor),
  });
}

function get(line: IuteLine, operation: IuteOperation, query: Record<string, string>): HttpRequest {
  const url = callUrl(line.baseUrl, operation.path, { ...query, partner_type: line.partnerType });
  return { ...common(line, operation), url, headers: { Authorization: line.authorization } };
}

function post(line: IuteLine, operation: IuteOperation, body: Body): HttpRequest {
  return {
    ...common(line, operation),
    url: callUrl(line.baseUrl, operation.path),
    headers: { Authorization: line.authorization, "Content-Type": body.contentType },
    body: body.bytes,
    totalTimeoutMs: line.requestTimeoutMs + Math.ceil(body.bytes.length / UPLOAD_BYTES_PER_MS),
  };
}

function common(line: IuteLine, operation: IuteOperation): Omit<HttpRequest, "url" | "headers"> {
  return {
    method: operation.method,
    ownConnection: true,
    connectTimeoutMs: line.connectTimeoutMs,
    totalTimeoutMs: line.requestTimeoutMs,
    maxBodyBytes: MAX_ANSWER_BYTES,
  };
}
