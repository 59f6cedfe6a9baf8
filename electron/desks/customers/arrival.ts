/** Tells from what the register shows now whether a change that had no answer has arrived. Pure. */
import type { Fields, FieldValue } from "../../../shared/api/customers.ts";

export interface Arrival {
  /** Everything that was sent stands in the register. */
  readonly hasArrived: boolean;
  /** Names of fields that stand there with another value than was sent. */
  readonly differing: readonly string[];
}

/**
 * Compares by the fields of the form: what the register does not show proves nothing. Its lists may hold more entries
 * than the one that the form has.
 */
export function arrivalOf(sent: Fields, shown: Fields): Arrival {
  const differing = new Set<string>();
  let compared = 0;

  function compare(name: string, wanted: FieldValue, found: FieldValue | undefined): void {
    if (found === undefined) return;
    if (Array.isArray(wanted) && Array.isArray(found)) compareLists(name, wanted, found);
    else if (isFields(wanted) && isFields(found)) compareFields(wanted, found);
    else {
      compared += 1;
      if (plain(wanted) !== plain(found)) differing.add(name);
    }
  }
  function compareFields(wanted: Fields, found: Fields): void {
    for (const [name, value] of Object.entries(wanted)) compare(name, value, found[name]);
  }
  function compareLists(name: string, wanted: FieldValue[], found: FieldValue[]): void {
    for (const entry of wanted) {
      const best = found
        .map((candidate) => arrivalOf({ [name]: entry }, { [name]: candidate }))
        .toSorted((one, other) => one.differing.length - other.differing.length)[0];
      compared += 1;
      for (const field of best?.differing ?? [name]) differing.add(field);
    }
  }

  compareFields(sent, shown);
  return { hasArrived: compared > 0 && differing.size === 0, differing: [...differing] };
}

function isFields(value: FieldValue): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** "4" and 4, "" and nothing, are the same to a register that writes them so. */
function plain(value: FieldValue): string {
  if (value === null) return "";
  return typeof value === "object" ? JSON.stringify(value) : String(value).trim();
}
