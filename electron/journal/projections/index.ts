/** The projections in the order in which each row is applied to them. */
import type { Projection } from "../contract.ts";
import { customersProjection } from "./customers.ts";
import { loansProjection } from "./loans.ts";
import { officeProjection } from "./office.ts";
import { outboxProjection } from "./outbox.ts";
import { searchProjection } from "./search.ts";
import { tillProjection } from "./till.ts";

export const projections: readonly Projection[] = [
  officeProjection,
  tillProjection,
  outboxProjection,
  loansProjection,
  customersProjection,
  searchProjection,
];
