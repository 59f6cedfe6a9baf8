/** What two people change about the set-up, wherever this office has two: where money goes, and how much of it. */
import type { Approval } from "../../../shared/api/values.ts";
import type { Limits } from "../../../shared/limits.ts";
import { type ProviderFacts, readProviders } from "../../journal/office/queries.ts";
import type { DeskContext, SignedIn } from "../context.ts";
import { approvedWhereTwoAre } from "../secondPerson.ts";

type Addresses = Pick<ProviderFacts, "id" | "baseUrl" | "settings">;

function addressesOf({ baseUrl, settings }: Omit<Addresses, "id">): string[] {
  const others = Object.entries(settings).filter(([name]) => /url$/i.test(name));
  return [baseUrl, ...others.map(([name, value]) => `${name}=${String(value)}`).toSorted()];
}

/** One that exists gets another address, of its own or of whoever gives out its tokens. */
function leadsElsewhere(before: readonly Addresses[], now: Addresses): boolean {
  const known = before.find(({ id }) => id === now.id);
  return known !== undefined && addressesOf(known).join("\n") !== addressesOf(now).join("\n");
}

/** "idleLockSeconds=600, offlineMaxCount=20": only what is another number than before. */
function changesOf(before: Limits, limits: Partial<Limits>): string {
  return Object.entries({ ...before, ...limits })
    .filter(([name, value]) => Object.entries(before).some(([known, old]) => known === name && old !== value))
    .map(([name, value]) => `${name}=${value}`)
    .toSorted()
    .join(", ");
}

export async function consentToLimits(
  context: DeskContext,
  limits: Partial<Limits>,
  approval: Approval | undefined,
  by: SignedIn,
): Promise<void> {
  const changes = changesOf(context.limits(), limits);
  if (changes !== "") await approvedWhereTwoAre(context, by, approval, "setup.limits", changes);
}

export async function consentToProvider(
  context: DeskContext,
  facts: Addresses,
  approval: Approval | undefined,
  by: SignedIn,
): Promise<void> {
  if (leadsElsewhere(readProviders(context.journal.sql), facts))
    await approvedWhereTwoAre(context, by, approval, "setup.provider", facts.id);
}
