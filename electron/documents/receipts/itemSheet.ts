/** The paper of one item of cash: repayment receipt, payout voucher, and the slips for money given back or withdrawn. */
import { amountInWords } from "../../../shared/amountInWords.ts";
import { formatMinor } from "../../../shared/money.ts";
import type { Certainty, ItemKind, ItemState } from "../../../shared/outbox.ts";
import { type Counter, sheetOf, timeOnPaper } from "./counter.ts";
import { printableText } from "./printableText.ts";
import { certaintyOf, receiptStateOf } from "./receiptState.ts";
import { scanTextOf } from "./scanCode.ts";
import type { Fact, Sheet } from "./sheet.ts";
import { receiptTexts } from "./texts.ts";
import type { ReceiptTexts } from "./wording.ts";

export interface ItemFacts {
  itemId: string;
  kind: ItemKind;
  receiptNo: string;
  amountMinor: number;
  currency: string;
  capturedAt: string;
  cashier: string;
  /** As far as it is known here and not purged. */
  customer: string | null;
  /** Where somebody else paid for the customer. */
  payer: string | null;
  lender: string;
  loanRef: string;
  state: ItemState;
  certainty: Certainty | null;
  givenBack: boolean;
  /** The lender's own sentence where it refused. */
  lenderSaid: string | null;
}

export interface SlipFacts {
  number: string;
  at: string;
  cashier: string;
  reason: string | null;
}

/** A name longer than this is cut on paper; the entry that the code opens has all of it. */
const MOST_LETTERS_OF_A_NAME = 90;

function known(facts: readonly (Fact | null)[]): Fact[] {
  return facts
    .filter((fact) => fact !== null)
    .map(({ label, value }) => ({ label, value: printableText(value, MOST_LETTERS_OF_A_NAME) }))
    .filter(({ value }) => value !== "");
}

function amountOf({ amountMinor, currency }: ItemFacts, { language }: Counter): NonNullable<Sheet["amount"]> {
  return {
    figures: formatMinor(amountMinor, language),
    currency,
    words: amountInWords(amountMinor, currency, language),
  };
}

function people({ customer, payer, lender, loanRef }: ItemFacts, { labels }: ReceiptTexts): (Fact | null)[] {
  return [
    customer === null ? null : { label: labels.customer, value: customer },
    payer === null || payer === customer ? null : { label: labels.payer, value: payer },
    { label: labels.lender, value: lender },
    { label: labels.loan, value: loanRef },
  ];
}

function stubOf(
  item: ItemFacts,
  counter: Counter,
  paper: { number: string; at: string; signature: string },
): NonNullable<Sheet["stub"]> {
  const { labels } = receiptTexts[counter.language];
  const { figures, currency } = amountOf(item, counter);
  return {
    heading: labels.stub,
    facts: [
      { label: labels.number, value: paper.number },
      { label: labels.amount, value: `${figures} ${currency}` },
      { label: labels.date, value: timeOnPaper(paper.at) },
      { label: labels.loan, value: item.loanRef },
    ],
    signatures: [paper.signature],
  };
}

/** The paper for an item as it stands now; it says so where the lender has not confirmed it. */
export function receiptSheet(item: ItemFacts, counter: Counter): Sheet {
  const texts = receiptTexts[counter.language];
  const { labels, titles, states } = texts;
  const state = receiptStateOf(item);
  const refusal = state === "refused" && item.lenderSaid !== null ? [item.lenderSaid] : [];
  const paper = { number: item.receiptNo, at: item.capturedAt, signature: labels.signatureCustomer };
  return {
    ...sheetOf(counter, item.itemId, titles[item.kind]),
    number: item.receiptNo,
    amount: amountOf(item, counter),
    facts: known([
      { label: labels.number, value: item.receiptNo },
      { label: labels.date, value: timeOnPaper(item.capturedAt) },
      ...people(item, texts),
      { label: labels.cashier, value: item.cashier },
    ]),
    state: { certainty: certaintyOf(state), ...states[state] },
    notes: [...refusal, ...(item.kind === "payout" ? [texts.payoutReceived] : [])],
    code: scanTextOf(item.receiptNo),
    signatures: [item.kind === "payout" ? labels.signatureCustomer : labels.signatureCashier],
    stub: stubOf(item, counter, paper),
  };
}

/** The slip for cash that went back to the customer, or for a payment withdrawn before it was sent. */
export function slipSheet(
  what: "giveBack" | "void",
  item: ItemFacts,
  slip: SlipFacts,
  counter: Counter,
): Sheet {
  const texts = receiptTexts[counter.language];
  const { labels, titles } = texts;
  const signature = what === "giveBack" ? labels.signatureCustomer : labels.signatureSupervisor;
  return {
    ...sheetOf(counter, `${item.itemId}:${what}`, titles[what]),
    number: slip.number,
    amount: amountOf(item, counter),
    facts: known([
      slip.number === item.receiptNo ? null : { label: labels.number, value: slip.number },
      { label: labels.ofReceipt, value: item.receiptNo },
      { label: labels.date, value: timeOnPaper(slip.at) },
      ...people(item, texts),
      { label: labels.cashier, value: slip.cashier },
      slip.reason === null ? null : { label: labels.reason, value: slip.reason },
    ]),
    notes: [what === "giveBack" ? texts.giveBackDetail : texts.voidDetail],
    code: scanTextOf(slip.number),
    signatures: [signature],
    stub: stubOf(item, counter, { number: slip.number, at: slip.at, signature }),
  };
}
