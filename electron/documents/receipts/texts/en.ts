/** The words on paper in English. */
import type { ReceiptTexts } from "../wording.ts";

export const texts: ReceiptTexts = {
  titles: {
    repayment: "Repayment receipt",
    payout: "Payout voucher",
    giveBack: "Cash given back",
    void: "Withdrawn payment",
    report: "Shift report",
    test: "Test page",
  },
  labels: {
    number: "No.",
    till: "Till",
    date: "Date and time",
    cashier: "Cashier",
    customer: "Customer",
    payer: "Paid by",
    lender: "Lender",
    loan: "Loan reference",
    amount: "Amount",
    ofReceipt: "For receipt",
    reason: "Reason",
    signatureCustomer: "Customer's signature",
    signatureCashier: "Cashier's signature",
    signatureSupervisor: "Supervisor's signature",
    stub: "Counterfoil, stays at the counter",
    printer: "Printer",
    paper: "Paper",
  },
  states: {
    confirmed: { heading: "Booked by the lender", detail: "The lender's books show this payment." },
    inferred: {
      heading: "Booked in the lender's books",
      detail: "The balance of the loan went down by exactly this amount.",
    },
    byHand: {
      heading: "Booked, checked by the office",
      detail: "The office has checked this payment with the lender.",
    },
    queued: {
      heading: "Taken, not sent to the lender yet",
      detail:
        "The lender has not confirmed this payment yet. It is recorded at this counter and will be sent. Keep this receipt and do not pay again.",
    },
    held: {
      heading: "Taken, waiting at this counter",
      detail:
        "The lender has not confirmed this payment. The office is checking it first. Keep this receipt and do not pay again.",
    },
    sent: {
      heading: "Sent, not confirmed by the lender yet",
      detail:
        "The lender has not confirmed this payment yet. Keep this receipt and do not pay again. The office will see the answer.",
    },
    attention: {
      heading: "Taken, being checked with the lender",
      detail: "The lender has not confirmed this payment. Keep this receipt and do not pay again.",
    },
    refused: {
      heading: "Refused by the lender",
      detail: "This payment was not booked. The money is yours: the office gives it back.",
    },
    voided: {
      heading: "Withdrawn before it was sent",
      detail: "This payment does not reach the lender. The money is yours: the office gives it back.",
    },
    givenBack: {
      heading: "Not booked, money given back",
      detail: "This payment was not booked by the lender. The money was given back at the counter.",
    },
    payoutConfirmed: {
      heading: "Paid out, confirmed to the lender",
      detail: "The lender knows that this loan was paid out.",
    },
    payoutPending: {
      heading: "Paid out",
      detail: "The lender has not confirmed the payout yet; the office sees to it.",
    },
    payoutAttention: {
      heading: "Paid out, being checked with the lender",
      detail: "The lender has not confirmed the payout yet; the office sees to it.",
    },
  },
  copy: "COPY",
  training: "TRAINING",
  trainingNote: "Training paper. No money was moved. Not valid as a receipt.",
  payoutReceived: "I have received this amount in cash.",
  giveBackDetail: "The money taken with this receipt was given back in cash.",
  voidDetail: "This payment was withdrawn before anything was sent to the lender.",
  report: {
    opened: "Opened",
    closed: "Closed",
    stillOpen: "The shift is still open.",
    float: "Float",
    moved: "Moved in and out",
    confirmed: "Confirmed",
    queued: "Queued, not sent yet",
    unconfirmed: "Not certain yet",
    toReturn: "To return to customers",
    expected: "Expected in the drawer",
    counted: "Counted",
    difference: "Difference",
    movements: "What was done",
    openItems: "Not certain or still to do",
    noOpenItems: "Nothing is open.",
    kinds: {
      repayment: "Repayments",
      payout: "Payouts",
      givenBack: "Given back",
      in: "Cash put in",
      out: "Cash taken out",
    },
    count: "Number",
    sum: "Sum",
    journal: "Journal",
    entries: "entries",
  },
  testNote: "All four edges of the frame must be visible, and the code must scan.",
};
