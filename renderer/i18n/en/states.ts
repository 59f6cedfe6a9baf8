/** States of payments and steps of loans as sentences: what is so, and what to do. */
import type { LoanStep } from "../../../shared/loanSteps.ts";
import type { AttentionReason, Certainty, HeldReason, ItemState } from "../../../shared/outbox.ts";

export const states = {
  /** A word or two, for the badge. */
  short: {
    queued: "Not sent yet",
    held: "Held",
    sending: "Sending",
    acknowledged: "Being checked",
    unconfirmed: "Not certain",
    posted: "Booked",
    refused: "Refused",
    attention: "Needs a person",
    voided: "Withdrawn",
  },
  repayment: {
    queued: "Taken, not sent yet. It is sent by itself when the line is there.",
    held: "Taken, not sent: it is held.",
    sending: "Being sent to the lender now.",
    acknowledged: "The lender said yes. We read its books to be sure.",
    unconfirmed: "Sent, no answer. Do not take this money again. We read the balance.",
    posted: "Booked by the lender.",
    refused: "The lender refused it. The cash belongs to the customer: give it back.",
    attention: "A person must look at this. Do not take this money again.",
    voided: "Withdrawn before it was sent. The cash belongs to the customer: give it back.",
  },
  payout: {
    queued: "Paid out, not reported to the lender yet. It is reported by itself when the line is there.",
    held: "Paid out, not reported: it is held.",
    sending: "Being reported to the lender now.",
    acknowledged: "The lender said yes. We read its books to be sure.",
    unconfirmed: "Reported, no answer. Do not pay this loan out again. We ask the lender.",
    posted: "The lender shows the loan as paid out.",
    refused: "The lender refused the report.",
    attention: "A person must look at this. Do not pay this loan out again.",
    voided: "Withdrawn.",
  },
  keepCash: {
    refused: "The lender refused it. Keep the cash in the till until its books have been read again.",
    voided:
      "Withdrawn before it was sent. Keep the cash in the till until the lender’s books have been read.",
  },
  givenBack: "Not booked. The cash was given back to the customer.",
  bookedAt: "Booked by the lender at {{clock}}",
  readAgainIn: "We read the balance again in {{left}}.",
  sendAgainIn: "We try again in {{left}}.",
  certainty: {
    confirmed: "The lender said yes, and its books moved by exactly this amount.",
    inferred: "The books moved by this amount. Another office could have paid the same sum.",
    byHand: "A person decided this, with a note.",
  },
  held: {
    earlierDoubt: {
      what: "An earlier payment of this loan is not settled.",
      todo: "Nothing to do here: it goes on when the earlier one is settled.",
    },
    noActiveLoan: {
      what: "The lender shows no active loan under this reference.",
      todo: "Check the reference. If it is wrong, a supervisor withdraws it and the cash goes back.",
    },
    otherCustomer: {
      what: "The lender’s books name another customer for this loan.",
      todo: "Compare with the customer’s document. A supervisor decides.",
    },
    moreThanOwed: {
      what: "The amount is more than what is still owed.",
      todo: "A supervisor decides; the amount is never changed by itself.",
    },
    clock: {
      what: "This computer’s clock and the lender’s differ too much.",
      todo: "Set the computer’s date, time and time zone right.",
    },
    cap: {
      what: "It has waited longer than this office lets a payment wait.",
      todo: "A supervisor finds out whether it was paid elsewhere meanwhile, then releases it.",
    },
    credentials: {
      what: "The lender does not accept this office’s password.",
      todo: "An administrator enters the new password in the settings.",
    },
    unreadableBalance: {
      what: "The lender’s answer about the balance cannot be understood.",
      todo: "It is asked again by itself. If it stays, call the lender.",
    },
    loanFrozen: {
      what: "The loan is frozen after a possible double booking.",
      todo: "A supervisor settles the doubt first.",
    },
    sendingOff: {
      what: "Held back: this till’s data were restored, copied or damaged, so it may have been sent already.",
      todo: "A supervisor first decides on the data. Then each payment is compared with the lender’s books, and two people release it or mark it as booked.",
    },
    carriedOut: {
      what: "It was carried out to another computer.",
      todo: "Nothing to do here: the other till sends it and shows what becomes of it.",
    },
  },
  attention: {
    possibleDuplicate: {
      what: "The books moved by a multiple of this amount: it may be booked twice.",
      todo: "Call the lender with the reference and the receipt number, then decide here.",
    },
    movedByOther: {
      what: "After a doubt the books moved by another sum.",
      todo: "Ask the lender what was booked, then decide here.",
    },
    movedBackwards: {
      what: "The lender’s books moved backwards.",
      todo: "Ask the lender what was cancelled, then decide here.",
    },
    absentTwice: {
      what: "Twice, some time apart, the books do not show this payment.",
      todo: "A supervisor looks at the evidence and may send it again.",
    },
    acknowledgedAbsent: {
      what: "The lender said yes, but its books never moved.",
      todo: "Call the lender. Do not send it again before that.",
    },
    loanGone: {
      what: "The loan is no longer shown, and this was not the whole rest.",
      todo: "Ask the lender what became of the loan, then decide here.",
    },
    paidOutNotAccepted: {
      what: "Cash has left the till, and the lender refused the report.",
      todo: "Call the lender at once with the reference. Do not pay this loan out again.",
    },
    handOverUnknown: {
      what: "The program stopped while cash was handed over.",
      todo: "Count the drawer and say whether the customer has the cash (F4).",
    },
  },
  step: {
    inDoubt: "No answer to the application",
    submitted: "Application sent",
    rejected: "Rejected by the lender",
    approved: "Approved",
    agreement: "Agreement issued",
    signed: "Signed agreement attached",
    uploaded: "Agreement at the lender",
    releasable: "Payout allowed",
    handedOver: "Cash handed over",
    active: "Loan active",
    closed: "Repaid",
    cancelled: "Cancelled",
  },
  next: {
    inDoubt: "Ask the lender whether the application arrived.",
    submitted: "The lender’s staff decide.",
    rejected: "Nothing more to do.",
    approved: "Issue the agreement.",
    agreement: "The customer signs; attach the signed pages.",
    signed: "Send the signed agreement to the lender.",
    uploaded: "The lender’s staff release the cash.",
    releasable: "Pay out.",
    handedOver: "The lender confirms the payout.",
    active: "The customer repays.",
    closed: "Nothing more to do.",
    cancelled: "Nothing more to do.",
  },
  actor: { office: "We", customer: "The customer", lender: "The lender", nobody: "Nobody" },
  connection: {
    answering: "answers",
    silent: "no answer",
    credentials: "password refused",
    unknown: "not asked yet",
    silentSince: "no answer since",
    unknownSince: "not asked since",
  },
} as const satisfies {
  short: Record<ItemState, string>;
  repayment: Record<ItemState, string>;
  payout: Record<ItemState, string>;
  certainty: Record<Certainty, string>;
  held: Record<HeldReason, { what: string; todo: string }>;
  attention: Record<AttentionReason, { what: string; todo: string }>;
  step: Record<LoanStep, string>;
  next: Record<LoanStep, string>;
  [other: string]: unknown;
};
