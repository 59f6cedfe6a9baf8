/** The adapter for Q2's CL Loan on Salesforce: opens loan accounts in the lender's own book. */
import { decimalsOf } from "../../../shared/currencies.ts";
import { decimalTextFromMinor } from "../../../shared/money.ts";
import type { ProviderReason } from "../../../shared/providerReasons.ts";
import type { Transport } from "../../ports.ts";
import { callUrl } from "../addresses.ts";
import type { AccountBook, NewLoanAccount, Provider, ProviderConfig, ProviderProblem } from "../contract.ts";
import { decimal, jsonBody } from "../json.ts";
import { getRequest, postRequest, tokenRequest } from "../requests.ts";
import { createTokens, type TokenClock } from "../tokens.ts";
import { wireAnswer } from "../wire.ts";
import { accountsAnswer, creationAnswer } from "./answers.ts";
import { LOAN_ACCOUNTS_PATH, q2Operations } from "./operations.ts";
import { readQ2Settings } from "./settings.ts";

/** The secrets and the tokens live in the closures below only. */
export function createQ2(
  config: ProviderConfig,
  transport: Transport,
  clock: TokenClock,
): { ok: true; provider: Provider } | ProviderProblem {
  const reading = readQ2Settings(config);
  if (!reading.ok) return reading;
  const { baseUrl, tokenUrl, currency, secrets } = reading.settings;
  const tokens = createTokens({
    transport,
    clock,
    // In the form and not in the address, where a public client puts them: addresses end up in logs.
    fetch: () =>
      tokenRequest(config, tokenUrl, {
        grant_type: "password",
        client_id: secrets.clientId,
        client_secret: secrets.clientSecret,
        username: secrets.username,
        password: secrets.password,
      }),
  });
  const url = callUrl(baseUrl, LOAN_ACCOUNTS_PATH);

  const accounts: AccountBook = {
    operations: q2Operations,
    async create(account) {
      const body = jsonBody(requestFields(account, currency));
      const sent = await tokens.send((token) =>
        postRequest(config, url, { Authorization: `Bearer ${token}`, Accept: "application/json" }, body),
      );
      return sent.sent ? creationAnswer(sent.exchange, account, currency) : sent.answer;
    },
    async accountsOf(borrowerId) {
      const listUrl = callUrl(baseUrl, LOAN_ACCOUNTS_PATH, { borrowerId });
      const sent = await tokens.send((token) =>
        getRequest(config, listUrl, { Authorization: `Bearer ${token}`, Accept: "application/json" }),
      );
      return sent.sent ? accountsAnswer(sent.exchange, borrowerId, currency) : sent.answer;
    },
  };

  return {
    ok: true,
    provider: {
      id: config.id,
      kind: "q2",
      name: config.name,
      currency,
      capabilities: ["loanAccount"],
      accounts,
      /** Only the sign-in can be tried harmlessly: the one documented call opens an account. */
      async test() {
        const sent = await tokens.send((token) =>
          getRequest(config, callUrl(baseUrl, LOAN_ACCOUNTS_PATH, { borrowerId: "000000000000000" }), {
            Authorization: `Bearer ${token}`,
          }),
        );
        if (!sent.sent) return sent.answer;
        const silence = wireAnswer(sent.exchange);
        if (silence) return silence;
        const { exchange } = sent;
        return { kind: "answer", exchange, ...testFinding(exchange.response?.status) };
      },
    },
  };
}

function testFinding(status: number | undefined): { value: string; reason: ProviderReason } {
  const signedIn = "Salesforce accepted the credentials.";
  if (status === 401 || status === 403)
    return {
      value: `${signedIn} The instance itself refused the user (HTTP ${status}).`,
      reason: "testUser",
    };
  if (status === 404)
    return {
      value: `${signedIn} The instance answered, but not under the loan accounts' address.`,
      reason: "testAddress",
    };
  return { value: `${signedIn} The instance answered.`, reason: "testAccepted" };
}

/** The fields in the document's order; what was not entered is not sent. Amounts are exact decimals. */
function requestFields(account: NewLoanAccount, currency: string): Record<string, unknown> {
  const { loanAmountMinor, balloonPaymentMinor, interestRate } = account;
  const money = (amountMinor: number) => decimal(decimalTextFromMinor(amountMinor, decimalsOf(currency)));
  return {
    borrowerId: account.borrowerId,
    loanProductId: account.loanProductId,
    loanAmount: money(loanAmountMinor),
    term: account.term,
    expectedDisbursalDate: account.expectedDisbursalDate,
    firstInstallmentDate: account.firstInstallmentDate,
    interestRate: interestRate === undefined ? undefined : decimal(interestRate),
    purpose: account.purpose,
    frequencyOfPayment: account.frequencyOfPayment,
    interestOnlyPeriod: account.interestOnlyPeriod,
    balloonPayment: balloonPaymentMinor === undefined ? undefined : money(balloonPaymentMinor),
    ach: account.ach,
    bankId: account.bankId,
    eodAccrualType: account.eodAccrualType,
    eodFeeAccrual: account.eodFeeAccrual,
  };
}
