/** Reads DRAP's answers: the envelope first, since most outcomes come as HTTP 200, then the customer in it. */
import { z } from "zod";
import type { CustomerOutcome, Fields } from "../../../shared/api/customers.ts";
import { fieldNamedIn } from "../../../shared/customerForm.ts";
import type { Exchange } from "../../ports.ts";
import { credentials, shownSentence, unclear, undocumentedStatus } from "../answers.ts";
import type { Answer, CustomerFinding } from "../contract.ts";
import { readJson, textOrNumber } from "../json.ts";
import { wireAnswer } from "../wire.ts";
import { customerFields } from "./fieldNames.ts";
import { claimsSuccess, type Envelope, failureOutcome, isStop, namedOutcome } from "./outcomes.ts";
import type { ErrorCodeTable } from "./settings.ts";

const envelopeSchema = z.object({
  status: textOrNumber.nullish(),
  statusCode: textOrNumber.nullish(),
  errorCode: textOrNumber.nullish(),
  message: z.string().nullish(),
  data: z.unknown().optional(),
});
/** 16 digits in the vendor's samples, 10 characters in a client's table. */
const ecrnSchema = textOrNumber.pipe(z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/));
const registeredSchema = z.object({ ecrn: ecrnSchema });
/** What an answer about a person may tell of the documents by which the person was found. */
const identitySchema = z.object({
  id_number: textOrNumber.nullish(),
  id_details: z.array(z.object({ id_number: textOrNumber.nullish() })).nullish(),
});

const standingSchema = z.object({
  customer_status: textOrNumber.nullish(),
  aml_scan_status: textOrNumber.nullish(),
});

export type Asked =
  | { readonly by: "idNumber"; readonly idNumber: string }
  | { readonly by: "ecrn"; readonly ecrn: string }
  | { readonly by: "registration"; readonly ecrn: string | null };

/** Statuses under which the document gives a business outcome, and their neighbours. */
const OUTCOME_STATUSES: ReadonlySet<number> = new Set([200, 400, 404, 406, 409, 422]);

/** Why somebody is not served is told by the outcome only, which the desk keeps from whoever may not know it. */
const mayShow = (words: string) => !isStop(namedOutcome(words));

export function customerAnswer(
  exchange: Exchange,
  asked: Asked,
  errorCodes: ErrorCodeTable,
): Answer<CustomerFinding> {
  const wire = wireAnswer(exchange);
  if (wire) return wire;
  const status = exchange.response?.status ?? 0;
  const body = readJson(exchange);
  const reading = body.ok ? envelopeSchema.safeParse(body.value) : null;
  const envelope = reading?.success ? envelopeOf(reading.data) : null;
  if (status === 401 || status === 403) {
    const told = shownSentence(envelope?.message ?? "");
    const words = told !== null && mayShow(told) ? told : null;
    return credentials(words ?? "The provider did not accept this office's access.", exchange, {
      reason: "accessRefused",
      said: words ?? undefined,
    });
  }
  // Twice the same question does no harm: a fault told about a look-up is an answer. A registration may have arrived.
  const isToldFault =
    status >= 500 && asked.by !== "registration" && /^(?:fail|error)/i.test(envelope?.status ?? "");
  if (!OUTCOME_STATUSES.has(status) && !isToldFault) return undocumentedStatus(exchange, mayShow);
  if (!body.ok) return unclear(body.message, exchange, body);
  const name = envelope === null ? null : namedOutcome(envelope.message);
  if (!envelope || !reading?.success || (isBare(envelope) && name === null)) {
    return unclear("The provider's answer is not the one that is documented.", exchange);
  }
  if (claimsSuccess(envelope)) {
    if (status !== 200) return unclear(`The provider's answer claims success with HTTP ${status}.`, exchange);
    // Whoever must not be served is stopped, however politely it is said; "found nobody" may call itself a success, too.
    const isNobody = asked.by !== "registration" && name !== null && isWithoutCustomer(reading.data.data);
    if (!isStop(name) && !isNobody) return found(reading.data.data, envelope, asked, exchange);
    return failure(name ?? "failed", envelope, exchange);
  }
  if (/^success/i.test(envelope.status ?? "")) {
    return unclear("The provider's answer says success and failure at once.", exchange);
  }
  // The document knows two reasons for a registration's 406, and for either one the person is not served.
  const unnamed = status === 406 && asked.by === "registration" ? "blocked" : "failed";
  return failure(failureOutcome(envelope, errorCodes) ?? unnamed, envelope, exchange);
}

