/** The adapter for Digit9's DRAP Onboarding Service: looks customers up, registers, updates and fetches them. */
import type { Fields } from "../../../shared/api/customers.ts";
import type { HttpRequest, Transport } from "../../ports.ts";
import { callUrl } from "../addresses.ts";
import type {
  Answer,
  CustomerFinding,
  CustomerRegister,
  Provider,
  ProviderConfig,
  ProviderProblem,
} from "../contract.ts";
import { jsonBody } from "../json.ts";
import { getRequest, postRequest, tokenRequest } from "../requests.ts";
import { createTokens, type TokenClock } from "../tokens.ts";
import { type Asked, customerAnswer } from "./answers.ts";
import { providerFields } from "./fieldNames.ts";
import { DRAP_TOKEN_PATH, drapOperations } from "./operations.ts";
import { readDrapSettings } from "./settings.ts";

/** A registration number that nobody has: what "test connection" asks about. */
const NOBODY = "0000000000000000";

/** The secrets and the tokens live in the closures below only. */
export function createDrap(
  config: ProviderConfig,
  transport: Transport,
  clock: TokenClock,
): { ok: true; provider: Provider } | ProviderProblem {
  const reading = readDrapSettings(config);
  if (!reading.ok) return reading;
  const { baseUrl, scope, channel, agentLocationId, errorCodes, secrets } = reading.settings;
  const tokenUrl = callUrl(baseUrl, DRAP_TOKEN_PATH);
  const client = { client_id: secrets.clientId, client_secret: secrets.clientSecret };
  const tokens = createTokens({
    transport,
    clock,
    fetch: () =>
      tokenRequest(config, tokenUrl, {
        grant_type: "password",
        scope,
        ...client,
        username: secrets.username,
        password: secrets.password,
      }),
    // The vendor's page lists both grants in one payload; the one that it is about is sent.
    refresh: (refreshToken) =>
      tokenRequest(config, tokenUrl, { ...client, grant_type: "refresh_token", refresh_token: refreshToken }),
  });

  async function ask(
    build: (headers: Record<string, string>) => HttpRequest,
    asked: Asked,
  ): Promise<Answer<CustomerFinding>> {
    const sent = await tokens.send((token) =>
      build({ Authorization: `Bearer ${token}`, Accept: "application/json" }),
    );
    return sent.sent ? customerAnswer(sent.exchange, asked, errorCodes) : sent.answer;
  }

  const customers: CustomerRegister = {
    operations: drapOperations,
    lookup: (idType, idNumber) =>
      ask(
        (headers) =>
          postRequest(
            config,
            callUrl(baseUrl, drapOperations.lookup.path),
            headers,
            jsonBody({ idNumber, idType }),
          ),
        { by: "idNumber", idNumber },
      ),
    get: (ecrn) =>
      ask(
        (headers) =>
          getRequest(config, callUrl(baseUrl, `${drapOperations.get.path}/${encodeURIComponent(ecrn)}`), {
            // Documented for this GET, although it has no body.
            "Content-Type": "application/json",
            ...headers,
          }),
        { by: "ecrn", ecrn },
      ),
    onboard: (customer) =>
      ask(
        (headers) =>
          postRequest(
            config,
            callUrl(baseUrl, drapOperations.onboard.path),
            headers,
            jsonBody({ channel, agent_location_id: agentLocationId, ...providerFields(customer) }),
          ),
        { by: "registration", ecrn: ecrnOf(customer) },
      ),
  };

  return {
    ok: true,
    provider: {
      id: config.id,
      kind: "drap",
      name: config.name,
      currency: config.tillCurrency,
      capabilities: ["customerLookup", "customerOnboarding"],
      customers,
      async test() {
        const signIn = await tokens.token();
        if (!signIn.ok) return signIn.answer;
        const answer = await customers.get(NOBODY);
        // Somebody else's data come from nowhere but the register.
        if (answer.kind === "unclear" && answer.reason === "customerOther") {
          const value = "The provider accepted the credentials, and the register answered.";
          return { kind: "answer", exchange: answer.exchange, value, reason: "testAccepted" };
        }
        if (answer.kind === "unclear") {
          const message = `The provider accepted the credentials, but not under the address of the customers: ${answer.message}`;
          return { ...answer, message, reason: "testAddress" };
        }
        if (answer.kind !== "answer") return answer;
        const said = answer.value.message;
        return {
          kind: "answer",
          exchange: answer.exchange,
          value: `The provider accepted the credentials. About a customer that nobody is: ${said}`,
          reason: "testAccepted",
        };
      },
    },
  };
}

function ecrnOf(customer: Fields): string | null {
  const ecrn = customer["ecrn"];
  return typeof ecrn === "string" && ecrn !== "" ? ecrn : typeof ecrn === "number" ? String(ecrn) : null;
}
