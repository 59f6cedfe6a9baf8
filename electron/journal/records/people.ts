/** Whom an entry is about, out of the sealed cells: for a file that two people want to have it in. */
import type { SealedCells } from "../contract.ts";
import type { Row } from "../rows.ts";

export const personColumns = ["clientPin", "clientName", "payerName", "payerPhone"] as const;
export type EntryPeople = Partial<Record<(typeof personColumns)[number], string>>;

function text(row: Row, name: string): string | null {
  const value: unknown = Object.entries(row.payload).find(([key]) => key === name)?.[1];
  return typeof value === "string" ? value : null;
}

function ofItem({ clientPin, clientName, payerName, payerPhone }: Record<string, string>): EntryPeople {
  return {
    ...(clientPin === undefined ? {} : { clientPin }),
    ...(clientName === undefined ? {} : { clientName }),
    ...(payerName === undefined ? {} : { payerName }),
    ...(payerPhone === undefined ? {} : { payerPhone }),
  };
}

function ofLoan({ pin, clientName, firstName, lastName }: Record<string, string>): EntryPeople {
  const name = clientName ?? [firstName, lastName].filter((part) => part !== undefined).join(" ");
  return { ...(pin === undefined ? {} : { clientPin: pin }), ...(name === "" ? {} : { clientName: name }) };
}

/** Reads each payment and each loan once. Purged ones give nothing. */
export function createPeopleOf(cells: SealedCells): (row: Row) => EntryPeople {
  const known = new Map<string, EntryPeople>();
  const once = (key: string, read: () => EntryPeople): EntryPeople => {
    const found = known.get(key) ?? read();
    known.set(key, found);
    return found;
  };
  return (row) => {
    const itemId = text(row, "itemId");
    const loanId = text(row, "loanId");
    return {
      ...(loanId === null ? {} : once(`loan/${loanId}`, () => ofLoan(cells.get("loans", loanId)))),
      ...(itemId === null ? {} : once(`item/${itemId}`, () => ofItem(cells.get("items", itemId)))),
    };
  };
}
