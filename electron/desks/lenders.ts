/** How a desk asks a lender: by capability, and with one way of saying what came back instead of an answer. */
import type { Capability } from "../../shared/api/setup.ts";
import { assertNever, Refusal } from "../../shared/errors.ts";
import type { ProviderReason } from "../../shared/providerReasons.ts";
import type { BooksAnswer } from "../courier/contract.ts";
import type { Answer, Lender, Provider } from "../providers/contract.ts";
import type { DeskContext } from "./context.ts";

export type Unanswered = Exclude<Answer<never>, { kind: "answer" }>;

/** Throws `unknownProvider`, or `capabilityMissing` where this provider does not do that. */
export function lenderFor(
  context: DeskContext,
  providerId: string,
  capability: Capability,
): { provider: Provider; lender: Lender } {
  const provider = context.provider(providerId);
  const { lender } = provider;
  if (lender === undefined || !provider.capabilities.includes(capability))
    throw new Refusal("capabilityMissing", `${provider.name} does not offer this.`, { field: "providerId" });
  return { provider, lender };
}

/** Cash of another currency than the till's is neither taken nor paid out here. */
export function assertTillCurrency(context: DeskContext, provider: Provider): void {
  const { currency } = context.office();
  if (provider.currency !== currency)
    throw new Refusal(
      "notAvailable",
      `${provider.name} keeps its loans in ${provider.currency}, and this till counts ${currency}.`,
      { field: "providerId" },
    );
}

/** Tells the courier what came back, and gives the value or throws the refusal that the clerk sees. */
export function answered<Value>(context: DeskContext, providerId: string, answer: Answer<Value>): Value {
  context.courier.heard(providerId, answer);
  if (answer.kind === "answer") return answer.value;
  throw refusalOf(answer);
}

/** Refusals that say nothing about the question: the same may be answered later. */
const ownFaults: ReadonlySet<ProviderReason> = new Set(["loansSystem", "loansWentWrong"]);

/** `noLine` and `certificate` say that nothing was sent; `providerUnclear` that nobody knows. */
export function refusalOf(answer: Unanswered, field?: string): Refusal {
  const { reason, said } = answer;
  const more = {
    ...(reason === undefined ? {} : { reason }),
    ...(said === undefined ? {} : { said }),
    ...(field === undefined ? {} : { field }),
  };
  switch (answer.kind) {
    case "refused":
      return new Refusal("providerRefused", answer.message, {
        ...more,
        ...(reason !== undefined && ownFaults.has(reason) ? { retry: true } : {}),
      });
    case "credentials":
      return new Refusal("providerCredentials", answer.message, more);
    case "noLine":
      return answer.exchange.failure === "certificate"
        ? new Refusal("certificate", answer.message, more)
        : new Refusal("noLine", answer.message, { ...more, retry: true });
    case "unclear":
      return new Refusal("providerUnclear", answer.message, { ...more, retry: true });
    default:
      return assertNever(answer, "answer");
  }
}

/**
 * Reads the lender's books, but waits no longer than `withinMs`; null where they did not answer in time. The reading
 * itself goes on, and is journaled when it comes.
 */
export function readBooksWithin(
  context: DeskContext,
  providerId: string,
  loanRef: string,
  withinMs: number,
): Promise<BooksAnswer | null> {
  return new Promise((resolve, reject) => {
    const stopWaiting = context.clock.after(withinMs, () => resolve(null));
    context.courier.readBooks(providerId, loanRef).then(resolve, reject).finally(stopWaiting);
  });
}