function failure(outcome: CustomerOutcome, envelope: Envelope, exchange: Exchange): Answer<CustomerFinding> {
  const said = shownSentence(envelope.message ?? "") ?? shownSentence(envelope.errorCode ?? "");
  const message = said ?? "The provider gave no reason.";
  const isAboutField = outcome === "fieldMissing" || outcome === "invalidMasterData";
  const field = isAboutField ? fieldNamedIn(message) : null;
  return { kind: "answer", value: { outcome, message, ...(field === null ? {} : { field }) }, exchange };
}

function envelopeOf(fields: z.infer<typeof envelopeSchema>): Envelope {
  const text = (value: string | null | undefined) => (value === undefined || value === "" ? null : value);
  return {
    status: text(fields.status) ?? null,
    statusCode: text(fields.statusCode) ?? null,
    errorCode: text(fields.errorCode) ?? null,
    message: text(fields.message) ?? null,
  };
}

function isWithoutCustomer(data: unknown): boolean {
  return data === null || data === undefined || (typeof data === "object" && Object.keys(data).length === 0);
}

/** Whether the customer's own data say that the person must not be served; their other values nobody has published. */
function standingOf(data: unknown): CustomerOutcome | null {
  const told = standingSchema.safeParse(data);
  if (!told.success) return null;
  const { customer_status, aml_scan_status } = told.data;
  return [customer_status, aml_scan_status].map((text) => namedOutcome(text ?? null)).find(isStop) ?? null;
}

/** An object of some other system that happens to be JSON. */
function isBare({ status, statusCode, errorCode }: Envelope): boolean {
  return status === null && statusCode === null && errorCode === null;
}

function found(data: unknown, envelope: Envelope, asked: Asked, exchange: Exchange): Answer<CustomerFinding> {
  const registered = registeredSchema.safeParse(data);
  if (!registered.success) return unclear("The provider's answer names no customer.", exchange);
  const { ecrn } = registered.data;
  if (asked.by !== "idNumber" && asked.ecrn !== null && asked.ecrn !== ecrn) return another(exchange);
  if (asked.by === "idNumber" && !namesDocument(data, asked.idNumber)) return another(exchange);
  const standing = standingOf(data);
  if (standing !== null) return failure(standing, envelope, exchange);
  const customer: Fields = { ...customerFields(data), ecrn };
  const message = shownSentence(envelope.message ?? "") ?? "Successfully Processed";
  return { kind: "answer", value: { outcome: "found", customer, message }, exchange };
}

function another(exchange: Exchange): Answer<CustomerFinding> {
  return unclear("The provider's answer is about another customer than the one asked for.", exchange, {
    reason: "customerOther",
  });
}

/** The sample is cut off before any document: where the answer shows some, the one asked for has to be among them. */
function namesDocument(data: unknown, idNumber: string): boolean {
  const identity = identitySchema.safeParse(data);
  // A document in an unexpected form proves nobody.
  if (!identity.success) return false;
  const { id_number, id_details } = identity.data;
  const shown = [id_number, ...(id_details ?? []).map((details) => details.id_number)]
    .filter((number) => number !== null && number !== undefined)
    .map(comparable);
  return shown.length === 0 || shown.includes(comparable(idNumber));
}

function comparable(idNumber: string): string {
  return idNumber.replace(/[\s-]/g, "").toUpperCase();
}
