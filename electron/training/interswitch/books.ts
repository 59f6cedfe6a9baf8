/** The loans that the Interswitch training system knows, and the fictional customers who serve them. */
import { z } from "zod";

const loanSchema = z.object({
  id: z.number().int(),
  offerId: z.string(),
  customerId: z.string(),
  providerId: z.number().int(),
  providerCode: z.string(),
  channelId: z.number().int(),
  channelCode: z.string(),
  status: z.string(),
  /** Kobo. */
  amount: z.number().int(),
  amountPayable: z.number().int(),
  tenure: z.number().int(),
  dueDate: z.number().int().nullable(),
  acceptedDate: z.number().int().nullable(),
  terms: z.string(),
  currency: z.string(),
  customerDebitMethod: z.number().int(),
  customerCreditMethod: z.number().int(),
  providerLoanId: z.string(),
  interest: z.number(),
  dateCreated: z.number().int(),
});
const customerSchema = z.object({ mobile: z.string(), email: z.string(), loans: z.array(loanSchema) });
export const entriesSchema = z.object({ customers: z.array(customerSchema) });

export type ServedLoan = z.infer<typeof loanSchema>;
export type Entries = z.infer<typeof entriesSchema>;

export const OTHER_CHANNEL = "CHONE";
const DAY_MILLIS = 86_400_000;

/** A mobile number of a customer without any loan, and one that the service does not know. */
export const DEBTLESS = "2348033334444";

export const EXAMPLE_DEBTORS: readonly { mobile: string; email: string; description: string }[] = [
  {
    mobile: "2348123456789",
    email: "ngozi@customers.example",
    description: "Two open loans, one of them from another channel, and one that was paid.",
  },
  {
    mobile: "2348124888436",
    email: "emeka@customers.example",
    description: "One overdue loan whose due date is not known.",
  },
  { mobile: DEBTLESS, email: "ada@customers.example", description: "No loans." },
];

export function newEntries(at: string, channelCode: string): Entries {
  const now = Date.parse(at);
  const [first, second, third] = EXAMPLE_DEBTORS;
  const loan = (own: Partial<ServedLoan> & Pick<ServedLoan, "id" | "customerId">): ServedLoan => ({
    offerId: String(own.id).padStart(4, "0"),
    providerId: 205,
    providerCode: "ABC",
    channelId: 1,
    channelCode,
    status: "Open",
    amount: 10_000_000,
    amountPayable: 11_250_000,
    tenure: 30,
    dueDate: now + 12 * DAY_MILLIS,
    acceptedDate: now - 18 * DAY_MILLIS,
    terms: "Please read the terms and conditions on https://lender.example/terms",
    currency: "566",
    customerDebitMethod: 80,
    customerCreditMethod: 52,
    providerLoanId: `ABC${own.id}`,
    interest: 12.5,
    dateCreated: now - 18 * DAY_MILLIS,
    ...own,
  });
  const mobile = (debtor: { mobile: string } | undefined) => debtor?.mobile ?? "";
  return {
    customers: [
      {
        mobile: mobile(first),
        email: first?.email ?? "",
        loans: [
          loan({ id: 159, customerId: mobile(first) }),
          loan({
            id: 160,
            customerId: mobile(first),
            channelCode: OTHER_CHANNEL,
            amount: 2_500_050,
            amountPayable: 2_750_055,
            dueDate: now + 40 * DAY_MILLIS,
            tenure: 60,
          }),
          loan({ id: 121, customerId: mobile(first), status: "Closed", dueDate: now - 90 * DAY_MILLIS }),
        ],
      },
      {
        mobile: mobile(second),
        email: second?.email ?? "",
        loans: [
          loan({ id: 170, customerId: mobile(second), status: "Overdue", dueDate: null, acceptedDate: null }),
        ],
      },
      { mobile: mobile(third), email: third?.email ?? "", loans: [] },
    ],
  };
}
