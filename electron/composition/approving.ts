/** A second person's consent at the counter, for one named item, journaled with both names. */
import type { Approval } from "../../shared/api/values.ts";
import { Refusal } from "../../shared/errors.ts";
import type { Session } from "../desks/context.ts";
import type { People } from "../desks/people.ts";
import type { Journal } from "../journal/contract.ts";
import { foldedName } from "../journal/office/queries.ts";

export type Approve = (approval: Approval | undefined, what: string, itemId: string) => Promise<string>;

export function createApprove(journal: Journal, session: Session, people: People): Approve {
  return async (approval, what, itemId) => {
    if (approval === undefined)
      throw new Refusal("approvalNeeded", "A second person has to approve this.", { field: "approval" });
    const caller = session.current();
    if (caller !== null && foldedName(caller.name) === foldedName(approval.name))
      throw new Refusal("approvalBySamePerson", "Nobody approves what they do themselves.", {
        field: "approval.name",
      });
    const person = await people.verify(approval.name, approval.pin, "approval.pin");
    if (person.role === "cashier")
      throw new Refusal("wrongRole", "A supervisor or an administrator has to approve this.", {
        field: "approval.name",
      });
    // Looked at again: while the PIN was checked the caller may have been locked out of the counter.
    const actor = session.current()?.name ?? null;
    if (caller !== null && actor !== caller.name)
      throw new Refusal("notSignedIn", "The counter was locked in the meantime. Sign in again.");
    journal.write(({ append }) =>
      append({
        kind: "staff.approved",
        payload: { name: person.name, what, itemId },
        actor: actor ?? "system",
      }),
    );
    return person.name;
  };
}
