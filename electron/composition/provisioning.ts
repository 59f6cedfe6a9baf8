/** Sets up an empty data folder from a file that somebody else wrote: all of it in one transaction, or nothing. */
import { z } from "zod";
import { limitsInput, providerInput } from "../../shared/api/setup.ts";
import { currency, language, personName, pin, requiredLine, role } from "../../shared/api/values.ts";
import { Refusal } from "../../shared/errors.ts";
import type { PinHashing } from "../desks/pinHashing.ts";
import { isSimplePin } from "../desks/pinRules.ts";
import type { JournalTransaction } from "../journal/contract.ts";
import { foldedName, isProgramsName } from "../journal/office/queries.ts";
import type { Pins } from "../journal/pins.ts";
import { parseInput } from "./inputSentences.ts";
import type { ProviderShelf } from "./providerShelf.ts";

const provisionSchema = z.strictObject({
  office: requiredLine(80),
  till: requiredLine(40),
  currency,
  language,
  training: z.boolean().default(false),
  staff: z.array(z.strictObject({ name: personName, role, pin })).default([]),
  providers: z.array(providerInput).default([]),
  limits: limitsInput.optional(),
});
export type Provision = z.infer<typeof provisionSchema>;

function assertDistinct(names: readonly string[], fieldOf: (at: number) => string): void {
  for (const [at, name] of names.entries())
    if (names.indexOf(name) !== at)
      throw new Refusal("invalidInput", "This stands here twice.", { field: fieldOf(at) });
}

/** Throws `invalidInput` with the dotted path of what is not as it should be. */
export function readProvision(input: unknown): Provision {
  const provision = parseInput(provisionSchema, input);
  assertDistinct(
    provision.staff.map(({ name }) => foldedName(name)),
    (at) => `staff.${at}.name`,
  );
  assertDistinct(
    provision.providers.map(({ id }) => id),
    (at) => `providers.${at}.id`,
  );
  for (const [at, { name }] of provision.staff.entries())
    if (isProgramsName(name))
      throw new Refusal("nameTaken", "The program itself acts under this name. Choose another one.", {
        field: `staff.${at}.name`,
      });
  for (const [at, person] of provision.staff.entries())
    if (isSimplePin(person.pin))
      throw new Refusal("pinTooSimple", "Everybody would try this PIN first. Choose another one.", {
        field: `staff.${at}.pin`,
      });
  return provision;
}

export interface ProvisionParts {
  shelf: Pick<ProviderShelf, "prepare">;
  hashing: PinHashing;
  pins: Pins;
}

/** Everything that takes time is done; the function that comes back only appends. */
export async function prepareProvision(
  provision: Provision,
  { shelf, hashing, pins }: ProvisionParts,
): Promise<(append: JournalTransaction["append"]) => void> {
  const providers = provision.providers.map((provider, at) => {
    try {
      return shelf.prepare(provider, provision.currency);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      throw new Refusal("invalidInput", error.message, { field: `providers.${at}.${error.field ?? "id"}` });
    }
  });
  const staff = await Promise.all(
    provision.staff.map(async (person) => ({ ...person, hash: await hashing.hash(person.pin) })),
  );
  // Sealed before the fact: a secret without a provider is harmless, a provider without its secret is not.
  for (const provider of providers) provider.keepSecrets();
  const { office, till, currency: money, language: spoken, limits } = provision;
  return (append) => {
    const actor = "system";
    append({ kind: "setup.saved", payload: { office, till, currency: money, language: spoken }, actor });
    if (limits !== undefined) append({ kind: "setup.limits", payload: { limits }, actor });
    for (const provider of providers) append(provider.draft(actor));
    for (const { name, role: rank, hash } of staff) {
      append({ kind: "staff.saved", payload: { name, role: rank, active: true }, actor });
      append({ kind: "staff.pinSet", payload: { name }, actor });
      pins.set(name, hash);
    }
  };
}
