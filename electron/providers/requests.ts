/** The one shape of a request to the systems that answer in JSON: its own connection, the office's time limits, a cap. */
import type { HttpRequest } from "../ports.ts";
import { type Body, urlEncoded } from "./form.ts";

export interface RequestLimits {
  readonly connectTimeoutMs: number;
  readonly requestTimeoutMs: number;
}

const MAX_ANSWER_BYTES = 4 * 1024 * 1024;
/** A slow office still moves 16 bytes a millisecond; pictures of documents get that much time on top. */
const UPLOAD_BYTES_PER_MS = 16;

export function getRequest(
  limits: RequestLimits,
  url: string,
  headers: Record<string, string>,
  maxBodyBytes = MAX_ANSWER_BYTES,
): HttpRequest {
  return {
    method: "GET",
    url,
    headers,
    ownConnection: true,
    connectTimeoutMs: limits.connectTimeoutMs,
    totalTimeoutMs: limits.requestTimeoutMs,
    maxBodyBytes,
  };
}

export function postRequest(
  limits: RequestLimits,
  url: string,
  headers: Record<string, string>,
  body: Body,
): HttpRequest {
  return {
    ...getRequest(limits, url, { ...headers, "Content-Type": body.contentType }),
    method: "POST",
    body: body.bytes,
    totalTimeoutMs: limits.requestTimeoutMs + Math.ceil(body.bytes.length / UPLOAD_BYTES_PER_MS),
  };
}

/** A question for a token: a form, as RFC 6749 has it. */
export function tokenRequest(
  limits: RequestLimits,
  url: string,
  fields: Record<string, string>,
  headers: Record<string, string> = {},
): HttpRequest {
  return postRequest(limits, url, { Accept: "application/json", ...headers }, urlEncoded(fields));
}
