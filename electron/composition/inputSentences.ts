/** Says in a plain sentence what is wrong with a call's input; a schema's own sentence comes first. */
import type { z } from "zod";
import { Refusal } from "../../shared/errors.ts";

type RawIssue = Parameters<z.core.$ZodErrorMap>[0];

function size(issue: { origin?: unknown; maximum?: unknown; minimum?: unknown }, most: boolean): string {
  const bound = String(most ? issue.maximum : issue.minimum);
  if (issue.origin === "string")
    return most ? `This is too long: at most ${bound} characters.` : "Fill this in.";
  if (issue.origin === "array") return most ? `At most ${bound} entries.` : `At least ${bound} entries.`;
  return most ? `This is too large: at most ${bound}.` : "This is too small.";
}

/** Never quotes the input: it may be a PIN. */
function sentence(issue: RawIssue): string {
  switch (issue.code) {
    case "invalid_type":
      if (issue.input === undefined || issue.input === null) return "Fill this in.";
      if (issue.expected === "int") return "Enter a whole number.";
      return `This has to be of another kind: ${issue.expected}.`;
    case "too_big":
      return size(issue, true);
    case "too_small":
      return size(issue, false);
    case "invalid_value":
      return `Choose one of: ${issue.values.map(String).join(", ")}.`;
    case "invalid_format":
      return "This is not written in the expected form.";
    case "unrecognized_keys":
      return `There is no such field: ${issue.keys.join(", ")}.`;
    default:
      return "This cannot be used here.";
  }
}

/** The first thing that is wrong, in a union the first of the alternative that fits best. */
function deepest(issue: z.core.$ZodIssue, path: PropertyKey[]): { path: PropertyKey[]; message: string } {
  const here = [...path, ...issue.path];
  if (issue.code === "unrecognized_keys")
    return { path: [...here, ...issue.keys.slice(0, 1)], message: issue.message };
  if (issue.code !== "invalid_union") return { path: here, message: issue.message };
  const [best] = issue.errors.toSorted((left, right) => left.length - right.length);
  const [first] = best ?? [];
  return first === undefined ? { path: here, message: issue.message } : deepest(first, here);
}

/** Parses or throws `invalidInput` with the dotted path of the field at fault. */
export function parseInput<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const reading = schema.safeParse(input, { error: sentence });
  if (reading.success) return reading.data;
  const [issue] = reading.error.issues;
  if (issue === undefined) throw new Refusal("invalidInput", "This cannot be used here.");
  const { path, message } = deepest(issue, []);
  const field = path.map(String).join(".");
  throw new Refusal("invalidInput", message, field === "" ? {} : { field });
}
