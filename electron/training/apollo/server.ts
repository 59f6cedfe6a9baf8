/** The Apollo training system: a real HTTP server on loopback that plays the NOC service and the store behind it. */
import { randomBytes } from "node:crypto";
import { spoiling } from "../http/badDays.ts";
import { basicOf, formOf, jsonReply, pageReply, queryOf, type SystemCall } from "../http/jsonReply.ts";
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
  type ApolloLoan,
  type Entries,
  entriesSchema,
  type LoanType,
  loanTypes,
  newEntries,
} from "./books.ts";
import { letterPdf } from "./letterPdf.ts";

export interface TrainingApolloOptions extends SystemOptions {
  readonly credentials: { readonly apiKey: string; readonly clientId: string; readonly clientSecret: string };
  readonly partnerTag: string;
  /** Loans that another book keeps: at a training counter, the Iute lender's. */
  readonly otherLoans?: (partnerLoanId: string) => ApolloLoan | null;
}

export interface TrainingApollo extends RunningSystem<Entries> {
  readonly kind: "apollo";
  readonly tokenUrl: string;
}

type Operation = "token" | "noc" | "letter";
type Call = SystemCall<Operation>;

const TOKEN_PATH = "/oauth2/token";
/** "The token will expire in 5 minutes." */
const TOKEN_SECONDS = 300;
/** How long a real link lives is not documented. */
const LINK_MILLIS = 60_000;
const KEPT_LETTERS = 200;

const says = (status: number, message: string): Reply => jsonReply(status, { message });

export async function startTrainingApollo(options: TrainingApolloOptions): Promise<TrainingApollo> {
  const running = await startSystem(apolloSystem(options), options);
  return { ...running, kind: "apollo", tokenUrl: `${running.origin}${TOKEN_PATH}` };
}

