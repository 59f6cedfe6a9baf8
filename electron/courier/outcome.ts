/** What one sending came to, in one of four words: a pure function of what happened on the wire. */
import type { OutcomeWord } from "../../shared/outbox.ts";
import type { Exchange } from "../ports.ts";
import type { OnceOperation } from "../providers/contract.ts";

export interface Outcome {
  word: OutcomeWord;
  /** The refusal was about user name and password, not about this payment. */
  credentials: boolean;
  /** The provider's own sentence, or ours about the wire; null where all is well. */
  message: string | null;
}

export type DocumentedAnswers = Pick<OnceOperation, "isDocumentedSuccess" | "documentedRefusal">;

/**
 * `interrupted` is true where the computer slept or its clock was set while the answer was awaited: what arrived then
 * may be of any age, so it settles nothing (DESIGN section 4, `unconfirmed`). "No byte has left" stays a fact.
 */
export function outcomeOf(exchange: Exchange, documented: DocumentedAnswers, interrupted: boolean): Outcome {
  if (!exchange.bytesLeft && exchange.response === null)
    return plain("notSent", "Nothing of it has left this computer.");
  if (interrupted)
    return plain(
      "unconfirmed",
      "The computer slept or its clock was set while the lender's answer was awaited.",
    );
  if (exchange.failure !== null || exchange.response === null || !exchange.response.complete)
    return plain("unconfirmed", unfinishedSentence(exchange));
  if (documented.isDocumentedSuccess(exchange)) return plain("acknowledged", null);
  const refusal = documented.documentedRefusal(exchange);
  if (refusal !== null) return { word: "refused", ...refusal };
  return plain("unconfirmed", unknownAnswerSentence(exchange.response.status));
}

function plain(word: OutcomeWord, message: string | null): Outcome {
  return { word, credentials: false, message };
}

function unfinishedSentence({ failure }: Exchange): string {
  switch (failure) {
    case "timeout":
      return "The lender did not answer in time.";
    case "truncated":
      return "The lender's answer broke off.";
    case "tooLarge":
      return "The answer was larger than any answer of the lender can be.";
    default:
      return "The connection broke before the lender's answer was complete.";
  }
}

function unknownAnswerSentence(status: number): string {
  if (status >= 300 && status <= 399)
    return `The address led on to another one (HTTP ${status}), which was not followed.`;
  if (status >= 500)
    return `The lender's system, or something on the way, reported a fault (HTTP ${status}).`;
  return `An answer came that the lender does not document (HTTP ${status}); a network's sign-in page may stand in between.`;
}
