/** Whether a person may be served, as the registers last said it: one who may not stops an application here, too. */
import { Refusal } from "../../../shared/errors.ts";
import type { Journal, Sql } from "../../journal/contract.ts";
import { customerDigest } from "../../journal/customerDigest.ts";
import { isStoppedAnywhere, isStoppedBy } from "../../journal/customers/queries.ts";
import type { CustomerFinding } from "../../providers/contract.ts";
import type { SignedIn } from "../context.ts";
import { isStopped, NOT_SERVED } from "./neutral.ts";

/** Stands in the journal only where it changes something, and never with the reason. */
export function noteStanding(
  journal: Journal,
  providerId: string,
  idNumber: string,
  finding: CustomerFinding,
  by: SignedIn,
): void {
  if (!isStopped(finding) && finding.outcome !== "found") return;
  const digest = customerDigest(journal, idNumber);
  const served = !isStopped(finding);
  journal.write(({ append, sql }) => {
    if (isStoppedBy(sql, providerId, digest) !== served) return;
    append({
      kind: "customer.standing",
      payload: { providerId, customerDigest: digest, served },
      actor: by.name,
    });
  });
}

/** Throws `customerNotServed`, in the one sentence that both reasons have. `pinDigest` as `customerDigest` makes it. */
export function assertServed(sql: Sql, pinDigest: string): void {
  if (isStoppedAnywhere(sql, pinDigest))
    throw new Refusal("customerNotServed", NOT_SERVED, { field: "application.pin" });
}
