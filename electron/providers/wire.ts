/** Says in plain words what the wire did, and keeps what the journal needs of it. */
import { instant } from "../../shared/dates.ts";
import { assertNever } from "../../shared/errors.ts";
import type { WireRecord } from "../../shared/outbox.ts";
import type { ProviderReason } from "../../shared/providerReasons.ts";
import type { Exchange, WireFailure } from "../ports.ts";
import type { Answer } from "./contract.ts";

/** The record that stands in the journal: how far the connection got, and nothing that was said on it. */
export function wireRecord(exchange: Exchange): WireRecord {
  const { response } = exchange;
  return {
    startedAt: instant(exchange.startedAt),
    durationMs: exchange.durationMs,
    phase: exchange.phase,
    bytesLeft: exchange.bytesLeft,
    failure: exchange.failure,
    status: response?.status ?? null,
    contentType: response ? contentTypeOf(exchange) : null,
    bodyBytes: response?.body.length ?? 0,
    clockOffsetMs: exchange.clockOffsetMs,
  };
}

/** The media type in lower case without its parameters, or null. */
export function mediaTypeOf(exchange: Exchange): string | null {
  return contentTypeOf(exchange)?.split(";")[0]?.trim().toLowerCase() ?? null;
}

export function contentTypeOf(exchange: Exchange): string | null {
  return exchange.response?.headers["content-type"] ?? null;
}

/** The answer where the wire itself failed; null where a whole response came back. */
export function wireAnswer(exchange: Exchange): Answer<never> | null {
  if (exchange.failure === null) return exchange.response?.complete ? null : unclear("other", exchange);
  if (!exchange.bytesLeft) {
    const { failure } = exchange;
    return { kind: "noLine", message: notSentSentence(failure), exchange, reason: notSentReason(failure) };
  }
  return unclear(exchange.failure, exchange);
}

function unclear(failure: WireFailure, exchange: Exchange): Answer<never> {
  return { kind: "unclear", message: doubtSentence(failure), exchange, reason: doubtReason(failure) };
}

const notSent: Readonly<Partial<Record<WireFailure, ProviderReason>>> = {
  nameLookup: "nameLookup",
  refused: "connectionRefused",
  unreachable: "unreachable",
  certificate: "certificate",
  tls: "tls",
  proxy: "proxy",
  connectTimeout: "connectTimeout",
  timeout: "connectTimeout",
};
const inDoubt: Readonly<Partial<Record<WireFailure, ProviderReason>>> = {
  timeout: "answerTimeout",
  truncated: "answerBrokeOff",
  tooLarge: "answerTooLarge",
};

function notSentReason(failure: WireFailure): ProviderReason {
  return notSent[failure] ?? "noConnection";
}

function doubtReason(failure: WireFailure): ProviderReason {
  return inDoubt[failure] ?? "connectionBroke";
}

function notSentSentence(failure: WireFailure): string {
  switch (failure) {
    case "nameLookup":
      return "The provider's address could not be found. Check the connection and the address.";
    case "refused":
      return "The provider's computer refused the connection.";
    case "unreachable":
      return "The provider's computer cannot be reached from here.";
    case "certificate":
      return "The certificate of this address is not valid for the provider, so nothing was sent. Tell your IT department.";
    case "tls":
      return "No secure connection to the provider could be made, so nothing was sent.";
    case "proxy":
      return "The office's proxy did not open a way to the provider.";
    case "connectTimeout":
    case "timeout":
      return "The provider did not take the connection in time.";
    case "reset":
    case "truncated":
    case "tooLarge":
    case "aborted":
    case "other":
      return "No connection to the provider could be made.";
    default:
      return assertNever(failure, "wire failure");
  }
}

function doubtSentence(failure: WireFailure): string {
  switch (failure) {
    case "timeout":
      return "The provider did not answer in time.";
    case "reset":
      return "The connection broke before the provider answered.";
    case "truncated":
      return "The provider's answer broke off.";
    case "tooLarge":
      return "The answer was larger than any answer of the provider can be.";
    case "nameLookup":
    case "refused":
    case "unreachable":
    case "certificate":
    case "tls":
    case "proxy":
    case "connectTimeout":
    case "aborted":
    case "other":
      return "The connection failed before the provider's answer was complete.";
    default:
      return assertNever(failure, "wire failure");
  }
}
