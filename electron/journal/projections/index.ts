/** The projections in the order in which each row is applied to them. */
import type { Projection } from "../contract.ts";
import { approvalsProjection } from "./approvals.ts";
import { customersProjection } from "./customers.ts";
import { loansProjection } from "./loans.ts";
import { officeProjection } from "./office.ts";
import { outboxProjection } from "./outbox.ts";
import { searchProjection } from "./search.ts";
import { tillProjection } from "./till.ts";
import { tillBooksProjection } from "./tillBooks.ts";
import { trustProjection } from "./trust.ts";

export const projections: readonly Projection[] = [
  officeProjection,
  approvalsProjection,
  tillProjection,
  outboxProjection,
  tillBooksProjection,
  loansProjection,
  customersProjection,
  trustProjection,
  searchProjection,
];
