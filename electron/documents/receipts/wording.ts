/** The shape of the words on paper: one set for each language, in `texts/`. */

/** What a receipt says about the money; which of them holds is decided in `receiptState.ts`. */
export const receiptStates = [
  "confirmed",
  "inferred",
  "byHand",
  "queued",
  "held",
  "sent",
  "attention",
  "refused",
  "voided",
  "givenBack",
  "payoutConfirmed",
  "payoutPending",
  "payoutAttention",
] as const;
export type ReceiptState = (typeof receiptStates)[number];

export interface ReceiptTexts {
  titles: {
    repayment: string;
    payout: string;
    giveBack: string;
    void: string;
    report: string;
    test: string;
  };
  labels: {
    number: string;
    till: string;
    date: string;
    cashier: string;
    customer: string;
    payer: string;
    lender: string;
    loan: string;
    amount: string;
    ofReceipt: string;
    reason: string;
    signatureCustomer: string;
    signatureCashier: string;
    signatureSupervisor: string;
    stub: string;
    printer: string;
    paper: string;
  };
  /** The heading is the state in a few words, the detail says what it means for the customer. */
  states: Record<ReceiptState, { heading: string; detail: string }>;
  copy: string;
  training: string;
  trainingNote: string;
  payoutReceived: string;
  giveBackDetail: string;
  voidDetail: string;
  report: {
    opened: string;
    closed: string;
    stillOpen: string;
    float: string;
    moved: string;
    confirmed: string;
    queued: string;
    unconfirmed: string;
    toReturn: string;
    expected: string;
    counted: string;
    difference: string;
    movements: string;
    openItems: string;
    noOpenItems: string;
    kinds: { repayment: string; payout: string; givenBack: string; in: string; out: string };
    count: string;
    sum: string;
    journal: string;
    entries: string;
  };
  testNote: string;
}
