/** What a trainee can try at each of the five systems, and what will come of it. */
import { EXAMPLE_LOANS as APOLLO_LOANS } from "./apollo/books.ts";
import type { TrainingKind } from "./contract.ts";
import { EXAMPLE_CUSTOMERS, UNKNOWN_CUSTOMER } from "./drap/books.ts";
import { EXAMPLE_DEBTORS } from "./interswitch/books.ts";
import { EXAMPLE_LOANS as IUTE_LOANS } from "./iute/examples.ts";
import { EXAMPLE_BORROWERS, EXAMPLE_PRODUCTS } from "./q2/books.ts";

/** Something that a trainee can try: what to type where, and what will come of it. */
export interface TrainingExample {
  readonly providerId: TrainingKind;
  /** A loan reference, an ID number, a mobile number, a borrower: what the screen of that system asks for. */
  readonly subject: string;
  readonly description: string;
}

const iute = IUTE_LOANS.map(({ loanRef, clientPin, clientName, description }) => ({
  providerId: "iute" as const,
  subject: loanRef,
  description: `${clientName}, PIN ${clientPin}. ${description}`,
}));

const drap = [
  ...EXAMPLE_CUSTOMERS.map(({ idType, idNumber, name, description }) => ({
    providerId: "drap" as const,
    subject: idNumber,
    description: `ID type ${idType}, ${name.join(" ")}. ${description}`,
  })),
  {
    providerId: "drap" as const,
    subject: UNKNOWN_CUSTOMER.idNumber,
    description: `ID type ${UNKNOWN_CUSTOMER.idType}. Not found: register this customer.`,
  },
];

const interswitch = EXAMPLE_DEBTORS.map(({ mobile, email, description }) => ({
  providerId: "interswitch" as const,
  subject: mobile,
  description: `${email}. ${description}`,
}));

const q2 = [
  ...EXAMPLE_BORROWERS.map(({ id, name }) => ({
    providerId: "q2" as const,
    subject: id,
    description: `Borrower ${name}.`,
  })),
  ...EXAMPLE_PRODUCTS.map(({ id, name }) => ({
    providerId: "q2" as const,
    subject: id,
    description: `Loan product: ${name}.`,
  })),
];

const apollo = [
  ...APOLLO_LOANS.map(({ partnerLoanId, loanType, description }) => ({
    providerId: "apollo" as const,
    subject: partnerLoanId,
    description: `Type ${loanType}. ${description}`,
  })),
  {
    providerId: "apollo" as const,
    subject: "80003",
    description: "Type PL. A loan of the Iute training lender that was repaid: the letter can be fetched.",
  },
];

export const trainingExamples: readonly TrainingExample[] = [
  ...iute,
  ...drap,
  ...interswitch,
  ...q2,
  ...apollo,
];
