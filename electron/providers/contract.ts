/** What a provider adapter offers to the desks and the courier, and what effect each of its operations has. */

import type { CustomerOutcome, Fields, ServedLoan } from "../../shared/api/customers.ts";
import type { Application } from "../../shared/api/loans.ts";
import type { Capability, ProviderKind } from "../../shared/api/setup.ts";
import type { Instalment } from "../../shared/outbox.ts";
import type { ProviderReason } from "../../shared/providerReasons.ts";
import type { Exchange, Transport } from "../ports.ts";

/**
 * `read` may be repeated at will. `repeatable` changes something, but twice is as good as once.
 * `once` must never be repeated by itself: a doubt is read back in the way that `readBack` names.
 */
export type Effect = "read" | "repeatable" | "once";

export type ReadBack =
  /** Loan info: the books moved by exactly this amount. */
  | "loanInfoMovement"
  /** Loan info active means booked; "no active loan" with the release still allowed means not booked. */
  | "loanInfoThenRelease"
  /** Check status still true or false means not done; 400 means probably done. */
  | "checkStatus"
  /** The release check decides. */
  | "releaseCheck"
  /** Nothing at the provider can tell: a person has to ask. */
  | "person"
  /** The provider's own search. */
  | "search";

export interface OperationFacts {
  readonly effect: Effect;
  readonly readBack: ReadBack | null;
  /** Where the provider's document describes it. */
  readonly source: string;
}

/** Which known case it is, so that the page has its own sentence for it, and the provider's own words alone. */
export interface Reasoned {
  readonly reason?: ProviderReason | undefined;
  readonly said?: string | undefined;
}

/** What came of asking a provider something, in the terms of its contract. */
export type Answer<Value> =
  | { kind: "answer"; value: Value; exchange: Exchange }
  /** The documented refusal, with the provider's own sentence. */
  | ({ kind: "refused"; message: string; exchange: Exchange } & Reasoned)
  /** The provider did not accept the user name or password. */
  | ({ kind: "credentials"; message: string; exchange: Exchange } & Reasoned)
  /** Nothing can have reached the provider. */
  | ({ kind: "noLine"; message: string; exchange: Exchange } & Reasoned)
  /** Something came back, or may have gone out, that the contract does not know. */
  | ({ kind: "unclear"; message: string; exchange: Exchange } & Reasoned);

/** How the documented success and the documented refusal of a `once` operation are told from everything else. */
export interface OnceOperation {
  readonly facts: OperationFacts;
  /** Sends it. To be called at most once for one armed attempt. */
  send(transport: Transport): Promise<Exchange>;
  /** True only for exactly what the contract calls success: status, type and body. */
  isDocumentedSuccess(exchange: Exchange): boolean;
  /** The provider's own sentence where this is exactly the documented refusal, else null. */
  documentedRefusal(exchange: Exchange): { message: string; credentials: boolean } | null;
}

export interface Quote {
  firstRepaymentDate: string;
  monthlyPaymentMinor: number;
  totalMinor: number;
}

export interface ProviderFile {
  name: string;
  mime: string;
  bytes: Uint8Array;
}

export interface LoanInfo {
  loanRef: string;
  months: number;
  totalMinor: number;
  repaidMinor: number;
  remainingMinor: number;
  clientPin: string;
  clientName: string;
  instalments: Instalment[];
}

export interface AppliedLoan {
  loanRef: string;
  months: number;
  firstRepaymentDate: string;
  clientPin: string;
  clientName: string;
}

export interface ReleaseCheck {
  allowed: boolean;
  loanStatus: string;
  loanRef: string;
  amountMinor: number;
  clientPin: string;
  clientFirstName: string;
  clientLastName: string;
}

export interface Submitter {
  person: string;
  office: string;
}

/** A lender whose loans are applied for, paid out and repaid at this counter (Iute). */
export interface Lender {
  readonly languages: readonly string[];
  quote(amountMinor: number, months: number): Promise<Answer<Quote>>;
  /** `once`, read back by a person: an `unclear` answer leaves the application in doubt. */
  apply(
    application: Application,
    submitter: Submitter,
    files: { idCopy?: ProviderFile; dataVerification?: ProviderFile },
  ): Promise<Answer<AppliedLoan>>;
  /** `movedOn` is the 400 that means "another step" as well as "bad request": never a change of step. */
  checkStatus(
    loanRef: string,
  ): Promise<
    Answer<{ approved: "approved" | "notYet" | "rejected" } | { approved: "movedOn"; message: string }>
  >;
  loanInfo(
    loanRef: string,
  ): Promise<Answer<{ active: true; loan: LoanInfo } | { active: false; message: string }>>;
  agreement(loanRef: string, language: string): Promise<Answer<ProviderFile>>;
  /** `repeatable` as a whole: a repeat after silence may be answered with 400. */
  upload(
    loanRef: string,
    agreement: ProviderFile,
    bankStatement: ProviderFile | null,
    onUpload?: (sent: number, total: number) => void,
  ): Promise<Answer<null>>;
  /** A 400 means not allowed, with the lender's sentence. */
  allowCashRelease(loanRef: string): Promise<Answer<ReleaseCheck>>;
  cancel(loanRef: string): OnceOperation;
  confirmCashRelease(loanRef: string): OnceOperation;
  /** `businessDate` as yyyy-MM-dd: the date of the capture, never of the sending. */
  insertRepayment(loanRef: string, businessDate: string, amountMinor: number): OnceOperation;
}

