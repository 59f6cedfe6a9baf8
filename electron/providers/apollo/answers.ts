/** Reads Apollo's answers: the link to the letter, the reasons why there is none, and the file behind the link. */
import { z } from "zod";
import type { Exchange } from "../../ports.ts";
import { isLoopbackHost } from "../addresses.ts";
import { credentials, type Failed, refused, shownSentence, unclear, undocumentedStatus } from "../answers.ts";
import type { Answer, LetterRefusal, ProviderFile } from "../contract.ts";
import { plainFileName } from "../form.ts";
import { parsed, readJson, textOrNumber } from "../json.ts";
import { mediaTypeOf, wireAnswer } from "../wire.ts";

export interface AskedLetter {
  readonly partnerTag: string;
  readonly loanType: string;
  readonly loanRef: string;
}

export type LinkAnswer = Answer<
  { given: true; link: string } | { given: false; because: LetterRefusal; message: string; said: string }
>;

/** The key has a space and its value is no key but a whole address. */
const linkSchema = z.object({
  partner_tag: textOrNumber,
  loan_type: z.string(),
  partner_loan_id: textOrNumber,
  "S3 key": z.string().min(1).max(8_192),
});
const messageSchema = z.object({ message: z.string().min(1) });

const reasons: readonly { because: LetterRefusal; says: RegExp; sentence: string }[] = [
  {
    because: "notClosed",
    says: /\bnot closed yet\b/i,
    sentence: "Apollo has not closed this loan yet, so there is no letter. It closes when all is repaid.",
  },
  {
    because: "unknownLoan",
    says: /^loan does not exist\b/i,
    sentence: "Apollo has no loan with this number and type.",
  },
  {
    because: "wrongPartnerTag",
    says: /^invalid partner tag\b/i,
    sentence: "Apollo does not know the partner tag in this office's settings. Tell your supervisor.",
  },
  {
    because: "unsupportedLoanType",
    says: /^unsupported loan type\b/i,
    sentence: "Apollo does not write letters for this type of loan.",
  },
];

/** The statuses of these messages are documented for one of them only (404), so the message alone tells them apart. */
export function linkAnswer(exchange: Exchange, asked: AskedLetter): LinkAnswer {
  const wire = wireAnswer(exchange);
  if (wire) return wire;
  const status = exchange.response?.status ?? 0;
  const body = readJson(exchange);
  const said = body.ok ? messageSchema.safeParse(body.value) : null;
  const words = shownSentence(said?.success ? said.data.message : "");
  const reason = words === null ? undefined : reasons.find(({ says }) => says.test(words));
  if (reason && words !== null && [200, 400, 403, 404, 422].includes(status)) {
    const message = `${reason.sentence} Apollo says: ${words}`;
    return {
      kind: "answer",
      value: { given: false, because: reason.because, message, said: words },
      exchange,
    };
  }
  if (status !== 200) return failure(status, words, exchange);
  if (!body.ok) return unclear(body.message, exchange, body);
  const reading = parsed(linkSchema, body.value);
  if (!reading.ok) return unclear(reading.message, exchange, reading);
  const { partner_tag, loan_type, partner_loan_id } = reading.value;
  if (partner_tag !== asked.partnerTag || loan_type !== asked.loanType || partner_loan_id !== asked.loanRef) {
    return unclear(
      "Apollo's answer is about another loan than the one asked for. No letter was fetched.",
      exchange,
      { reason: "letterOtherLoan" },
    );
  }
  return { kind: "answer", value: { given: true, link: reading.value["S3 key"] }, exchange };
}

/** Response status Codes, apollo-noc.postman.json; none of them comes with a documented body. */
function failure(status: number, words: string | null, exchange: Exchange): Failed {
  const own = words === null ? "" : ` Apollo says: ${words}`;
  const said = words ?? undefined;
  switch (status) {
    case 400:
      return refused(`Apollo refused the request as invalid.${own}`, exchange, {
        reason: "letterRequest",
        said,
      });
    case 401:
      return credentials(`Apollo took a fresh access token for an expired one.${own}`, exchange, {
        reason: "letterTokenExpired",
        said,
      });
    case 403:
      return credentials(
        `Apollo did not accept the x-api-key, or this partner may not ask for letters.${own}`,
        exchange,
        { reason: "letterKey", said },
      );
    case 404:
      return refused(`Apollo found no letter for this loan.${own}`, exchange, {
        reason: "letterNotFound",
        said,
      });
    default:
      return undocumentedStatus(exchange);
  }
}

export type LinkCheck = { ok: true; url: string; host: string } | { ok: false; message: string };

/**
 * Where the letter may be fetched: https and no user name in it; plain http, or this very computer, only where the whole
 * provider is on this computer (training and tests).
 */
export function checkLink(link: string, providerIsLocal: boolean): LinkCheck {
  const notALink = {
    ok: false as const,
    message: "What Apollo gave as the letter's link is not an address.",
  };
  if (/[\p{Cc}\p{Cf}\p{Cs}\s\\]/u.test(link) || !URL.canParse(link)) return notALink;
  const url = new URL(link);
  if (url.protocol !== "https:" && url.protocol !== "http:") return notALink;
  if (url.username !== "" || url.password !== "") {
    return { ok: false, message: "The letter's link has a user name in it, so it was not followed." };
  }
  const local = isLoopbackHost(url.hostname);
  if (local !== providerIsLocal && local) {
    return { ok: false, message: "The letter's link leads to this very computer, so it was not followed." };
  }
  if (url.protocol === "http:" && !(local && providerIsLocal)) {
    return { ok: false, message: "The letter's link is not secure (https), so it was not followed." };
  }
  return { ok: true, url: url.href, host: url.host };
}

/** The store's own type for a file may be anything binary; that it is a PDF its bytes have to say. */
export function letterAnswer(exchange: Exchange, loanRef: string): Answer<ProviderFile> {
  const wire = wireAnswer(exchange);
  if (wire && exchange.failure === "tooLarge") {
    return unclear("The letter is larger than any letter can be. It was not kept.", exchange, {
      reason: "answerTooLarge",
    });
  }
  if (wire) return wire;
  const status = exchange.response?.status ?? 0;
  if (status >= 300 && status <= 399) {
    return unclear("The letter's link leads on to another address, which was not followed.", exchange, {
      reason: "redirected",
    });
  }
  if (status !== 200)
    return unclear(`The letter's link gave no letter (HTTP ${status}). Ask again.`, exchange, {
      reason: "letterGone",
    });
  const bytes = exchange.response?.body ?? Buffer.alloc(0);
  const isPage = mediaTypeOf(exchange)?.includes("html") ?? false;
  if (isPage || !bytes.subarray(0, 1024).includes("%PDF-")) {
    return unclear("What came back behind the letter's link is not a PDF.", exchange, {
      reason: "letterNotPdf",
    });
  }
  const name = plainFileName(`no_dues_letter_${loanRef}`, "application/pdf");
  return { kind: "answer", value: { name, mime: "application/pdf", bytes }, exchange };
}
