/** What this counter knows of a customer's loans; several parts of the customer's page read the same answers. */
import { useCall } from "../bridge/useCall.ts";

const MOST = 20;

export function useCounterLoans(text: string | null) {
  return useCall(
    "loans.list",
    { ...(text === null ? {} : { text }), page: { number: 1, size: MOST } },
    { enabled: text !== null },
  );
}

/** A loan is repaid with its last payment; closed it is here only once a second reading has shown it gone. */
export function useRepaid(): { repaid: ReadonlySet<string>; due: readonly string[] } {
  const { due = [], letters = [] } = useCall("letters.list", {}).value ?? {};
  const references = due.map(({ loanRef }) => loanRef);
  return { repaid: new Set([...references, ...letters.map(({ loanRef }) => loanRef)]), due: references };
}
