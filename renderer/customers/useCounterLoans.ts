/** The loans of one customer that this counter knows; several parts of the customer's page read the same answer. */
import { useCall } from "../bridge/useCall.ts";

const MOST = 20;

export function useCounterLoans(text: string | null) {
  return useCall(
    "loans.list",
    { ...(text === null ? {} : { text }), page: { number: 1, size: MOST } },
    { enabled: text !== null },
  );
}
