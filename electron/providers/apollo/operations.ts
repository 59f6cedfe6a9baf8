/** The one operation of Apollo's NOC service. */
import type { OperationFacts } from "../contract.ts";

export const NOC_PATH = "/noc";

export const apolloOperations = {
  /** Generating a letter twice gives the letter twice. */
  noDuesLetter: {
    effect: "read",
    readBack: null,
    source: "apollo-noc.postman.json, NOC Request API",
  },
} as const satisfies Record<string, OperationFacts>;
