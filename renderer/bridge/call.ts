/** One call over the bridge: by its name, with its own input and value types; the failure is a value, never thrown. */
import type { CallInput, CallName, CallValue } from "../../shared/api.ts";
import { type CallError, callErrorSchema, type Envelope } from "../../shared/errors.ts";

/** The core parses each value against the call's schema before it leaves; the page checks only the envelope. */
function isAnswer<Name extends CallName>(reply: unknown): reply is Envelope<CallValue<Name>> {
  if (typeof reply !== "object" || reply === null || !("ok" in reply)) return false;
  if (reply.ok === true) return "value" in reply;
  return "error" in reply && callErrorSchema.safeParse(reply.error).success;
}

const silent: CallError = { code: "unexpected", message: "The program does not answer.", retry: true };

export async function call<Name extends CallName>(
  name: Name,
  input: CallInput<Name>,
): Promise<Envelope<CallValue<Name>>> {
  const [desk = "", verb = ""] = name.split(".");
  const door: unknown = Reflect.get(Object(Reflect.get(window.counterfoil, desk)), verb);
  if (typeof door !== "function") return { ok: false, error: { ...silent, code: "unknownCall" } };
  try {
    const reply: unknown = await door(input);
    return isAnswer<Name>(reply) ? reply : { ok: false, error: silent };
  } catch (error) {
    return {
      ok: false,
      error: { ...silent, message: error instanceof Error ? error.message : silent.message },
    };
  }
}

/** Carries a `CallError` through react-query, which knows failures only as thrown. */
export class CallFailure extends Error {
  readonly error: CallError;

  constructor(error: CallError) {
    super(error.message);
    this.name = "CallFailure";
    this.error = error;
  }
}

export async function callOrThrow<Name extends CallName>(
  name: Name,
  input: CallInput<Name>,
): Promise<CallValue<Name>> {
  const reply = await call(name, input);
  if (reply.ok) return reply.value;
  throw new CallFailure(reply.error);
}

export function asCallError(failure: unknown): CallError | null {
  if (failure === null || failure === undefined) return null;
  if (failure instanceof CallFailure) return failure.error;
  return { ...silent, message: failure instanceof Error ? failure.message : silent.message };
}
