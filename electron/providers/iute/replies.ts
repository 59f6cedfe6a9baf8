/** Decides what an exchange with Iute means: the documented success, the documented refusal, or neither. */
import type { Exchange } from "../../ports.ts";
import type { Answer, OnceOperation, ProviderFile } from "../contract.ts";
import { plainFileName } from "../form.ts";
import { sentenceOf } from "../sentence.ts";
import { contentTypeOf, mediaTypeOf, wireAnswer } from "../wire.ts";
import type { Reading } from "./answers.ts";
import { readXml } from "./xml.ts";

export type DocumentedRefusal = ReturnType<OnceOperation["documentedRefusal"]>;

/** Success is an empty body with 200 and nothing else: a login page with 200 is not (Upload, Cancel, Confirm, Insert). */
export function isEmptySuccess(exchange: Exchange): boolean {
  const { failure, response } = exchange;
  return (
    failure === null &&
    response !== null &&
    response.complete &&
    response.status === 200 &&
    response.body.length === 0
  );
}

/**
 * "HTTP code 400 with a description of the error in the content, 403 for authentication problems" (API technical
 * specification). A 401 is taken as the same refusal of credentials, and a 400 without words is none.
 */
export function documentedRefusal(
  exchange: Exchange,
  statuses: (status: number) => boolean = is400,
): DocumentedRefusal {
  const { failure, response } = exchange;
  if (failure !== null || !response?.complete) return null;
  const sentence = sentenceOf(response.body, contentTypeOf(exchange));
  if (response.status === 401 || response.status === 403) {
    return {
      message: sentence ?? "The lender did not accept the user name or the password.",
      credentials: true,
    };
  }
  return statuses(response.status) && sentence !== null ? { message: sentence, credentials: false } : null;
}

function is400(status: number): boolean {
  return status === 400;
}

/** Cancel loan is documented with "HTTP code 40*". */
export function is40x(status: number): boolean {
  return status >= 400 && status <= 409;
}

/** Everything but a whole response with 200: null means that there is one. */
export function notSuccessful(exchange: Exchange): Answer<never> | null {
  const wire = wireAnswer(exchange);
  if (wire) return wire;
  const refusal = documentedRefusal(exchange);
  if (refusal)
    return { kind: refusal.credentials ? "credentials" : "refused", message: refusal.message, exchange };
  const status = exchange.response?.status ?? 0;
  return status === 200 ? null : unclear(undocumentedStatus(status, exchange), exchange);
}

function undocumentedStatus(status: number, exchange: Exchange): string {
  if (status >= 300 && status <= 399) {
    return `The address leads on to another one (HTTP ${status}), which was not followed. Perhaps a sign-in page of the network stands in between.`;
  }
  if (status === 400) return "The lender refused the request (HTTP 400) and gave no reason.";
  const sentence =
    status >= 500 ? sentenceOf(exchange.response?.body ?? Buffer.alloc(0), contentTypeOf(exchange)) : null;
  const what =
    status >= 500
      ? "The lender's system reported a fault"
      : "The answer is not one that the lender documents";
  return `${what} (HTTP ${status})${sentence === null ? "." : `: ${sentence}`}`;
}

export function unclear(message: string, exchange: Exchange): Answer<never> {
  return { kind: "unclear", message, exchange };
}

/** A documented answer in XML, or what came instead of one. */
export function xmlAnswer<Value>(
  exchange: Exchange,
  read: (document: unknown) => Reading<Value>,
): Answer<Value> {
  return notSuccessful(exchange) ?? xmlBody(exchange, read);
}

/** Reads the body whatever the status says. */
export function xmlBody<Value>(
  exchange: Exchange,
  read: (document: unknown) => Reading<Value>,
): Answer<Value> {
  const xml = readXml(exchange.response?.body ?? Buffer.alloc(0));
  if (!xml.ok) return unclear(notTheLender(exchange, `The lender's answer ${xml.problem}.`), exchange);
  const reading = read(xml.document);
  return reading.ok
    ? { kind: "answer", value: reading.value, exchange }
    : unclear(notTheLender(exchange, reading.message), exchange);
}

/** `problem` is what is wrong with it as an answer of the lender; a page was never meant as one, however well-formed. */
function notTheLender(exchange: Exchange, problem: string): string {
  return mediaTypeOf(exchange)?.includes("html")
    ? "A web page came back where the lender's data belongs. Perhaps a sign-in page of the network stands in between."
    : problem;
}

/** A success without content. */
export function emptyAnswer(exchange: Exchange): Answer<null> {
  if (isEmptySuccess(exchange)) return { kind: "answer", value: null, exchange };
  return (
    notSuccessful(exchange) ??
    unclear("Something came back where the lender answers with an empty page.", exchange)
  );
}

/** Generate agreement: a PDF as an attachment, named after the loan. */
export function agreementAnswer(exchange: Exchange, loanRef: string, language: string): Answer<ProviderFile> {
  const failed = notSuccessful(exchange);
  if (failed) return failed;
  const bytes = exchange.response?.body ?? Buffer.alloc(0);
  if (mediaTypeOf(exchange) !== "application/pdf" || !bytes.subarray(0, 1024).includes("%PDF-")) {
    return unclear("What came back is not an agreement in PDF.", exchange);
  }
  const disposition = exchange.response?.headers["content-disposition"] ?? "";
  const offered = /filename\s*=\s*"?([^";]*)/i.exec(disposition)?.[1] ?? "";
  const named = /^specific_agreement_(\d+)_/.exec(offered)?.[1] ?? loanRef;
  if (named !== loanRef)
    return unclear(`The lender sent the agreement of loan ${named} instead of ${loanRef}.`, exchange);
  const name = plainFileName(
    offered === "" ? `specific_agreement_${loanRef}_${language}` : offered,
    "application/pdf",
  );
  return { kind: "answer", value: { name, mime: "application/pdf", bytes }, exchange };
}
