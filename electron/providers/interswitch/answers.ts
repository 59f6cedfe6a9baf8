/** Reads the answer of "Get customer status": the loans that a customer serves, or the code that says why not. */
import { z } from "zod";
import type { ServedLoan } from "../../../shared/api/customers.ts";
import { decimalsOf } from "../../../shared/currencies.ts";
import { instant } from "../../../shared/dates.ts";
import { minorFromDecimalText } from "../../../shared/money.ts";
import type { ProviderReason } from "../../../shared/providerReasons.ts";
import type { Exchange } from "../../ports.ts";
import { credentials, type Failed, refused, shownSentence, unclear, undocumentedStatus } from "../answers.ts";
import type { Answer } from "../contract.ts";
import { decimalText, parsed, readJson, shownText, textOrNumber, wholeNumber } from "../json.ts";
import { wireAnswer } from "../wire.ts";
import { currencyLetters } from "./currencies.ts";
import type { AmountUnit } from "./settings.ts";

/** More loans than this are not one customer's. */
const MAX_LOANS = 2_000;
/** The first and the last millisecond of the years that a loan's date can lie in. */
const EPOCH_YEARS = [Date.UTC(1970, 0, 1), Date.UTC(2200, 0, 1)] as const;

const shown = textOrNumber.pipe(shownText).nullish();
const amount = decimalText.refine((text) => !text.startsWith("-"), "negative").nullish();

const loanSchema = z.object({
  // The table writes "providerloanId", the sample "providerLoanId".
  providerLoanId: shown,
  providerloanId: shown,
  offerId: shown,
  customerId: shown,
  channelCode: shown,
  // In the table "provider"; in the sample an id and a code instead.
  provider: shown,
  providerCode: shown,
  providerId: shown,
  status: shown,
  amount,
  amountPayable: amount,
  interest: decimalText.nullish(),
  tenure: wholeNumber.nullish(),
  dueDate: shown,
  acceptedDate: shown,
  dateCreated: shown,
  terms: shown,
  currency: shown,
});

const envelope = z.object({ responseCode: textOrNumber, responseMessage: z.string().nullish() });
const successSchema = z.object({ responseCode: z.literal("00"), loans: z.array(loanSchema).max(MAX_LOANS) });

/** The codes of the provider appendix; "96" stands in the sample of a failure only. */
const MEANINGS: Readonly<Record<string, { sentence: string; reason: ProviderReason }>> = {
  "3001": { sentence: "Interswitch has no offer for this customer.", reason: "loansNoOffer" },
  "4001": { sentence: "The offer was declined.", reason: "loansDeclined" },
  "4002": { sentence: "The offer has expired.", reason: "loansExpired" },
  "4004": { sentence: "Interswitch does not know this offer or loan.", reason: "loansUnknown" },
  "5000": {
    sentence: "Interswitch reports a fault of its own. Try again later.",
    reason: "loansSystem",
  },
  "96": { sentence: "Interswitch could not answer. Try again later.", reason: "loansWentWrong" },
};

export function loansAnswer(exchange: Exchange, asked: string, unit: AmountUnit): Answer<ServedLoan[]> {
  const wire = wireAnswer(exchange);
  if (wire) return wire;
  const status = exchange.response?.status ?? 0;
  const body = readJson(exchange);
  const said = body.ok ? envelope.safeParse(body.value) : null;
  if (said?.success && said.data.responseCode !== "00") return refusal(said.data, exchange);
  if (status === 401 || status === 403) {
    return credentials("Interswitch did not accept this office's access (HTTP 401 or 403).", exchange, {
      reason: "accessRefused",
    });
  }
  if (status !== 200) return undocumentedStatus(exchange);
  if (!body.ok) return unclear(body.message, exchange, body);
  const reading = parsed(successSchema, body.value);
  if (!reading.ok) return unclear(reading.message, exchange, reading);
  const loans = reading.value.loans.map((loan) => servedLoan(loan, asked, unit));
  const broken = loans.find((loan) => loan === null);
  if (broken === null) return unclear("The provider's answer has an amount that cannot be read.", exchange);
  return { kind: "answer", value: loans.filter((loan) => loan !== null), exchange };
}

function refusal({ responseCode, responseMessage }: z.infer<typeof envelope>, exchange: Exchange): Failed {
  const words = shownSentence(responseMessage ?? "");
  const code = shownSentence(responseCode)?.slice(0, 20) ?? "?";
  const { sentence, reason } = MEANINGS[code] ?? {
    sentence: "Interswitch did not give the loans.",
    reason: "loansRefused",
  };
  return refused(`${sentence} It says: ${words ?? "nothing"} (code ${code}).`, exchange, {
    reason,
    said: `${words ?? ""} (${code})`.trim(),
  });
}

function servedLoan(loan: z.infer<typeof loanSchema>, asked: string, unit: AmountUnit): ServedLoan | null {
  const currency = loan.currency ? currencyLetters(loan.currency) : null;
  const decimals = unit === "major" ? decimalsOf(currency) : 0;
  const amountMinor = minorOf(loan.amount, decimals);
  const amountPayableMinor = minorOf(loan.amountPayable, decimals);
  if (amountMinor === undefined || amountPayableMinor === undefined) return null;
  const customerId = loan.customerId ?? null;
  return {
    providerLoanId: loan.providerLoanId ?? loan.providerloanId ?? null,
    amountMinor,
    amountPayableMinor,
    currency,
    status: loan.status ?? null,
    dueDate: dateShown(loan.dueDate),
    createdAt: dateShown(loan.dateCreated),
    tenureDays: loan.tenure ?? null,
    interestPercent: loan.interest ?? null,
    provider: loan.provider ?? loan.providerCode ?? loan.providerId ?? null,
    offerId: loan.offerId ?? null,
    acceptedAt: dateShown(loan.acceptedDate),
    channelCode: loan.channelCode ?? null,
    terms: loan.terms ?? null,
    customerId,
    // The sample itself answers about another number than was asked for: shown, but never as this customer's own.
    otherCustomer: customerId !== null && comparable(customerId) !== comparable(asked),
  };
}

/** Undefined for an amount that is none: a part of a kobo, or more than the program can hold. */
function minorOf(text: string | null | undefined, decimals: number): number | null | undefined {
  return text === null || text === undefined ? null : (minorFromDecimalText(text, decimals) ?? undefined);
}

/** Milliseconds since 1970 become an instant; every other spelling is shown as it was sent. */
function dateShown(sent: string | null | undefined): string | null {
  if (sent === null || sent === undefined || sent === "") return null;
  if (!/^\d{10,15}$/.test(sent)) return sent;
  const epochMs = Number(sent);
  return epochMs >= EPOCH_YEARS[0] && epochMs < EPOCH_YEARS[1] ? instant(epochMs) : sent;
}

function comparable(customerId: string): string {
  return customerId.replace(/[\s+]/g, "").toLowerCase();
}