function apolloSystem(options: TrainingApolloOptions): System<Entries, Operation> {
  const { apiKey, clientId, clientSecret } = options.credentials;

  /** The document's code posts a form, its collection gets with a multipart one: both are taken. */
  function token(call: Call, tokens: TokenDesk): Reply {
    const basic = basicOf(call);
    if (basic?.id !== clientId || basic.secret !== clientSecret)
      return jsonReply(400, { error: "invalid_client" });
    const form = formOf(call);
    if (form?.get("grant_type") !== "client_credentials")
      return jsonReply(400, { error: "unsupported_grant_type" });
    const { accessToken } = tokens.issue(TOKEN_SECONDS);
    return jsonReply(200, { access_token: accessToken, expires_in: TOKEN_SECONDS, token_type: "Bearer" });
  }

  /** The sample's header is masked: the token alone and after "Bearer" are both taken. */
  function isAuthorised(call: Call, tokens: TokenDesk): boolean {
    const header = call.headers.authorization ?? "";
    return tokens.holds(header.replace(/^Bearer /, ""));
  }

  function noc(call: Call, entries: Entries, origin: string): Outcome<Entries> {
    const refuse = (status: number, message: string) => ({ entries, reply: says(status, message) });
    const query = queryOf(call);
    const partnerLoanId = query?.get("partner_loan_id") ?? "";
    const loanType = query?.get("loan_type") ?? "";
    const partnerTag = query?.get("partner_tag") ?? "";
    if (partnerLoanId === "" || loanType === "" || partnerTag === "") return refuse(400, "Invalid Request");
    if (partnerTag !== options.partnerTag) return refuse(400, "Invalid partner tag");
    if (!isLoanType(loanType)) return refuse(400, `Unsupported loan type ${loanType}`);
    // "It should not be more than 10 digits."
    if (partnerLoanId.length > 10) return refuse(400, "Invalid Request");
    const isAsked = (loan: ApolloLoan) => loan.partnerLoanId === partnerLoanId && loan.loanType === loanType;
    const other = options.otherLoans?.(partnerLoanId) ?? null;
    const loan = entries.loans.find(isAsked) ?? (other && isAsked(other) ? other : null);
    if (!loan) return refuse(404, "Loan does not exist");
    if (!loan.closed) return refuse(404, "NOC cannot be generated as the requested loan is not closed yet");
    const key = randomBytes(16).toString("hex");
    const { borrower } = loan;
    const letter = { key, partnerLoanId, loanType, borrower, validUntil: Date.parse(call.at) + LINK_MILLIS };
    const link = `${origin}/letters/${key}?X-Amz-Expires=60&X-Amz-Signature=${randomBytes(8).toString("hex")}`;
    return {
      entries: { ...entries, letters: [...entries.letters, letter].slice(-KEPT_LETTERS) },
      reply: jsonReply(200, {
        partner_tag: partnerTag,
        loan_type: loanType,
        partner_loan_id: partnerLoanId,
        "S3 key": link,
      }),
    };
  }

  /** As S3 does: a signed link wants no other credentials beside it, and dies. */
  async function letter(call: Call, entries: Entries): Promise<Reply> {
    if (call.headers.authorization !== undefined || call.headers["x-api-key"] !== undefined) {
      return storeError(400, "InvalidArgument", "Only one auth mechanism allowed");
    }
    const found = entries.letters.find(({ key }) => key === call.subject);
    if (!found) return storeError(404, "NoSuchKey", "The specified key does not exist.");
    if (Date.parse(call.at) >= found.validUntil)
      return storeError(403, "AccessDenied", "Request has expired");
    const body = await letterPdf(found, options.partnerTag, call.at);
    return { status: 200, contentType: "application/pdf", body };
  }

  return {
    kind: "apollo",
    basePath: "/uat/v1",
    entriesSchema,
    newEntries,
    routes: [
      { operation: "token", methods: ["POST", "GET"], path: /^\/oauth2\/token$/, does: "token" },
      { operation: "noc", methods: ["GET"], path: /^\/uat\/v1\/noc$/, does: "reads" },
      { operation: "letter", methods: ["GET"], path: /^\/letters\/([0-9a-f]+)$/, does: "reads" },
    ],
    async answer(call, entries, { tokens, origin }) {
      switch (call.operation) {
        case "token":
          return { entries, reply: token(call, tokens) };
        case "letter":
          return { entries, reply: await letter(call, entries) };
        case "noc":
          if (call.headers["x-api-key"] !== apiKey) return { entries, reply: says(403, "Forbidden") };
          if (!isAuthorised(call, tokens))
            return { entries, reply: says(401, "The incoming token has expired") };
          return noc(call, entries, origin);
      }
    },
    badDays: {
      anotherLoan: {
        ...spoiling("Answers with the letter of another loan.", (document) =>
          typeof document === "object" ? { ...document, partner_loan_id: "TST99" } : document,
        ),
      },
      insecureLink: spoiling("Gives a link over plain http to another computer.", (document) =>
        typeof document === "object" ? { ...document, "S3 key": "http://letters.example/noc.pdf" } : document,
      ),
      foreignLink: spoiling("Gives a link with a user name in it.", (document) =>
        typeof document === "object"
          ? { ...document, "S3 key": "https://apollo@letters.example/noc.pdf" }
          : document,
      ),
      linkGone: {
        description: "Gives a link behind which there is nothing any more.",
        usually: ["letter"],
        act: ({ wire }) => wire.answer(storeError(403, "AccessDenied", "Request has expired")),
      },
      notAPdf: {
        description: "Gives a web page where the letter belongs.",
        usually: ["letter"],
        act: ({ wire }) => wire.answer(pageReply(200, "Sign in", "Sign in to the network.")),
      },
      linkLeadsOn: {
        description: "Gives a link that leads on to another address.",
        usually: ["letter"],
        act: ({ wire }) =>
          wire.answer({
            ...storeError(302, "Moved", "Moved"),
            headers: { Location: "https://letters.example/" },
          }),
      },
    },
  };
}

function isLoanType(text: string): text is LoanType {
  return loanTypes.some((type) => type === text);
}

function storeError(status: number, code: string, message: string): Reply {
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${message}</Message></Error>`;
  return { status, contentType: "application/xml", body: Buffer.from(xml, "utf8") };
}
