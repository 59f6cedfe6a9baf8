/** The desk for customers at the other systems: look-up, registration (DRAP) and the loans already served (Interswitch). */
import { Refusal } from "../../shared/errors.ts";
import { customerDigest } from "../journal/customerDigest.ts";
import type { DeskCalls, DeskContext, SignedIn } from "./context.ts";
import { decideDoubt, listDoubts } from "./customers/doubts.ts";
import { shownTo } from "./customers/neutral.ts";
import { createRegistrations, identityDigest } from "./customers/registration.ts";
import { answered } from "./lenders.ts";
import { partFor } from "./otherSystems.ts";

export type CustomersCalls =
  | "customers.lookup"
  | "customers.onboard"
  | "customers.get"
  | "customers.loans"
  | "customers.doubts"
  | "customers.readBack"
  | "customers.decideDoubt";

export function createCustomersDesk(context: DeskContext): DeskCalls<CustomersCalls> {
  const { journal } = context;
  const registrations = createRegistrations(context);

  /** Nobody's data are shown before it stands in the journal who asked for them; the number stands there as a digest only. */
  function noteReading(what: string, subjectId: string, by: SignedIn): void {
    journal.write(({ append }) =>
      append({ kind: "customer.read", payload: { what, subjectId }, actor: by.name }),
    );
  }

  return {
    "customers.lookup": async ({ providerId, idType, idNumber }, by) => {
      const { part } = partFor(context, providerId, "customers", "customerLookup");
      noteReading("customerLookup", identityDigest(context, { idType, idNumber }), by);
      const finding = answered(context, providerId, await part.lookup(idType, idNumber));
      registrations.heardByLookup(providerId, { idType, idNumber }, finding, by);
      return shownTo(by, finding);
    },
    "customers.get": async ({ providerId, ecrn }, by) => {
      const { part } = partFor(context, providerId, "customers", "customerLookup");
      assertEcrn(ecrn);
      noteReading("customer", customerDigest(journal, ecrn), by);
      return shownTo(by, answered(context, providerId, await part.get(ecrn)));
    },
    "customers.onboard": (input, by) => registrations.onboard(input, by),
    "customers.readBack": ({ onboardingId }, by) => {
      noteReading("registration", onboardingId, by);
      return registrations.readBack(onboardingId, by);
    },
    "customers.doubts": () => listDoubts(context, registrations.isUnderWay),
    "customers.decideDoubt": (input, by) => decideDoubt(context, input, by, registrations.isUnderWay),
    "customers.loans": async ({ providerId, customerId, strict }, by) => {
      const { part } = partFor(context, providerId, "customerLoans", "customerLoans");
      const asked = mobileOrEmail(customerId);
      noteReading("servedLoans", customerDigest(journal, asked), by);
      return { loans: answered(context, providerId, await part.loans(asked, strict ?? false)) };
    },
  };
}

/** It becomes a part of an address, where ".." would lead elsewhere. */
function assertEcrn(typed: string): void {
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(typed))
    throw new Refusal("invalidInput", "Enter the registration number as the register has given it.", {
      field: "ecrn",
    });
}

/** "The Email or Mobile Number": the sample is 2348123456789, without a plus. */
function mobileOrEmail(typed: string): string {
  const text = typed.trim();
  if (/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(text)) return text;
  const digits = text.replace(/[\s().-]/g, "").replace(/^\+/, "");
  if (/^\d{7,15}$/.test(digits)) return digits;
  throw new Refusal("invalidInput", "Enter a mobile number with its country code, or an e-mail address.", {
    field: "customerId",
  });
}
