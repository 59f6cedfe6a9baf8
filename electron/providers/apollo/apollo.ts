/** The adapter for Apollo Finvest's NOC service: fetches the letter that a repaid loan leaves no dues. */
import type { Transport } from "../../ports.ts";
import { callUrl, isLoopbackHost } from "../addresses.ts";
import type { LetterOffice, Provider, ProviderConfig, ProviderProblem } from "../contract.ts";
import { getRequest, tokenRequest } from "../requests.ts";
import { basicAuthorization } from "../settingFields.ts";
import { createTokens, type TokenClock } from "../tokens.ts";
import { checkLink, letterAnswer, linkAnswer } from "./answers.ts";
import { apolloOperations, NOC_PATH } from "./operations.ts";
import { readApolloSettings } from "./settings.ts";

/** A letter is a page or two. */
const MAX_LETTER_BYTES = 25 * 1024 * 1024;

/** Key, secret and tokens live in the closures below only. */
export function createApollo(
  config: ProviderConfig,
  transport: Transport,
  clock: TokenClock,
): { ok: true; provider: Provider } | ProviderProblem {
  const reading = readApolloSettings(config);
  if (!reading.ok) return reading;
  const { baseUrl, tokenUrl, partnerTag, authorizationScheme, apiKey, clientId, clientSecret } =
    reading.settings;
  const providerIsLocal = [baseUrl, tokenUrl].every((url) => isLoopbackHost(new URL(url).hostname));
  const tokens = createTokens({
    transport,
    clock,
    // As the document's code does it. Its collection shows a GET with a multipart form instead, which OAuth2 knows not.
    fetch: () =>
      tokenRequest(
        config,
        tokenUrl,
        { grant_type: "client_credentials", scope: "" },
        { Authorization: basicAuthorization(clientId, clientSecret) },
      ),
  });

  async function askForLink(loanRef: string, loanType: string) {
    const query = { partner_tag: partnerTag, loan_type: loanType, partner_loan_id: loanRef };
    const sent = await tokens.send((token) =>
      getRequest(config, callUrl(baseUrl, NOC_PATH, query), {
        "x-api-key": apiKey,
        Authorization: authorizationScheme === "bare" ? token : `Bearer ${token}`,
      }),
    );
    return sent.sent ? linkAnswer(sent.exchange, { partnerTag, loanType, loanRef }) : sent.answer;
  }

  const letters: LetterOffice = {
    operations: apolloOperations,
    async noDuesLetter(loanRef, loanType) {
      const answer = await askForLink(loanRef, loanType);
      if (answer.kind !== "answer") return answer;
      const { value, exchange } = answer;
      if (!value.given) return { kind: "answer", value, exchange };
      const link = checkLink(value.link, providerIsLocal);
      if (!link.ok) return { kind: "unclear", message: link.message, exchange, reason: "letterLink" };
      // At once, since how long the link lives is not documented; and bare: key and token are for Apollo, not for its store.
      const fetched = letterAnswer(
        await transport.send(getRequest(config, link.url, {}, MAX_LETTER_BYTES)),
        loanRef,
      );
      if (fetched.kind !== "answer") return fetched;
      return { ...fetched, value: { given: true, letter: fetched.value, host: link.host } };
    },
  };

  return {
    ok: true,
    provider: {
      id: config.id,
      kind: "apollo",
      name: config.name,
      currency: config.tillCurrency,
      capabilities: ["noDuesLetter"],
      letters,
      /** Asks for the letter of a loan that nobody has: that needs token, key and partner tag to be right. */
      async test() {
        const answer = await askForLink("0", "PL");
        if (answer.kind === "refused") {
          const { exchange, message, reason, said } = answer;
          // A 404 without the documented words comes from an address that is not Apollo's.
          if (reason === "letterNotFound")
            return { kind: "unclear", message, exchange, reason: "testAddress" };
          return { kind: "answer", exchange, value: `Apollo answered: ${message}`, reason, said };
        }
        const accepted = {
          kind: "answer",
          exchange: answer.exchange,
          value: "Apollo accepted the token, the key and the partner tag.",
          reason: "testAccepted",
        } as const;
        // A letter of another loan would be wrong at the counter; here it proves that Apollo answers this partner.
        if (answer.kind === "unclear" && answer.reason === "letterOtherLoan") return accepted;
        if (answer.kind !== "answer") return answer;
        const { value, exchange } = answer;
        if (!value.given && value.because === "wrongPartnerTag") {
          const { message, said } = value;
          return { kind: "refused", message, exchange, reason: "letterPartnerTag", said };
        }
        return accepted;
      },
    },
  };
}
