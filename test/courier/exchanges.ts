/** Exchanges as the wire can end them, for tests that need no wire. */
import type { Exchange, WireFailure } from "../../electron/ports.ts";

const common = { startedAt: Date.UTC(2025, 2, 21, 9), durationMs: 120, clockOffsetMs: 0 };

export function answered(status: number, body = "", headers: Record<string, string> = {}): Exchange {
  const response = { status, headers, body: Buffer.from(body, "utf8"), complete: true };
  return { ...common, phase: "done", bytesLeft: true, failure: null, response };
}

export function neverLeft(failure: WireFailure): Exchange {
  return { ...common, phase: "connect", bytesLeft: false, failure, response: null, clockOffsetMs: null };
}

export function mayHaveLeft(failure: WireFailure, status?: number): Exchange {
  const response =
    status === undefined ? null : { status, headers: {}, body: Buffer.alloc(0), complete: false };
  return { ...common, phase: response ? "body" : "request", bytesLeft: true, failure, response };
}
