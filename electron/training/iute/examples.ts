/** The fictional clients whom a new training lender already knows, so that practice can begin at any counter. */
import type { Application, Books, LenderLoan } from "./books.ts";
import { monthlyPaymentMinor, withLoan } from "./books.ts";
import { addMonths } from "./calendar.ts";

export interface ExampleLoan {
  readonly loanRef: string;
  readonly clientPin: string;
  readonly clientName: string;
  readonly description: string;
}

/** What a trainee has to know; nobody here exists. */
export const EXAMPLE_LOANS: readonly ExampleLoan[] = [
  {
    loanRef: "80001",
    clientPin: "I45612378K",
    clientName: "Mira Dushaj",
    description: "Active: 12 months, four instalments paid and part of the fifth.",
  },
  {
    loanRef: "80002",
    clientPin: "I70118822B",
    clientName: "Andrei Ciobanu",
    description: "Active and nearly repaid: half of the last instalment remains.",
  },
  {
    loanRef: "80003",
    clientPin: "I33987104M",
    clientName: "Елена Стојанова",
    description: "Repaid in full: the lender finds no active loan.",
  },
  {
    loanRef: "80004",
    clientPin: "I52200916P",
    clientName: "Arben Krasniqi",
    description: "Begun at another counter, signed and authorised: the cash can be paid out.",
  },
];

interface Example {
  readonly loanRef: "80001" | "80002" | "80003" | "80004";
  readonly application: Application;
  /** How many months ago the cash was paid out; null while it was not. */
  readonly releasedMonthsAgo: number | null;
  readonly repaidMinor: (monthlyMinor: number) => number;
}

const monthlyOf = ({ amountMinor, months }: Application) => monthlyPaymentMinor(amountMinor, months);

function client(
  own: Partial<Application> & Pick<Application, "pin" | "firstName" | "lastName">,
): Application {
  return {
    patronymic: "Petar",
    birthDate: "1984-05-17",
    documentSerial: "200451907",
    gsm: "0691234567",
    phoneHome: "042234567",
    altContactName: "Lena",
    altContactRelation: "sister",
    altContactPhone: "0697654321",
    town: "Tirana",
    street: "Rruga e Dibrës",
    houseNr: "14",
    apartmentNr: "3",
    amountMinor: 5_000_00,
    months: 6,
    submitPerson: "Ana",
    submitPostOffice: "Training office",
    ...own,
  };
}

const examples: readonly Example[] = [
  {
    loanRef: "80001",
    application: client({
      pin: "I45612378K",
      firstName: "Mira",
      lastName: "Dushaj",
      amountMinor: 30_000_00,
      months: 12,
    }),
    releasedMonthsAgo: 5,
    repaidMinor: (monthlyMinor) => 4 * monthlyMinor + 1_000_00,
  },
  {
    loanRef: "80002",
    application: client({
      pin: "I70118822B",
      firstName: "Andrei",
      lastName: "Ciobanu",
      town: "Chișinău",
      street: "Strada Florilor",
    }),
    releasedMonthsAgo: 6,
    repaidMinor: (monthlyMinor) => 5 * monthlyMinor + Math.floor(monthlyMinor / 2),
  },
  {
    loanRef: "80003",
    application: client({
      pin: "I33987104M",
      firstName: "Елена",
      lastName: "Стојанова",
      town: "Скопје",
      street: "Улица Илинденска",
      months: 3,
    }),
    releasedMonthsAgo: 4,
    repaidMinor: (monthlyMinor) => 3 * monthlyMinor,
  },
  {
    loanRef: "80004",
    application: client({
      pin: "I52200916P",
      firstName: "Arben",
      lastName: "Krasniqi",
      amountMinor: 12_500_00,
      months: 10,
    }),
    releasedMonthsAgo: null,
    repaidMinor: () => 0,
  },
];

/** New books with the examples in them, dated back from the given instant. */
export function withExamples(books: Books, at: string): Books {
  return examples.reduce((filled, example) => withLoan(filled, exampleLoan(example, at)), books);
}

function exampleLoan(
  { loanRef, application, releasedMonthsAgo, repaidMinor }: Example,
  at: string,
): LenderLoan {
  const today = at.slice(0, 10);
  const begun = addMonths(today, -(releasedMonthsAgo ?? 0));
  const begunAt = releasedMonthsAgo === null ? at : `${begun}T09:00:00.000Z`;
  const monthlyMinor = monthlyOf(application);
  const firstRepaymentDate = addMonths(begun, 1);
  const repayments = inInstalments(repaidMinor(monthlyMinor), monthlyMinor).map((amountMinor, index) => {
    const date = addMonths(firstRepaymentDate, index);
    return { amountMinor, date, at: `${date}T10:30:00.000Z`, office: "other" as const };
  });
  const repaid = repayments.reduce((sum, repayment) => sum + repayment.amountMinor, 0);
  const stepAfterRelease = repaid === monthlyMinor * application.months ? "closed" : "active";
  return {
    loanRef,
    step: releasedMonthsAgo === null ? "authorised" : stepAfterRelease,
    submittedAt: begunAt,
    application,
    monthlyPaymentMinor: monthlyMinor,
    firstRepaymentDate,
    decisions: (["approve", "authorise"] as const).map((decision) => ({
      decision,
      by: "staff",
      reason: null,
      at: begunAt,
    })),
    agreements: [{ language: "eng", at: begunAt }],
    files: [],
    cancelledAt: null,
    cashReleasedAt: releasedMonthsAgo === null ? null : begunAt,
    repayments,
  };
}

/** Splits what was repaid into whole instalments and the rest. */
function inInstalments(repaidMinor: number, monthlyMinor: number): number[] {
  const whole = Array.from({ length: Math.floor(repaidMinor / monthlyMinor) }, () => monthlyMinor);
  const rest = repaidMinor % monthlyMinor;
  return rest === 0 ? whole : [...whole, rest];
}
