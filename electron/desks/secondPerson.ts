/** A second person's consent where the office has a second person: one who works alone is not shut out of their own till. */
import type { Approval } from "../../shared/api/values.ts";
import { otherApprovers } from "../journal/office/queries.ts";
import type { DeskContext, SignedIn } from "./context.ts";

/** Somebody else here could approve, too. */
export function hasSecondPerson({ journal }: Pick<DeskContext, "journal">, by: SignedIn): boolean {
  return otherApprovers(journal.sql, by.name).length > 0;
}

/** The name of whoever approved, or null where nobody else is there to ask. Throws what `approve` throws. */
export async function approvedWhereTwoAre(
  context: Pick<DeskContext, "journal" | "approve">,
  by: SignedIn,
  approval: Approval | undefined,
  what: string,
  itemId: string,
): Promise<string | null> {
  if (approval === undefined && !hasSecondPerson(context, by)) return null;
  return context.approve(approval, what, itemId);
}
