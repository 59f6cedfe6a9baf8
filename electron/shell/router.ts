/** Takes one call that a page made to its answer: rate, size, name, tokens, then the core. Knows no Electron. */
import { randomUUID } from "node:crypto";
import type { CameraVerb, FileVerb } from "../../shared/channels.ts";
import { cameraVerbs, fileVerbs } from "../../shared/channels.ts";
import type { CallError, Envelope, ErrorCode } from "../../shared/errors.ts";
import { payloadFits } from "../../shared/payloadSize.ts";
import { bugFacts, type Log } from "../logging/log.ts";
import { type FileTokens, takesToken } from "./fileTokens.ts";

export type Core = { call(name: string, input: unknown): Promise<Envelope<unknown>> };

export type RouterParts = {
  core: Core;
  tokens: FileTokens;
  /** Answers the calls about choosing files. */
  files: (verb: FileVerb, input: unknown) => Promise<Envelope<unknown>>;
  /** Opens and closes the page's way to a camera. */
  camera: (verb: CameraVerb) => Envelope<unknown>;
  mayPass: () => boolean;
  log: Log;
};

function refuse(code: ErrorCode, message: string, more: Omit<CallError, "code" | "message"> = {}) {
  return { ok: false as const, error: { code, message, ...more } };
}

function isFileVerb(name: string): name is FileVerb {
  return fileVerbs.some((verb) => verb === name);
}

function isCameraVerb(name: string): name is CameraVerb {
  return cameraVerbs.some((verb) => verb === name);
}

/** The input with the real path in the token's place, or "refused" where the page named a path of its own. */
function withRealPath(name: string, input: unknown, tokens: FileTokens): { input: unknown } | "refused" {
  if (!takesToken(name) || typeof input !== "object" || input === null || !("path" in input))
    return { input };
  const path = tokens.redeem(input.path, name);
  return path === null ? "refused" : { input: { ...input, path } };
}

export function createRouter({ core, tokens, files, camera, mayPass, log }: RouterParts) {
  async function route(name: unknown, input: unknown): Promise<Envelope<unknown>> {
    if (!mayPass()) return refuse("tooManyCalls", "Too many calls in one second.", { retry: true });
    if (typeof name !== "string") return refuse("unknownCall", "There is no such call.");
    if (!payloadFits(name, input)) return refuse("tooLarge", "This is more than one call may carry.");
    if (isFileVerb(name)) return files(name, input);
    if (isCameraVerb(name)) return camera(name);
    const resolved = withRealPath(name, input, tokens);
    if (resolved === "refused") {
      return refuse("forbidden", "The file was not chosen in this program.", { field: "path" });
    }
    return core.call(name, resolved.input);
  }

  /** Never throws: a bug is logged under a reference that the clerk can read out. */
  return async (name: unknown, input: unknown): Promise<Envelope<unknown>> => {
    try {
      return await route(name, input);
    } catch (error) {
      const reference = randomUUID().slice(0, 8);
      log("error", "bridge.bug", { reference, ...bugFacts(error) });
      return refuse("unexpected", "Something went wrong in the program.", { reference });
    }
  };
}
