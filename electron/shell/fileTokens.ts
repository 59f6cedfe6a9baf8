/** Tokens that stand for paths: the page never names a file itself, it hands back what a person's choice issued. */
import { randomUUID } from "node:crypto";
import { basename } from "node:path";
import { type ReadingCall, readingCalls, type WritingCall, writingCalls } from "../../shared/bridge.ts";

export type Purpose = ReadingCall | WritingCall;

/** More than anyone drops at once; beyond it the oldest unused tokens are forgotten. */
const MOST_OPEN_TOKENS = 500;

const purposes: readonly string[] = [...readingCalls, ...writingCalls];

/** True for the calls whose `path` is a token. */
export function takesToken(callName: string): callName is Purpose {
  return purposes.includes(callName);
}

export type FileTokens = {
  issue(path: string, purpose: Purpose): { token: string; name: string };
  /** The path, once, for the call it was issued for; null for everything else, raw paths among them. */
  redeem(token: unknown, purpose: Purpose): string | null;
};

export function createFileTokens(): FileTokens {
  const open = new Map<string, { path: string; purpose: Purpose }>();
  return {
    issue(path, purpose) {
      const token = `chosen:${randomUUID()}`;
      open.set(token, { path, purpose });
      const [oldest] = open.keys();
      if (open.size > MOST_OPEN_TOKENS && oldest !== undefined) open.delete(oldest);
      return { token, name: basename(path) };
    },

    redeem(token, purpose) {
      const entry = typeof token === "string" ? open.get(token) : undefined;
      if (typeof token !== "string" || entry === undefined || entry.purpose !== purpose) return null;
      open.delete(token);
      return entry.path;
    },
  };
}
