/** The DRAP training system: a real HTTP server on loopback that plays Digit9's onboarding service. */
import { spoiling } from "../http/badDays.ts";
import { bearerOf, formOf, jsonOf, jsonReply, mediaType, type SystemCall } from "../http/jsonReply.ts";
import {
  type Outcome,
  type RunningSystem,
  type System,
  type SystemOptions,
  startSystem,
} from "../http/system.ts";
import type { TokenDesk } from "../http/tokenDesk.ts";
import type { Reply } from "../http/wire.ts";
import {
  byDocument,
  byEcrn,
  type Entries,
  ecrnText,
  entriesSchema,
  newEntries,
  type RegisteredCustomer,
} from "./books.ts";
import { readRegistration } from "./registration.ts";

export interface TrainingDrapOptions extends SystemOptions {
  readonly credentials: {
    readonly clientId: string;
    readonly clientSecret: string;
    readonly username: string;
    readonly password: string;
  };
  readonly scope: string;
}

export interface TrainingDrap extends RunningSystem<Entries> {
  readonly kind: "drap";
}

type Operation = "token" | "lookup" | "onboard" | "get";
type Call = SystemCall<Operation>;

/** Samples of the vendor's page: 7199 seconds for both tokens. */
const TOKEN_SECONDS = 7_199;

/**
 * The names are the document's; the numbers are made up for training, since the vendor's list of codes is not public.
 * A training counter is configured with this table, as a real one has to be with the real one.
 */
export const TRAINING_ERROR_CODES = {
  notFound: 45101,
  subscriptionPending: 45102,
  badRequest: 40000,
  failed: 50000,
  underInvestigation: 45103,
  blocked: 45104,
  invalidMasterData: 45105,
  fieldMissing: 45106,
  updateFailed: 45107,
  notSubscribed: 45108,
} as const;

const MESSAGES: Readonly<Record<keyof typeof TRAINING_ERROR_CODES, string>> = {
  notFound: "Customer Not Found",
  subscriptionPending: "Subscription Pending",
  badRequest: "Bad Request",
  failed: "Internal Server Error",
  underInvestigation: "Validation Failure - Customer Under Compliance Investigation",
  blocked: "Validation Failure - Blocked Customer",
  invalidMasterData: "Validation Failure - Invalid Master Data",
  fieldMissing: "Validation Failure - Mandatory Field Missing",
  updateFailed: "Customer Updation Failure",
  notSubscribed: "Customer Not Subscribed",
};

export function failure(status: number, name: keyof typeof TRAINING_ERROR_CODES, detail = ""): Reply {
  return jsonReply(status, {
    status: "failure",
    statusCode: status,
    errorCode: TRAINING_ERROR_CODES[name],
    message: `${MESSAGES[name]}${detail === "" ? "" : `: ${detail}`}`,
  });
}

function success(data: unknown): Reply {
  return jsonReply(200, { status: "success", statusCode: 200, message: "Successfully Processed", data });
}

const unauthorised = jsonReply(401, {
  status: "failure",
  statusCode: 401,
  message: "Authentication Failure",
});

export async function startTrainingDrap(options: TrainingDrapOptions): Promise<TrainingDrap> {
  const running = await startSystem(drapSystem(options), options);
  return { ...running, kind: "drap" };
}

