/** What an adapter answers where the provider gave no documented answer, in the same words for every system. */
import { z } from "zod";
import type { Exchange } from "../ports.ts";
import type { Answer, Reasoned } from "./contract.ts";
import { readJson } from "./json.ts";
import { sentenceOf } from "./sentence.ts";
import { contentTypeOf } from "./wire.ts";

/** An answer without a value. */
export type Failed = Exclude<Answer<never>, { kind: "answer" }>;

export function unclear(message: string, exchange: Exchange, reasoned: Reasoned = {}): Failed {
  return { kind: "unclear", message, exchange, ...known(reasoned) };
}

export function refused(message: string, exchange: Exchange, reasoned: Reasoned = {}): Failed {
  return { kind: "refused", message, exchange, ...known(reasoned) };
}

export function credentials(message: string, exchange: Exchange, reasoned: Reasoned = {}): Failed {
  return { kind: "credentials", message, exchange, ...known(reasoned) };
}

function known({ reason, said }: Reasoned): Reasoned {
  return { ...(reason === undefined ? {} : { reason }), ...(said === undefined ? {} : { said }) };
}

/**
 * A status that the document does not name for this call, with the words of the answer where it has some and `mayShow`
 * lets them through.
 */
export function undocumentedStatus(
  exchange: Exchange,
  mayShow: (words: string) => boolean = () => true,
): Failed {
  const status = exchange.response?.status ?? 0;
  if (status >= 300 && status <= 399) {
    return unclear(
      `The address leads on to another one (HTTP ${status}), which was not followed. Perhaps a sign-in page of the network stands in between.`,
      exchange,
      { reason: "redirected" },
    );
  }
  const words = status >= 500 ? wordsOf(exchange) : null;
  const sentence = words !== null && mayShow(words) ? words : null;
  const what =
    status >= 500
      ? "The provider's system reported a fault"
      : "The answer is not one that the provider documents";
  return unclear(`${what} (HTTP ${status})${sentence === null ? "." : `: ${sentence}`}`, exchange, {
    reason: status >= 500 ? "systemFault" : "undocumentedAnswer",
    said: sentence ?? `HTTP ${status}`,
  });
}

/** The names under which these systems' JSON tells a fault. */
const faultSchema = z
  .object({
    message: z.string().nullish().catch(null),
    errorMessage: z.string().nullish().catch(null),
    responseMessage: z.string().nullish().catch(null),
    error_description: z.string().nullish().catch(null),
  })
  .transform(
    (fault) => fault.message ?? fault.errorMessage ?? fault.responseMessage ?? fault.error_description,
  );

/** The words of a page, or the message in JSON: braces and field names are nothing for a clerk. */
function wordsOf(exchange: Exchange): string | null {
  const body = readJson(exchange);
  if (!body.ok) return sentenceOf(exchange.response?.body ?? Buffer.alloc(0), contentTypeOf(exchange));
  const [fault] = [body.value].flat();
  const told = faultSchema.safeParse(fault);
  return told.success ? shownSentence(told.data ?? "") : null;
}

/** Words out of a provider's data as one bounded line that can be shown. */
export function shownSentence(text: string): string | null {
  return sentenceOf(Buffer.from(text, "utf8"), "text/plain;charset=utf-8");
}
