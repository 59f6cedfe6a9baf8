/** Puts a refusal that names a field beside that field of the form, and the focus into it. */
import type { FieldPath, FieldValues, UseFormSetError } from "react-hook-form";
import type { CallError } from "../../shared/errors.ts";

/**
 * True when the error found its field. `fields` maps the core's dotted paths ("application.gsm", "clientPin") to the
 * form's own names; what is not in it stays an error of the whole form (show an `ErrorNote`).
 */
export function showOnField<Form extends FieldValues>(
  error: CallError,
  fields: Readonly<Record<string, FieldPath<Form>>>,
  setError: UseFormSetError<Form>,
  sentence: string,
): boolean {
  const name = error.field === undefined ? undefined : fields[error.field];
  if (name === undefined) return false;
  setError(name, { type: error.code, message: sentence }, { shouldFocus: true });
  return true;
}
