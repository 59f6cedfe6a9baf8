/** The Iute adapter on a wire that the test holds: what it sends is kept, what it gets is given. */
import type { Exchange, HttpRequest, Transport, WireFailure } from "../../electron/ports.ts";
import type { Lender, ProviderConfig } from "../../electron/providers/contract.ts";
import { createIute } from "../../electron/providers/iute/iute.ts";
import type { Application } from "../../shared/api/loans.ts";

export const config: ProviderConfig = {
  id: "iute",
  kind: "iute",
  name: "Iute",
  baseUrl: "https://partner.example.com/iute",
  settings: { partnerType: "post", languages: ["alb", "rom"] },
  secrets: { username: "wuser", password: "näyte:pw" },
  tillCurrency: "MDL",
  connectTimeoutMs: 1_000,
  requestTimeoutMs: 5_000,
};

export function exchangeOf(
  status: number,
  body: string | Uint8Array = "",
  contentType: string | null = "application/xml;charset=UTF-8",
  headers: Record<string, string> = {},
): Exchange {
  return {
    startedAt: 0,
    durationMs: 1,
    phase: "done",
    bytesLeft: true,
    failure: null,
    response: {
      status,
      headers: { ...(contentType === null ? {} : { "content-type": contentType }), ...headers },
      body: Buffer.from(body),
      complete: true,
    },
    clockOffsetMs: null,
  };
}

export function failed(failure: WireFailure, bytesLeft: boolean): Exchange {
  return { ...exchangeOf(200), failure, bytesLeft, response: null, phase: bytesLeft ? "request" : "connect" };
}

export const html = (sentence: string, status = 400) =>
  exchangeOf(
    status,
    `<!DOCTYPE html><html><head><title>Error</title></head><body><p>${sentence}</p></body></html>`,
    "text/html;charset=UTF-8",
  );

export interface HeldLender {
  lender: Lender;
  sent: HttpRequest[];
  transport: Transport;
}

export function lenderGetting(exchange: Exchange, more: Partial<ProviderConfig> = {}): HeldLender {
  const sent: HttpRequest[] = [];
  const transport: Transport = {
    send: async (request) => {
      sent.push(request);
      return exchange;
    },
  };
  const creation = createIute({ ...config, ...more }, transport);
  if (!creation.ok || creation.provider.lender === undefined) throw new Error("The configuration is right.");
  return { lender: creation.provider.lender, sent, transport };
}

/** The person of the document's sample request (Add new loan). */
export const nelea: Application = {
  pin: "I80606014N",
  firstName: "Nelea",
  lastName: "Iacovet",
  patronymic: "asd",
  birthDate: "1997-08-31",
  documentSerial: "asdasdasd",
  gsm: "0602160911",
  phoneHome: "0602160911",
  altContactName: "asdsad",
  altContactRelation: "asdasdasdasd",
  altContactPhone: "0602160911",
  town: "Chisinau",
  street: "asdasda",
  houseNr: "1",
  apartmentNr: "1",
  amountMinor: 200_000,
  months: 6,
};

/** The document's sample responses, letter for letter. */
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export const samples = {
  quote: `${DECLARATION}
<loan_calc>
  <first_repayment_date>26.07.2018</first_repayment_date>
  <monthly_payment>865.24</monthly_payment>
  <total_loan_amount>6921.92</total_loan_amount>
</loan_calc>
`,
  applied: `${DECLARATION}<loan> <loan_ref>90000</loan_ref> <loan_period>6</loan_period> <first_repayment_date>26.07.2018</first_repayment_date> <client_pin>I80606014N</client_pin> <client_name>John Smith</client_name> </loan>`,
  status: `${DECLARATION}<loan> <approved>false</approved> <loan_ref>90000</loan_ref> </loan>`,
  info: `<loan_response>
  <message>success</message>
  <status>0</status>
  <loan>
    <loan_ref>90000</loan_ref>
    <loan_period>6</loan_period>
    <total_balance>6574.08</total_balance>
    <repaid>1095.68</repaid>
    <remaining_balance>5478.4</remaining_balance>
    <client_pin>I123456789T</client_pin>
    <client_name>John Smith</client_name>
    <installment_table>
${["07", "08", "09", "10", "11", "12"]
  .map(
    (month, at) => `      <installment>
        <number>${at + 1}</number>
        <due_date>26.${month}.2018</due_date>
        <total>1095.68</total>
        <to_be_paid>${at === 0 ? "0.0" : "1095.68"}</to_be_paid>
      </installment>`,
  )
  .join("\n")}
    </installment_table>
  </loan>
</loan_response>
`,
  none: `<loan_response>
  <message>No active loan found!</message>
  <status>-1</status>
</loan_response>
`,
  release: `${DECLARATION}<loan>
  <allowed>true</allowed>
  <loan_status>normal</loan_status>
  <loan_ref>90000</loan_ref>
  <loan_amount>5000.0</loan_amount>
  <client_pin>I123456789T</client_pin>
  <client_first_name>John</client_first_name>
  <client_last_name>Smith</client_last_name>
</loan>
`,
};
