/** The register of the DRAP training system: its customers, and the fictional ones that a new register begins with. */
import { z } from "zod";

/** Where a customer stands. `pending` has not finished subscribing; `left` has no subscription any more. */
export const customerStates = ["active", "pending", "blocked", "investigated", "left"] as const;

const fieldsSchema = z.record(z.string(), z.unknown());
const customerSchema = z.object({
  ecrn: z.string(),
  idType: z.string(),
  idNumber: z.string(),
  state: z.enum(customerStates),
  /** Every field as it was registered, in the provider's names, without pictures. */
  fields: fieldsSchema,
  registeredAt: z.string(),
  updates: z.number().int(),
});

export const entriesSchema = z.object({ nextEcrn: z.number().int(), customers: z.array(customerSchema) });

export type RegisteredCustomer = z.infer<typeof customerSchema>;
export type Entries = z.infer<typeof entriesSchema>;

/** 16 digits, as in the vendor's samples. */
export function ecrnText(number: number): string {
  return `7841${String(number).padStart(12, "0")}`;
}

export function byDocument(entries: Entries, idType: string, idNumber: string): RegisteredCustomer | null {
  return (
    entries.customers.find((customer) => customer.idType === idType && customer.idNumber === idNumber) ?? null
  );
}

export function byEcrn(entries: Entries, ecrn: string): RegisteredCustomer | null {
  return entries.customers.find((customer) => customer.ecrn === ecrn) ?? null;
}

export interface ExampleCustomer {
  readonly idType: string;
  readonly idNumber: string;
  readonly state: RegisteredCustomer["state"];
  readonly name: readonly [first: string, last: string];
  readonly description: string;
}

/** Nobody here exists. The first two are clients of the Iute training lender, too. */
export const EXAMPLE_CUSTOMERS: readonly ExampleCustomer[] = [
  {
    idType: "4",
    idNumber: "I45612378K",
    state: "active",
    name: ["Mira", "Dushaj"],
    description: "Found, with all that an application needs.",
  },
  {
    idType: "4",
    idNumber: "I70118822B",
    state: "active",
    name: ["Andrei", "Ciobanu"],
    description: "Found, with all that an application needs.",
  },
  {
    idType: "4",
    idNumber: "784198012345671",
    state: "pending",
    name: ["Lejla", "Hoxha"],
    description: "Subscription pending.",
  },
  {
    idType: "4",
    idNumber: "784198012345672",
    state: "blocked",
    name: ["Viktor", "Marin"],
    description: "Blocked: no service, and a cashier is not told why.",
  },
  {
    idType: "4",
    idNumber: "784198012345673",
    state: "investigated",
    name: ["Dragan", "Petrov"],
    description: "Under compliance investigation: no service, and a cashier is not told why.",
  },
  {
    idType: "4",
    idNumber: "784198012345674",
    state: "left",
    name: ["Ana", "Rusu"],
    description: "Not subscribed any more, when fetched by number.",
  },
];

/** A number that no new register knows, for practising "not found" and a registration. */
export const UNKNOWN_CUSTOMER = { idType: "4", idNumber: "784198012345699" };

export function newEntries(at: string): Entries {
  const customers = EXAMPLE_CUSTOMERS.map(({ idType, idNumber, state, name }, index): RegisteredCustomer => {
    const [first_name, last_name] = name;
    return {
      ecrn: ecrnText(index + 1),
      idType,
      idNumber,
      state,
      registeredAt: at,
      updates: 0,
      fields: {
        channel: "Direct",
        agent_location_id: "784101",
        first_name,
        middle_name: "",
        last_name,
        nationality: "AL",
        date_of_birth: "1984-05-17",
        country_of_birth: "AL",
        country_of_residence: "AL",
        gender: "Female",
        primary_mobile_number: `+35569123456${index}`,
        email_id: `${first_name.toLowerCase()}@customers.example`,
        address_list: [
          {
            address_type_id: "1",
            street_name: "Rruga e Dibrës",
            building_name: "14",
            city: "Tirana",
            country: "AL",
          },
        ],
        id_details: [
          {
            id_type: Number(idType),
            id_number: idNumber,
            issued_country: "AL",
            date_of_expiry: "2031-01-31",
            active_status: true,
            default_status: true,
          },
        ],
      },
    };
  });
  return { nextEcrn: customers.length + 1, customers };
}
