/** Registrations without an answer: listed, read back by look-up, and decided by a person who has asked the register. */
import { z } from "zod";
import type { Fields } from "../../../shared/api/customers.ts";
import type { CallValue, ParsedInput } from "../../../shared/api.ts";
import { Refusal } from "../../../shared/errors.ts";
import {
  isOpenOnboarding,
  openOnboardings,
  readOnboarding,
  type StoredOnboarding,
} from "../../journal/customers/queries.ts";
import type { DeskContext, SignedIn } from "../context.ts";

type Doubts = CallValue<"customers.doubts">;

const keptForm = z.string().transform((text): Fields => formSchema.parse(JSON.parse(text)));
const formSchema = z.record(z.string(), z.json());

/** What was sent, without pictures; null for an older registration and for one whose data were purged. */
export function sentFields({ journal }: DeskContext, onboardingId: string): Fields | null {
  const { form } = journal.cells.get("onboardings", onboardingId);
  return form === undefined ? null : keptForm.parse(form);
}

export function listDoubts(context: DeskContext, isUnderWay: (onboardingId: string) => boolean): Doubts {
  const { journal } = context;
  return {
    doubts: openOnboardings(journal.sql)
      .filter(({ onboardingId }) => !isUnderWay(onboardingId))
      .map(({ onboardingId, providerId, isUpdate, at }) => {
        const { idType, idNumber } = journal.cells.get("onboardings", onboardingId);
        return {
          onboardingId,
          providerId,
          at,
          idType: idType ?? null,
          idNumber: idNumber ?? null,
          update: isUpdate,
        };
      }),
  };
}

/** Throws `unknownItem`, or `wrongState` for one about which there is no doubt (any more). */
export function openDoubt(
  { journal }: DeskContext,
  onboardingId: string,
  isUnderWay: (onboardingId: string) => boolean,
): StoredOnboarding {
  const onboarding = readOnboarding(journal.sql, onboardingId);
  if (!onboarding)
    throw new Refusal("unknownItem", "There is no such registration.", { field: "onboardingId" });
  if (!isOpenOnboarding(onboarding) || isUnderWay(onboardingId))
    throw new Refusal("wrongState", "There is no doubt about this registration.", { field: "onboardingId" });
  return onboarding;
}

export async function decideDoubt(
  context: DeskContext,
  { onboardingId, decision, note, approval }: ParsedInput<"customers.decideDoubt">,
  by: SignedIn,
  isUnderWay: (onboardingId: string) => boolean,
): Promise<Doubts> {
  openDoubt(context, onboardingId, isUnderWay);
  if (by.role === "cashier") await context.approve(approval, "customer.doubtDecided", onboardingId);
  // Somebody else may have settled it while the second person was asked.
  openDoubt(context, onboardingId, isUnderWay);
  context.journal.write(({ append }) =>
    append({
      kind: "customer.doubtDecided",
      payload: { onboardingId, decision, note },
      actor: by.name,
    }),
  );
  return listDoubts(context, isUnderWay);
}