/** What a customer register says about a person: an outcome of its contract, never of the HTTP status alone. */
export interface CustomerFinding {
  readonly outcome: CustomerOutcome;
  /** The customer as the provider sent it, names in camelCase; what was cut off or unknown is simply not there. */
  readonly customer?: Fields;
  /** The provider's own words, or ours where it had none. */
  readonly message: string;
  /** The field of the registration that those words name, where they do. */
  readonly field?: string;
}

/** A register of customers (DRAP). */
export interface CustomerRegister {
  readonly operations: Readonly<Record<"lookup" | "get" | "onboard", OperationFacts>>;
  lookup(idType: string, idNumber: string): Promise<Answer<CustomerFinding>>;
  get(ecrn: string): Promise<Answer<CustomerFinding>>;
  /**
   * Registers, or updates where the customer has an `ecrn`. `once`, read back by look-up: an `unclear` answer leaves the
   * registration in doubt.
   */
  onboard(customer: Fields): Promise<Answer<CustomerFinding>>;
}

/** Who tells which loans a customer serves elsewhere (Interswitch). */
export interface LoanRegister {
  readonly operations: Readonly<Record<"loans", OperationFacts>>;
  /** `customerId` is a mobile number without "+" or an e-mail address. */
  loans(customerId: string, strict: boolean): Promise<Answer<ServedLoan[]>>;
}

/** An account to be opened, with amounts in minor units and dates as yyyy-MM-dd. Decimals are exact text. */
export interface NewLoanAccount {
  readonly borrowerId: string;
  readonly loanProductId: string;
  readonly loanAmountMinor: number;
  readonly term: number;
  readonly expectedDisbursalDate: string;
  readonly firstInstallmentDate: string;
  readonly interestRate?: string | undefined;
  readonly purpose?: string | undefined;
  readonly frequencyOfPayment?: string | undefined;
  readonly interestOnlyPeriod?: number | undefined;
  readonly balloonPaymentMinor?: number | undefined;
  readonly ach?: boolean | undefined;
  readonly bankId?: string | undefined;
  readonly eodAccrualType?: string | undefined;
  readonly eodFeeAccrual?: boolean | undefined;
}

/** An account as it stands in the lender's book. What the provider does not tell is null. */
export interface BookedAccount {
  readonly accountId: string;
  readonly name: string | null;
  readonly borrowerId: string | null;
  readonly loanProductId: string | null;
  readonly status: string | null;
  readonly amountMinor: number | null;
  readonly feeMinor: number | null;
  readonly instalments: number | null;
  readonly frequency: string | null;
  readonly firstInstalmentDate: string | null;
  readonly lastInstalmentDate: string | null;
  readonly disbursalDate: string | null;
  readonly interestPercent: string | null;
  readonly procedure: string | null;
}

/** A lender's book in which accounts are opened (Q2). */
export interface AccountBook {
  readonly operations: Readonly<Record<"create" | "accountsOf", OperationFacts>>;
  /** `once`, read back through the borrower's accounts. A refusal names the field of `account` where the document does. */
  create(account: NewLoanAccount): Promise<Answer<BookedAccount> & { field?: string }>;
  /** Not documented by this provider and not offered by every instance: then `refused`. */
  accountsOf(borrowerId: string): Promise<Answer<BookedAccount[]>>;
}

export type LetterRefusal = "notClosed" | "unknownLoan" | "wrongPartnerTag" | "unsupportedLoanType";

/** Who writes the letter that a repaid loan leaves no dues (Apollo). */
export interface LetterOffice {
  readonly operations: Readonly<Record<"noDuesLetter", OperationFacts>>;
  noDuesLetter(
    loanRef: string,
    loanType: string,
  ): Promise<
    Answer<
      | { given: true; letter: ProviderFile; host: string }
      | { given: false; because: LetterRefusal; message: string; said: string }
    >
  >;
}

/** One configured provider. Desks ask for a capability, never for a name. */
export interface Provider {
  readonly id: string;
  readonly kind: ProviderKind;
  readonly name: string;
  readonly currency: string;
  readonly capabilities: readonly Capability[];
  /** Asks something harmless and says what came of it, for "test connection"; a success may have a reason, too. */
  test(): Promise<Answer<string> & Reasoned>;
  readonly lender?: Lender;
  readonly customers?: CustomerRegister;
  readonly customerLoans?: LoanRegister;
  readonly accounts?: AccountBook;
  readonly letters?: LetterOffice;
}

/** Everything an adapter needs to be built; secrets stay inside the adapter. */
export interface ProviderConfig {
  id: string;
  kind: ProviderKind;
  name: string;
  baseUrl: string;
  settings: Record<string, string | string[] | Record<string, string>>;
  secrets: Record<string, string>;
  tillCurrency: string;
  connectTimeoutMs: number;
  requestTimeoutMs: number;
}

/** A setting that is missing or wrong: `field` as a dotted path such as `settings.partnerType`, for the form. */
export interface ProviderProblem {
  ok: false;
  field: string;
  message: string;
}
