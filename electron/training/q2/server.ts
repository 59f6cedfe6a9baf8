/** The Q2 training lender: a real HTTP server on loopback that plays CL Loan on Salesforce. */
import { spoiling } from "../http/badDays.ts";
import {
  bearerOf,
  formOf,
  jsonOf,
  jsonReply,
  mediaType,
  queryOf,
  type SystemCall,
} from "../http/jsonReply.ts";
import {
  type Outcome,
  type RunningSystem,
  type System,
  type SystemOptions,
  startSystem,
} from "../http/system.ts";
import type { TokenDesk } from "../http/tokenDesk.ts";
import type { Reply } from "../http/wire.ts";
import { type Account, type Entries, entriesSchema, isId, newEntries } from "./books.ts";
import { type DocumentedError, openAccount, unparsable } from "./creation.ts";

export interface TrainingQ2Options extends SystemOptions {
  readonly credentials: {
    readonly clientId: string;
    readonly clientSecret: string;
    readonly username: string;
    /** With the security token at its end. */
    readonly password: string;
  };
  /** False: the instance does not list a borrower's accounts, which the document does not promise either. */
  readonly listsAccounts?: boolean;
}

export interface TrainingQ2 extends RunningSystem<Entries> {
  readonly kind: "q2";
  readonly tokenUrl: string;
}

type Operation = "token" | "create" | "accountsOf";
type Call = SystemCall<Operation>;

const TOKEN_PATH = "/services/oauth2/token";
/** A session of Salesforce lives two hours after its last use, and its token does not say so. */
const SESSION_SECONDS = 7_200;

export async function startTrainingQ2(options: TrainingQ2Options): Promise<TrainingQ2> {
  const running = await startSystem(q2System(options), options);
  return { ...running, kind: "q2", tokenUrl: `${running.origin}${TOKEN_PATH}` };
}

function q2System(options: TrainingQ2Options): System<Entries, Operation> {
  const { clientId, clientSecret, username, password } = options.credentials;

  function token(call: Call, { tokens, origin }: { tokens: TokenDesk; origin: string }): Reply {
    const form = formOf(call) ?? queryOf(call) ?? new Map<string, string>();
    const refuse = (error: string, error_description: string) => jsonReply(400, { error, error_description });
    if (form.get("grant_type") !== "password")
      return refuse("unsupported_grant_type", "grant type not supported");
    if (form.get("client_id") !== clientId) return refuse("invalid_client_id", "client identifier invalid");
    if (form.get("client_secret") !== clientSecret)
      return refuse("invalid_client", "invalid client credentials");
    if (form.get("username") !== username || form.get("password") !== password) {
      return refuse("invalid_grant", "authentication failure");
    }
    const { accessToken } = tokens.issue(SESSION_SECONDS);
    return jsonReply(200, {
      access_token: `00DG0000000kXXX!${accessToken}`,
      instance_url: origin,
      id: `${origin}/id/00DG0000000kXXXEAA/005G0000003XXXXIA4`,
      token_type: "Bearer",
      issued_at: String(Date.parse(call.at)),
      signature: "training",
    });
  }

  function create(call: Call, entries: Entries): Outcome<Entries> {
    if (mediaType(call) !== "application/json") return { entries, reply: errorReply(unparsable) };
    const creation = openAccount(entries, jsonOf(call), call.at);
    if (!creation.ok) return { entries, reply: errorReply(creation.error) };
    return { entries: creation.entries, reply: envelope([accountFields(creation.account)]) };
  }

  function list(call: Call, entries: Entries): Reply {
    const borrowerId = queryOf(call)?.get("borrowerId");
    if (borrowerId === undefined || borrowerId === "") {
      return errorReply({ status: 400, errorCode: "INVALID_INPUT", errorMessage: "Account Id is null" });
    }
    if (!entries.borrowers.some(({ id }) => isId(id, borrowerId))) {
      return errorReply({
        status: 400,
        errorCode: "INVALID_INPUT",
        errorMessage: "Unable to find the Account",
      });
    }
    const accounts = entries.accounts.filter((account) => isId(account.borrowerId, borrowerId));
    return envelope(accounts.map((account) => ({ Name: account.name, ...accountFields(account) })));
  }

  const lists = options.listsAccounts ?? true;
  const path = /^\/services\/apexrest\/peer\/v1\/loanAccounts$/;
  return {
    kind: "q2",
    basePath: "",
    entriesSchema,
    newEntries,
    routes: [
      { operation: "token", methods: ["POST"], path: /^\/services\/oauth2\/token$/, does: "token" },
      { operation: "create", methods: ["POST"], path, does: "changes" },
      ...(lists ? [{ operation: "accountsOf", methods: ["GET"], path, does: "reads" } as const] : []),
    ],
    answer(call, entries, side) {
      if (call.operation === "token") return { entries, reply: token(call, side) };
      const bearer = bearerOf(call)?.split("!")[1] ?? "";
      if (!side.tokens.holds(bearer)) {
        return {
          entries,
          reply: jsonReply(401, [{ message: "Session expired or invalid", errorCode: "INVALID_SESSION_ID" }]),
        };
      }
      return call.operation === "accountsOf"
        ? { entries, reply: list(call, entries) }
        : create(call, entries);
    },
    badDays: {
      apiException: {
        description: "Raises an exception: 500 with API_EXCEPTION; nothing is opened.",
        usually: "changes",
        act: ({ wire }) =>
          wire.answer(
            errorReply({
              status: 500,
              errorCode: "API_EXCEPTION",
              errorMessage: "FIELD_CUSTOM_VALIDATION_EXCEPTION, The product is not active",
            }),
          ),
      },
      anotherBorrower: spoiling("Answers about an account of another borrower.", (document) =>
        withFirst(document, { loan__Account__c: "001G00000ZZZZZZIAD" }),
      ),
      datesNull: {
        description: 'Misses a date that was sent: 400, "One of the dates is null".',
        usually: "changes",
        act: ({ wire }) =>
          wire.answer(
            errorReply({ status: 400, errorCode: "INVALID_INPUT", errorMessage: "One of the dates is null" }),
          ),
      },
    },
  };
}

