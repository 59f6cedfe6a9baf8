/** The adapter for Iute's Partner API: the lender of loans that are applied for, paid out and repaid at the counter. */
import type { Capability } from "../../../shared/api/setup.ts";
import type { HttpRequest, Transport } from "../../ports.ts";
import type {
  Lender,
  OnceOperation,
  OperationFacts,
  Provider,
  ProviderConfig,
  ProviderProblem,
} from "../contract.ts";
import { readApplied, readLoanInfo, readNoLoan, readQuote, readRelease, readStatus } from "./answers.ts";
import { iuteOperations } from "./operations.ts";
import {
  agreementAnswer,
  documentedRefusal,
  emptyAnswer,
  is40x,
  isEmptySuccess,
  xmlAnswer,
  xmlBody,
} from "./replies.ts";
import {
  agreementRequest,
  applyRequest,
  cancelRequest,
  confirmRequest,
  type IuteLine,
  loanInfoRequest,
  quoteRequest,
  releaseRequest,
  repaymentRequest,
  statusRequest,
  uploadRequest,
} from "./requests.ts";
import { readIuteSettings } from "./settings.ts";

const capabilities: readonly Capability[] = [
  "quote",
  "apply",
  "loanStatus",
  "loanInfo",
  "agreement",
  "upload",
  "payout",
  "repayment",
];

/** What "test connection" asks for: harmless, and it needs credentials and partner type to be right. */
const TEST_QUOTE = { amountMinor: 100_000, months: 6 };

/** User name and password live in the closures below only: no property of the provider leads to them. */
export function createIute(
  config: ProviderConfig,
  transport: Transport,
): { ok: true; provider: Provider } | ProviderProblem {
  const reading = readIuteSettings(config);
  if (!reading.ok) return reading;
  const { settings } = reading;
  const { connectTimeoutMs, requestTimeoutMs } = config;
  const lender = createLender(
    { ...settings, connectTimeoutMs, requestTimeoutMs },
    settings.languages,
    transport,
  );
  return {
    ok: true,
    provider: {
      id: config.id,
      kind: "iute",
      name: config.name,
      currency: settings.currency,
      capabilities,
      lender,
      async test() {
        const answer = await lender.quote(TEST_QUOTE.amountMinor, TEST_QUOTE.months);
        if (answer.kind !== "answer") return answer;
        return { ...answer, value: "The lender answered and accepted the user name and the password." };
      },
    },
  };
}

function createLender(line: IuteLine, languages: readonly string[], transport: Transport): Lender {
  return {
    languages,
    async quote(amountMinor, months) {
      return xmlAnswer(await transport.send(quoteRequest(line, amountMinor, months)), readQuote);
    },
    async apply(application, submitter, files) {
      const exchange = await transport.send(applyRequest(line, application, submitter, files));
      return xmlAnswer(exchange, (document) => readApplied(document, application.pin));
    },
    async checkStatus(loanRef) {
      const exchange = await transport.send(statusRequest(line, loanRef));
      const answer = xmlAnswer(exchange, (document) => readStatus(document, loanRef));
      if (exchange.failure !== null || exchange.response?.status !== 400) return answer;
      // "If loan application has moved to any other process step then HTTP code 400 is returned."
      const message = answer.kind === "answer" ? "" : answer.message;
      return { kind: "answer", value: { approved: "movedOn", message }, exchange };
    },
    async loanInfo(loanRef) {
      const exchange = await transport.send(loanInfoRequest(line, loanRef));
      const status = exchange.failure === null ? exchange.response?.status : null;
      if (status === 400 || status === 404) {
        // The document gives no status for "No active loan found!"; it may come with that of an error, or of its name.
        const none = xmlBody(exchange, readNoLoan);
        if (none.kind === "answer") return none;
      }
      return xmlAnswer(exchange, (document) => readLoanInfo(document, loanRef));
    },
    async agreement(loanRef, language) {
      return agreementAnswer(
        await transport.send(agreementRequest(line, loanRef, language)),
        loanRef,
        language,
      );
    },
    async upload(loanRef, agreement, bankStatement, onUpload) {
      return emptyAnswer(
        await transport.send(uploadRequest(line, loanRef, agreement, bankStatement, onUpload)),
      );
    },
    async allowCashRelease(loanRef) {
      const exchange = await transport.send(releaseRequest(line, loanRef));
      return xmlAnswer(exchange, (document) => readRelease(document, loanRef));
    },
    cancel: (loanRef) => onceOperation(iuteOperations.cancel, cancelRequest(line, loanRef), is40x),
    confirmCashRelease: (loanRef) =>
      onceOperation(iuteOperations.confirmCashRelease, confirmRequest(line, loanRef)),
    insertRepayment: (loanRef, businessDate, amountMinor) =>
      onceOperation(
        iuteOperations.insertRepayment,
        repaymentRequest(line, loanRef, businessDate, amountMinor),
      ),
  };
}

function onceOperation(
  { effect, readBack, source }: OperationFacts,
  request: HttpRequest,
  refusalStatuses?: (status: number) => boolean,
): OnceOperation {
  return {
    facts: { effect, readBack, source },
    send: (wire) => wire.send(request),
    isDocumentedSuccess: isEmptySuccess,
    documentedRefusal: (exchange) => documentedRefusal(exchange, refusalStatuses),
  };
}
