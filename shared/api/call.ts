/** How one row of the bridge's table is written down: its input, its value and who may call it. */
import type { z } from "zod";

/**
 * Who may make a call: `anyone` before sign-in too, `signedIn` any role, or the lowest role that may.
 * `firstRun` is `admin`, except while there is no staff at all.
 */
export type Caller = "anyone" | "signedIn" | "supervisor" | "admin" | "firstRun";

export type CallDefinition<Input extends z.ZodType = z.ZodType, Value extends z.ZodType = z.ZodType> = {
  readonly input: Input;
  readonly value: Value;
  readonly caller: Caller;
};

export function call<Input extends z.ZodType, Value extends z.ZodType>(
  caller: Caller,
  input: Input,
  value: Value,
): CallDefinition<Input, Value> {
  return { caller, input, value };
}
