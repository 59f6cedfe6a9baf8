/** The Interswitch training system: a real HTTP server on loopback that plays the Lending Service's customer status. */
import { spoiling } from "../http/badDays.ts";
import { basicOf, bearerOf, formOf, jsonReply, queryOf, type SystemCall } from "../http/jsonReply.ts";
import { type RunningSystem, type System, type SystemOptions, startSystem } from "../http/system.ts";
import type { TokenDesk } from "../http/tokenDesk.ts";
import type { Reply } from "../http/wire.ts";
import { type Entries, entriesSchema, newEntries } from "./books.ts";

export interface TrainingInterswitchOptions extends SystemOptions {
  readonly credentials: { readonly clientId: string; readonly clientSecret: string };
  readonly channelCode: string;
}

export interface TrainingInterswitch extends RunningSystem<Entries> {
  readonly kind: "interswitch";
  readonly tokenUrl: string;
}

type Operation = "token" | "status";
type Call = SystemCall<Operation>;

const TOKEN_PATH = "/passport/oauth/token";
/** README of a derived description: a token lives a day. */
const TOKEN_SECONDS = 86_400;

const says = (responseCode: string, responseMessage: string): Reply =>
  jsonReply(200, { responseCode, responseMessage });
const wentWrong = says("96", "Oops. Something went wrong. Please try again later");
const unauthorised = jsonReply(401, {
  error: "invalid_token",
  error_description: "Cannot convert access token to JSON",
});

export async function startTrainingInterswitch(
  options: TrainingInterswitchOptions,
): Promise<TrainingInterswitch> {
  const running = await startSystem(interswitchSystem(options), options);
  return { ...running, kind: "interswitch", tokenUrl: `${running.origin}${TOKEN_PATH}` };
}

function interswitchSystem(options: TrainingInterswitchOptions): System<Entries, Operation> {
  function token(call: Call, tokens: TokenDesk): Reply {
    const basic = basicOf(call);
    if (basic?.id !== options.credentials.clientId || basic.secret !== options.credentials.clientSecret) {
      return jsonReply(401, { error: "invalid_client", error_description: "Bad client credentials" });
    }
    const grant = formOf(call)?.get("grant_type") ?? queryOf(call)?.get("grant_type");
    if (grant !== "client_credentials") {
      return jsonReply(400, {
        error: "unsupported_grant_type",
        error_description: `Unsupported grant type: ${grant}`,
      });
    }
    const { accessToken } = tokens.issue(TOKEN_SECONDS);
    return jsonReply(200, {
      access_token: accessToken,
      token_type: "bearer",
      expires_in: TOKEN_SECONDS - 1,
      scope: "profile",
    });
  }

  function status(call: Call, entries: Entries): Reply {
    const query = queryOf(call);
    const strict = query?.get("strict");
    const unknownParameter = [...(query?.keys() ?? [])].some(
      (name) => name !== "channelCode" && name !== "strict",
    );
    if (!query || unknownParameter || (strict !== undefined && strict !== "true" && strict !== "false")) {
      return wentWrong;
    }
    // Text: "2" is not "0002".
    if (query.get("channelCode") !== options.channelCode) return wentWrong;
    const asked = call.subject ?? "";
    if (!/^(?:\d{10,15}|[^@\s]+@[^@\s]+)$/.test(asked)) return wentWrong;
    const customer = entries.customers.find(({ mobile, email }) => mobile === asked || email === asked);
    const loans = (customer?.loans ?? []).filter(
      (loan) => strict !== "true" || loan.channelCode === options.channelCode,
    );
    return jsonReply(200, { responseCode: "00", responseMessage: "Successful", loans });
  }

  return {
    kind: "interswitch",
    basePath: "/lending-service/api/v1",
    entriesSchema,
    newEntries: (at) => newEntries(at, options.channelCode),
    routes: [
      { operation: "token", methods: ["POST"], path: /^\/passport\/oauth\/token$/, does: "token" },
      {
        operation: "status",
        methods: ["GET"],
        path: /^\/lending-service\/api\/v1\/users\/([^/]+)\/status$/,
        does: "reads",
      },
    ],
    answer(call, entries, { tokens }) {
      if (call.operation === "token") return { entries, reply: token(call, tokens) };
      const bearer = bearerOf(call);
      const reply = bearer !== null && tokens.holds(bearer) ? status(call, entries) : unauthorised;
      return { entries, reply };
    },
    badDays: {
      wentWrong: {
        description: 'Answers code 96, "Oops. Something went wrong", with HTTP 200.',
        usually: "questions",
        act: ({ wire }) => wire.answer(wentWrong),
      },
      systemError5000: {
        description: "Answers code 5000, a fault of the system, with HTTP 200.",
        usually: "questions",
        act: ({ wire }) => wire.answer(says("5000", "System error")),
      },
      anotherCustomer: spoiling(
        "Answers with loans of another number, as the document's sample does.",
        (document) => eachLoan(document, (loan) => ({ ...loan, customerId: "2340000000001" })),
      ),
      lowerCaseLoanId: spoiling("Writes providerloanId, as the document's table does.", (document) =>
        eachLoan(document, ({ providerLoanId, ...loan }) => ({ ...loan, providerloanId: providerLoanId })),
      ),
      withoutLoans: spoiling("Says successful and leaves out the loans.", () => ({
        responseCode: "00",
        responseMessage: "Successful",
      })),
    },
  };
}

function eachLoan(
  document: unknown,
  change: (loan: Record<string, unknown>) => Record<string, unknown>,
): unknown {
  if (typeof document !== "object" || document === null || !("loans" in document)) return document;
  const loans: unknown[] = Array.isArray(document.loans) ? document.loans : [];
  return { ...document, loans: loans.map((loan) => change({ ...(typeof loan === "object" ? loan : {}) })) };
}
