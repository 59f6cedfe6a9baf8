/** The adapter for the Interswitch Lending Service: the loans that a customer already serves. */
import type { Transport } from "../../ports.ts";
import { callUrl } from "../addresses.ts";
import type { LoanRegister, Provider, ProviderConfig, ProviderProblem } from "../contract.ts";
import { getRequest, tokenRequest } from "../requests.ts";
import { basicAuthorization } from "../settingFields.ts";
import { createTokens, type TokenClock } from "../tokens.ts";
import { loansAnswer } from "./answers.ts";
import { interswitchOperations } from "./operations.ts";
import { readInterswitchSettings } from "./settings.ts";

/** A number that nobody has: what "test connection" asks about. */
const NOBODY = "2340000000000";

/** Client id, secret and tokens live in the closures below only. */
export function createInterswitch(
  config: ProviderConfig,
  transport: Transport,
  clock: TokenClock,
): { ok: true; provider: Provider } | ProviderProblem {
  const reading = readInterswitchSettings(config);
  if (!reading.ok) return reading;
  const { baseUrl, tokenUrl, channelCode, amountUnit, clientId, clientSecret } = reading.settings;
  const grant = { grant_type: "client_credentials" };
  const tokens = createTokens({
    transport,
    clock,
    // Interswitch's own examples give the grant in the query, RFC 6749 in the form: neither minds the other.
    fetch: () =>
      tokenRequest(config, callUrl(tokenUrl, "", grant), grant, {
        Authorization: basicAuthorization(clientId, clientSecret),
      }),
  });

  const register: LoanRegister = {
    operations: interswitchOperations,
    async loans(customerId, strict) {
      // "strict" is in the table of parameters and not in the endpoint's template: sent only where it is wanted.
      const query = { channelCode, ...(strict ? { strict: "true" } : {}) };
      const url = callUrl(baseUrl, `/users/${encodeURIComponent(customerId)}/status`, query);
      const sent = await tokens.send((token) =>
        getRequest(config, url, { Authorization: `Bearer ${token}` }),
      );
      return sent.sent ? loansAnswer(sent.exchange, customerId, amountUnit) : sent.answer;
    },
  };

  return {
    ok: true,
    provider: {
      id: config.id,
      kind: "interswitch",
      name: config.name,
      currency: config.tillCurrency,
      capabilities: ["customerLoans"],
      customerLoans: register,
      async test() {
        const answer = await register.loans(NOBODY, false);
        switch (answer.kind) {
          case "answer":
            return {
              ...answer,
              value: "Interswitch accepted the credentials and the channel code.",
              reason: "testAccepted",
            };
          case "refused":
            return {
              kind: "answer",
              exchange: answer.exchange,
              value: `Interswitch accepted the credentials. About a number that nobody has: ${answer.message}`,
              reason: "testSignedIn",
              said: answer.said,
            };
          default:
            return answer;
        }
      },
    },
  };
}
