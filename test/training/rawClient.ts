/** A client that knows nothing: it writes the bytes it is given and tells what came back and how it ended. */
import { connect } from "node:net";
import { startTrainingIute, type TrainingIuteOptions } from "../../electron/training/iute/server.ts";

/** The day on which the document's samples work out: first repayment 26.07.2018. */
export const SAMPLE_DAY = Date.UTC(2018, 5, 26, 9, 30);
export const CREDENTIALS = { username: "wuser", password: "näyte:pw" };
export const AUTHORIZATION = `Basic ${Buffer.from("wuser:näyte:pw", "utf8").toString("base64")}`;

export function startLender(options: Partial<TrainingIuteOptions> = {}) {
  return startTrainingIute({
    credentials: CREDENTIALS,
    partnerType: "post",
    clock: () => SAMPLE_DAY,
    ...options,
  });
}

export interface RawAnswer {
  /** `answered`: a whole reply. Otherwise how the connection ended before there was one. */
  readonly how: "answered" | "cutShort" | "noByte" | "reset" | "refused";
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** Sends these bytes on a new connection and waits for a whole reply or the end. */
export function sendRaw(baseUrl: string, bytes: string | Buffer, signal?: AbortSignal): Promise<RawAnswer> {
  return new Promise((resolve) => {
    const socket = connect(Number(new URL(baseUrl).port), "127.0.0.1");
    let received = Buffer.alloc(0);
    let failure: string | null = null;
    const finish = (how: RawAnswer["how"]) => {
      socket.destroy();
      resolve({ how, ...parsed(received) });
    };
    socket.on("data", (chunk) => {
      received = Buffer.concat([received, chunk]);
      if (isWhole(received)) finish("answered");
    });
    socket.on("error", (error) => {
      failure = "code" in error ? String(error.code) : "unknown";
    });
    socket.on("close", () => {
      if (failure === "ECONNREFUSED") finish("refused");
      else if (failure === "ECONNRESET") finish("reset");
      else finish(received.length === 0 ? "noByte" : "cutShort");
    });
    signal?.addEventListener("abort", () => socket.destroy());
    socket.write(bytes);
  });
}

function isWhole(bytes: Buffer): boolean {
  const { headers, body } = parsed(bytes);
  const length = headers["content-length"];
  return length !== undefined && body.length >= Number(length);
}

function parsed(bytes: Buffer): Pick<RawAnswer, "status" | "headers" | "body"> {
  const end = bytes.indexOf("\r\n\r\n");
  if (end < 0) return { status: 0, headers: {}, body: Buffer.alloc(0) };
  const [statusLine = "", ...lines] = bytes.toString("latin1", 0, end).split("\r\n");
  const headers = Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf(":")).toLowerCase(), line.slice(line.indexOf(":") + 2)]),
  );
  return { status: Number(statusLine.split(" ")[1]), headers, body: bytes.subarray(end + 4) };
}

export type Params = Readonly<Record<string, string>>;

function head(method: string, target: string, more: readonly string[] = []): string {
  const lines = [
    `${method} ${target} HTTP/1.1`,
    "Host: localhost:8080",
    `Authorization: ${AUTHORIZATION}`,
    ...more,
  ];
  return `${lines.join("\r\n")}\r\n\r\n`;
}

export function getBytes(path: string, params: Params): string {
  return head("GET", `/iute/rest/api/partner/${path}?${new URLSearchParams(params)}`);
}

export function get(baseUrl: string, path: string, params: Params, signal?: AbortSignal): Promise<RawAnswer> {
  return sendRaw(baseUrl, getBytes(path, { partner_type: "post", ...params }), signal);
}

export function postForm(baseUrl: string, path: string, params: Params): Promise<RawAnswer> {
  const body = new URLSearchParams({ partner_type: "post", ...params }).toString();
  const headers = ["Content-Type: application/x-www-form-urlencoded", `Content-Length: ${body.length}`];
  return sendRaw(baseUrl, head("POST", `/iute/rest/api/partner/${path}`, headers) + body);
}

/** A part as the document's samples write it; a file has a name and perhaps a type. */
export interface Part {
  readonly name: string;
  readonly value: string | Buffer;
  readonly fileName?: string;
  readonly type?: string;
}

export const SAMPLE_BOUNDARY = "----WebKitFormBoundary7MA4YWxkTrZu0gW";

export function multipartBody(parts: readonly Part[], delimiter = `--${SAMPLE_BOUNDARY}`): Buffer {
  const chunks = parts.flatMap(({ name, value, fileName, type }) => {
    const file = fileName === undefined ? "" : `; filename="${fileName}"`;
    const typeLine = type === undefined ? "" : `Content-Type: ${type}\r\n`;
    const start = `${delimiter}\r\nContent-Disposition: form-data; name="${name}"${file}\r\n${typeLine}\r\n`;
    return [Buffer.from(start), Buffer.from(value), Buffer.from("\r\n")];
  });
  return Buffer.concat([...chunks, Buffer.from(`${delimiter}--\r\n`)]);
}

export function postMultipart(baseUrl: string, path: string, body: Buffer): Promise<RawAnswer> {
  const headers = [
    "Cache-Control: no-cache",
    `Content-Type: multipart/form-data; boundary=${SAMPLE_BOUNDARY}`,
    `Content-Length: ${body.length}`,
  ];
  return sendRaw(
    baseUrl,
    Buffer.concat([Buffer.from(head("POST", `/iute/rest/api/partner/${path}`, headers)), body]),
  );
}