function drapSystem(options: TrainingDrapOptions): System<Entries, Operation> {
  const { clientId, clientSecret, username, password } = options.credentials;

  function token(call: Call, tokens: TokenDesk): Reply {
    if (mediaType(call) !== "application/x-www-form-urlencoded")
      return oauthError(400, "invalid_request", "Content-Type");
    const form = formOf(call);
    if (!form) return oauthError(400, "invalid_request", "Parameters");
    if (form.get("client_id") !== clientId || form.get("client_secret") !== clientSecret) {
      return oauthError(401, "invalid_client", "Invalid client or Invalid client credentials");
    }
    switch (form.get("grant_type")) {
      case "password":
        if (form.get("username") !== username || form.get("password") !== password) {
          return oauthError(401, "invalid_grant", "Invalid user credentials");
        }
        if (form.get("scope") !== options.scope) return oauthError(400, "invalid_scope", "Invalid scopes");
        break;
      case "refresh_token":
        if (!tokens.takeRefresh(form.get("refresh_token") ?? "")) {
          return oauthError(400, "invalid_grant", "Token is not active");
        }
        break;
      default:
        return oauthError(400, "unsupported_grant_type", "Unsupported grant_type");
    }
    const { accessToken, refreshToken } = tokens.issue(TOKEN_SECONDS);
    return jsonReply(200, {
      token_type: "bearer",
      access_token: accessToken,
      refresh_token: refreshToken,
      expires_in: TOKEN_SECONDS,
      refresh_expires_in: TOKEN_SECONDS,
      scope: options.scope,
      "not-before-policy": 0,
      session_state: "training",
    });
  }

  /** Every outcome but the refused token comes as 200. */
  function lookup(call: Call, entries: Entries): Reply {
    const fields = fieldsOf(jsonOf(call));
    const idType = fields?.get("idType");
    const idNumber = fields?.get("idNumber");
    if (typeof idType !== "string" || typeof idNumber !== "string") return failure(200, "badRequest");
    if (!/^\d{1,3}$/.test(idType) || idNumber === "") return failure(200, "badRequest");
    const customer = byDocument(entries, idType, idNumber);
    switch (customer?.state) {
      case undefined:
        return failure(200, "notFound");
      case "pending":
      case "left":
        return failure(200, "subscriptionPending");
      case "blocked":
        return failure(200, "blocked");
      case "investigated":
        return failure(200, "underInvestigation");
      case "active":
        return success(customerData(customer));
    }
  }

  function get(call: Call, entries: Entries): Reply {
    const customer = byEcrn(entries, call.subject ?? "");
    if (!customer) return failure(200, "notFound");
    if (customer.state === "left" || customer.state === "pending") return failure(200, "notSubscribed");
    return success(customerData(customer));
  }

  function onboard(call: Call, entries: Entries): Outcome<Entries> {
    const refuse = (reply: Reply) => ({ entries, reply });
    const fields = fieldsOf(jsonOf(call));
    if (!fields) return refuse(failure(400, "fieldMissing", "body"));
    const reading = readRegistration(Object.fromEntries(fields));
    if (!reading.ok) {
      const { is, field } = reading.problem;
      return refuse(failure(400, is === "missing" ? "fieldMissing" : "invalidMasterData", field));
    }
    const { registration } = reading;
    const ecrn = fields.get("ecrn");
    const known =
      typeof ecrn === "string" && ecrn !== ""
        ? byEcrn(entries, ecrn)
        : byDocument(entries, registration.idType, registration.idNumber);
    // No status is documented for this one; it comes as most of this service's outcomes do.
    if (typeof ecrn === "string" && ecrn !== "" && !known) return refuse(failure(200, "updateFailed"));
    if (known?.state === "blocked") return refuse(failure(406, "blocked"));
    if (known?.state === "investigated") return refuse(failure(406, "underInvestigation"));
    const customer: RegisteredCustomer = {
      ecrn: known?.ecrn ?? ecrnText(entries.nextEcrn),
      idType: registration.idType,
      idNumber: registration.idNumber,
      state: "active",
      fields: { ...known?.fields, ...registration.fields },
      registeredAt: known?.registeredAt ?? call.at,
      updates: known ? known.updates + 1 : 0,
    };
    const customers = [...entries.customers.filter((other) => other.ecrn !== customer.ecrn), customer];
    return {
      entries: { customers, nextEcrn: entries.nextEcrn + (known ? 0 : 1) },
      reply: success({
        ecrn: customer.ecrn,
        customer_status: "ACTIVE",
        aml_scan_status: "COMPLETED",
        pep: false,
        aml_category: "LOW",
      }),
    };
  }

  return {
    kind: "drap",
    basePath: "",
    entriesSchema,
    newEntries,
    routes: [
      {
        operation: "token",
        methods: ["POST"],
        path: /^\/auth\/realms\/cdp\/protocol\/openid-connect\/token$/,
        does: "token",
      },
      {
        operation: "lookup",
        methods: ["POST"],
        path: /^\/caas\/api\/v2\/customer\/validate$/,
        does: "reads",
      },
      {
        operation: "onboard",
        methods: ["POST"],
        path: /^\/caas-lcm\/api\/v1\/CAAS\/onBoarding\/customer$/,
        does: "changes",
      },
      { operation: "get", methods: ["GET"], path: /^\/caas\/api\/v2\/customer\/([^/]+)$/, does: "reads" },
    ],
    answer(call, entries, { tokens }) {
      if (call.operation === "token") return { entries, reply: token(call, tokens) };
      const bearer = bearerOf(call);
      if (bearer === null || !tokens.holds(bearer)) return { entries, reply: unauthorised };
      switch (call.operation) {
        case "lookup":
          return { entries, reply: lookup(call, entries) };
        case "get":
          return { entries, reply: get(call, entries) };
        case "onboard":
          return onboard(call, entries);
      }
    },
    badDays: {
      internalError200: {
        description: 'Answers "Internal Server Error" with HTTP 200, as the document has it for look-ups.',
        usually: "questions",
        act: ({ wire }) => wire.answer(failure(200, "failed")),
      },
      internalError502: {
        description: 'Registers, and then answers "Internal Server Error" with HTTP 502.',
        usually: "changes",
        async act({ wire, perform }) {
          await perform();
          wire.answer(failure(502, "failed"));
        },
      },
      anotherCustomer: spoiling("Answers about another customer than the one asked for.", (document) =>
        withData(document, { ecrn: "9999999999999999", id_number: "X98765432Q", id_details: [] }),
      ),
      wordsOnly: spoiling("Sends its outcomes without any code, in words only.", (document) => {
        const fields = fieldsOf(document);
        fields?.delete("errorCode");
        return fields ? Object.fromEntries(fields) : document;
      }),
    },
  };
}

/** The sample of a found customer is cut off after `email_id`; the rest follows the registration. */
function customerData({ ecrn, fields }: RegisteredCustomer): Record<string, unknown> {
  return { ecrn, ...fields };
}

function withData(document: unknown, changes: Record<string, unknown>): unknown {
  const fields = fieldsOf(document);
  const data = fieldsOf(fields?.get("data"));
  if (!fields || !data) return document;
  return { ...Object.fromEntries(fields), data: { ...Object.fromEntries(data), ...changes } };
}

function fieldsOf(value: unknown): Map<string, unknown> | null {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
  return new Map<string, unknown>(Object.entries(value));
}

function oauthError(status: number, error: string, error_description: string): Reply {
  return jsonReply(status, { error, error_description });
}