function envelope(content: readonly Record<string, unknown>[]): Reply {
  return jsonReply(200, {
    status: "SUCCESS",
    response: [],
    errorMessage: null,
    errorCode: "NO_ERROR",
    content,
  });
}

/** The body of an error has no sample; this is the success's envelope, as an error would fill it. */
function errorReply({ status, errorCode, errorMessage }: DocumentedError): Reply {
  return jsonReply(status, { status: "ERROR", response: [], errorMessage, errorCode, content: [] });
}

const money = (minor: number) => minor / 100;

/** The fields of the sample response, in its order. */
function accountFields(account: Account): Record<string, unknown> {
  return {
    attributes: {
      type: "loan__Loan_Account__c",
      url: `/services/data/v30.0/sobjects/loan__Loan_Account__c/${account.id}`,
    },
    loan__First_Installment_Date__c: account.firstInstallmentDate,
    RecordTypeId: "012G0000000rvE4IAI",
    loan__Fee_Set__c: "a12G0000001MbEDIA0",
    loan__Repayment_Procedure__c: "Equal Monthly Installments",
    peer__Origination_Fee__c: money(account.feeMinor),
    loan__Disbursal_Date__c: account.disbursalDate,
    loan__Interest_Type__c: "Fixed",
    loan__Loan_Status__c: account.status,
    loan__Expected_Disbursal_Date__c: account.disbursalDate,
    loan__Expected_Repayment_Start_Date__c: account.firstInstallmentDate,
    loan__Loan_Amount__c: money(account.requestedMinor + account.feeMinor),
    loan__Account__c: account.borrowerId,
    peer__Note_Type__c: "a3PG00000000iBbMAI",
    loan__Last_Installment_Date__c: account.lastInstallmentDate,
    loan__LA_Amortization_Enabled__c: false,
    loan__Contractual_Interest_Rate__c: account.interestRate,
    loan__Pre_Bill_Days__c: 0,
    loan__Interest_Rate__c: account.interestRate,
    loan__Number_of_Installments__c: account.term,
    loan__Frequency_of_Loan_Payment__c: account.frequency,
    loan__Contractual_Due_Day__c: Number(account.firstInstallmentDate.slice(8)),
    loan__Overdue_Interest_Rate__c: null,
    loan__Loan_Product_Name__c: account.productId,
    loan__Write_off_Tolerance_Amount__c: 0,
    loan__Grace_Period_for_Repayments__c: 0,
    loan__Branch__c: "a1zG0000000LezuIAC",
    Id: account.id,
    loan__Interest_Calculation_Method__c: "Declining Balance",
    loan__Delinquency_Grace_Days__c: 0,
    loan__Time_Counting_Method__c: "Month and Days",
    loan__Interest_Only_Period__c: account.interestOnlyPeriod,
    loan__Balloon_Payment__c: money(account.balloonMinor),
  };
}

function withFirst(document: unknown, changes: Record<string, unknown>): unknown {
  if (typeof document !== "object" || document === null || !("content" in document)) return document;
  const [first, ...others]: unknown[] = Array.isArray(document.content) ? document.content : [];
  return { ...document, content: [{ ...(typeof first === "object" ? first : {}), ...changes }, ...others] };
}
