/** Answers in JSON and in HTML, and the request as a training system reads it. */
import type { IncomingHttpHeaders } from "node:http";
import { type FormReading, readForm, readUrlEncoded } from "./form.ts";
import type { Reply } from "./wire.ts";

/** One request, split but not yet judged. */
export interface SystemCall<Operation extends string = string> {
  readonly operation: Operation;
  readonly method: string;
  /** What the path itself carries, decoded: a customer, an account. */
  readonly subject: string | null;
  readonly query: FormReading;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  /** The system's instant, ISO 8601. */
  readonly at: string;
}

export function jsonReply(status: number, value: unknown, headers: Record<string, string> = {}): Reply {
  return {
    status,
    contentType: "application/json;charset=UTF-8",
    headers,
    body: Buffer.from(JSON.stringify(value), "utf8"),
  };
}

export function pageReply(status: number, title: string, sentence: string): Reply {
  const page = `<!DOCTYPE html><html><head><title>${title}</title></head><body><p>${sentence}</p></body></html>`;
  return { status, contentType: "text/html;charset=UTF-8", body: Buffer.from(page, "utf8") };
}

/** The body of a request as JSON, or null where it is none or comes under another type. */
export function jsonOf(call: SystemCall): unknown {
  if (mediaType(call) !== "application/json") return null;
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(call.body);
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    // Neither JSON nor UTF-8: the system answers as to any bad request.
    return null;
  }
}

export function formOf(call: SystemCall): ReadonlyMap<string, string> | null {
  const reading = readForm(call.headers["content-type"], call.body);
  if (!reading.ok) return null;
  const texts = [...reading.form].filter((entry): entry is [string, string] => typeof entry[1] === "string");
  return new Map(texts);
}

export function queryOf(call: SystemCall): ReadonlyMap<string, string> | null {
  if (!call.query.ok) return null;
  return new Map(
    [...call.query.form].filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
}

export function readQuery(text: string): FormReading {
  return readUrlEncoded(text);
}

export function mediaType(call: SystemCall): string {
  return (call.headers["content-type"] ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
}

/** "Bearer abc" gives "abc"; null for anything else. */
export function bearerOf(call: SystemCall): string | null {
  return /^Bearer ([\x21-\x7e]+)$/.exec(call.headers.authorization ?? "")?.[1] ?? null;
}

/** Client id and secret from a Basic header. */
export function basicOf(call: SystemCall): { id: string; secret: string } | null {
  const encoded = /^Basic ([A-Za-z0-9+/=]+)$/.exec(call.headers.authorization ?? "")?.[1];
  if (encoded === undefined) return null;
  const pair = Buffer.from(encoded, "base64").toString("utf8");
  const colon = pair.indexOf(":");
  return colon < 0 ? null : { id: pair.slice(0, colon), secret: pair.slice(colon + 1) };
}

const SECRET = /password|secret|token|username|client_id|assertion/i;

/** Parameters as text for the list of requests, without credentials and without long values. */
export function readableParams(call: Omit<SystemCall, "operation">): Record<string, string> {
  const whole: SystemCall = { ...call, operation: "any" };
  const json = jsonOf(whole);
  const form = json === null && call.body.length > 0 ? formOf(whole) : null;
  const entries: [string, unknown][] = [
    ...(call.subject === null ? [] : [["subject", call.subject] satisfies [string, unknown]]),
    ...(queryOf(whole) ?? []),
    ...(form ?? []),
    ...(typeof json === "object" && json !== null ? Object.entries(json) : []),
  ];
  return Object.fromEntries(
    entries
      .filter(([name, value]) => !SECRET.test(name) && ["string", "number", "boolean"].includes(typeof value))
      .map(([name, value]) => [name, String(value).slice(0, 300)]),
  );
}
