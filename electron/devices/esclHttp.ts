/** One request to a network scanner, over Node's own HTTP: no redirects, no proxy, capped, and ended when asked to. */

import { request as httpRequest } from "node:http";
import { request as httpsRequest } from "node:https";
import type { ScannerFailure } from "../../shared/api/scanning.ts";
import { MOST_PAGE_BYTES, scannerFailed } from "./contract.ts";

export interface ScannerReply {
  status: number;
  location: string | null;
  retryAfterSeconds: number | null;
  contentType: string;
  body: Buffer;
}

export interface ScannerRequest {
  method: "GET" | "POST" | "DELETE";
  url: URL;
  body?: string;
  signal?: AbortSignal;
  /** Ends where nothing moves for so long: a page takes its time, a dead scanner for ever. */
  silenceMs: number;
}

/** Throws `scannerFailed`: the scanner does not answer, or broke off in the middle. */
export function askScanner({ method, url, body, signal, silenceMs }: ScannerRequest): Promise<ScannerReply> {
  return new Promise((resolve, reject) => {
    const send = url.protocol === "https:" ? httpsRequest : httpRequest;
    const begun = send(url, {
      method,
      agent: false,
      ...(signal === undefined ? {} : { signal }),
      headers:
        body === undefined ? {} : { "Content-Type": "text/xml", "Content-Length": Buffer.byteLength(body) },
    });
    const fail = (reason: ScannerFailure) => {
      reject(scannerFailed(signal?.aborted ? "stopped" : reason));
      begun.destroy();
    };
    begun.setTimeout(silenceMs, () => fail("gone"));
    begun.once("error", () => fail("gone"));
    begun.once("response", (response) => {
      const chunks: Buffer[] = [];
      let size = 0;
      response.on("data", (chunk: Buffer) => {
        size += chunk.length;
        chunks.push(chunk);
        if (size > MOST_PAGE_BYTES) fail("tooLarge");
      });
      response.once("error", () => fail("broke"));
      response.once("close", () => {
        if (!response.complete) return fail("broke");
        const { location, "retry-after": retryAfter, "content-type": contentType } = response.headers;
        resolve({
          status: response.statusCode ?? 0,
          location: location ?? null,
          retryAfterSeconds:
            retryAfter !== undefined && /^\d{1,3}$/.test(retryAfter) ? Number(retryAfter) : null,
          contentType: contentType ?? "",
          body: Buffer.concat(chunks),
        });
      });
    });
    begun.end(body);
  });
}
