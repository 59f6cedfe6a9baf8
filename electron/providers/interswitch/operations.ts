/** The one documented operation of the Interswitch Lending Service that this counter needs. */
import type { OperationFacts } from "../contract.ts";

export const interswitchOperations = {
  loans: {
    effect: "read",
    readBack: null,
    source: "interswitch-lending-customer-status.txt, Endpoint",
  },
} as const satisfies Record<string, OperationFacts>;
