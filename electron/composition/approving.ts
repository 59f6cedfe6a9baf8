/** A second person's consent for one named item, journaled with both names: at the counter, from elsewhere, or later. */

import type { Approval } from "../../shared/api/values.ts";
import { isLaterByItself, maySignLater } from "../../shared/approvals.ts";
import { Refusal } from "../../shared/errors.ts";
import type { DeskContext, Session } from "../desks/context.ts";
import type { People } from "../desks/people.ts";
import { waitingApproval } from "../journal/approvals/queries.ts";
import type { Journal } from "../journal/contract.ts";
import { foldedName, otherApprovers, type StaffRecord } from "../journal/office/queries.ts";

export type Approve = DeskContext["approve"];

export interface ApprovingParts {
  journal: Journal;
  session: Session;
  people: People;
  newId(prefix: string): string;
}

function approvalNeeded(message: string): Refusal {
  return new Refusal("approvalNeeded", message, { field: "approval" });
}

export function createApprove({ journal, session, people, newId }: ApprovingParts): Approve {
  /** Once for the same act and item, however often it is tried. */
  function signLater(what: string, itemId: string): null {
    const caller = session.current();
    if (caller === null) throw new Refusal("notSignedIn", "Sign in first.");
    if (!maySignLater(what))
      throw approvalNeeded(
        "This cannot be signed later. Ask a supervisor elsewhere for a one-time code; until then it stays as it is.",
      );
    const [other] = otherApprovers(journal.sql, caller.name);
    if (other !== undefined)
      throw approvalNeeded(`Ask ${other.name} for the PIN here, or for a one-time code from elsewhere.`);
    const actor = caller.name;
    journal.write(({ append, sql }) => {
      if (waitingApproval(sql, { what, itemId, actedBy: actor }) !== null) return;
      append({
        kind: "approval.deferred",
        payload: { approvalId: newId("approval"), what, itemId },
        actor,
      });
    });
    return null;
  }

  async function secondPerson(approval: Exclude<Approval, { later: true }>): Promise<StaffRecord> {
    return "code" in approval
      ? people.verifyCode(approval.name, approval.code, "approval.code")
      : people.verify(approval.name, approval.pin, "approval.pin");
  }

  return async (approval, what, itemId) => {
    const caller = session.current();
    if (approval === undefined) {
      const isAlone = caller !== null && otherApprovers(journal.sql, caller.name).length === 0;
      if (isAlone && isLaterByItself(what)) return signLater(what, itemId);
      throw approvalNeeded("A second person has to approve this.");
    }
    if ("later" in approval) return signLater(what, itemId);
    if (caller !== null && foldedName(caller.name) === foldedName(approval.name))
      throw new Refusal("approvalBySamePerson", "Nobody approves what they do themselves.", {
        field: "approval.name",
      });
    const person = await secondPerson(approval);
    if (person.role === "cashier")
      throw new Refusal("wrongRole", "A supervisor or an administrator has to approve this.", {
        field: "approval.name",
      });
    // Looked at again: while the PIN was checked the caller may have been locked out of the counter.
    const actor = session.current()?.name ?? null;
    if (caller !== null && actor !== caller.name)
      throw new Refusal("notSignedIn", "The counter was locked in the meantime. Sign in again.");
    const by = "code" in approval ? "code" : "pin";
    journal.write(({ append }) =>
      append({
        kind: "staff.approved",
        payload: { name: person.name, what, itemId, by },
        actor: actor ?? "system",
      }),
    );
    return person.name;
  };
}
