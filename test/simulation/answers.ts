/** The lender's answers as they come over the wire, and the pages of everybody else who likes to answer in between. */
import { decimalTextFromMinor } from "../../shared/money.ts";
import { remainingMinor, repaidMinor, type TrueLoan } from "./lender.ts";

export interface PlainAnswer {
  status: number;
  contentType: string;
  body: string;
}

const DAY = 86_400_000;
const FIRST_DUE = Date.UTC(2025, 0, 1);
const html = (status: number, text: string): PlainAnswer => ({
  status,
  contentType: "text/html;charset=UTF-8",
  body: `<html><body><p>${text}</p></body></html>`,
});

export const emptySuccess: PlainAnswer = { status: 200, contentType: "", body: "" };
export const portalPage = html(200, "Welcome to our free Wi-Fi.");
export const serverFault = html(500, "Internal Server Error");
export const badGateway = html(502, "502 Bad Gateway");
export const loginRedirect = html(302, "Please log in.");
export const badCredentials = html(403, "Bad credentials");
export const refusal = (sentence: string): PlainAnswer => html(400, sentence);
export const brokenXml: PlainAnswer = {
  status: 200,
  contentType: "application/xml",
  body: "<loan_response><status>0</status><loan>",
};

const xml = (body: string): PlainAnswer => ({
  status: 200,
  contentType: "application/xml;charset=UTF-8",
  body,
});

export const noActiveLoan = xml(
  "<loan_response><message>No active loan found!</message><status>-1</status></loan_response>",
);

/**
 * The due date carries the version of the books, so that the rules can see what a reading has seen. The program keeps
 * due dates and compares nothing by them.
 */
export function loanInfo(loan: TrueLoan, version: number): PlainAnswer {
  const repaid = decimalTextFromMinor(repaidMinor(loan, version));
  const remaining = decimalTextFromMinor(remainingMinor(loan, version));
  const total = decimalTextFromMinor(loan.totalMinor);
  return xml(
    `<loan_response><message></message><status>0</status><loan><loan_ref>${loan.loanRef}</loan_ref><loan_period>1</loan_period><total_balance>${total}</total_balance><repaid>${repaid}</repaid><remaining_balance>${remaining}</remaining_balance><client_pin>${loan.clientPin}</client_pin><client_name>A Client</client_name><installment_table><installment><number>1</number><due_date>${dueDateOf(version)}</due_date><total>${total}</total><to_be_paid>${remaining}</to_be_paid></installment></installment_table></loan></loan_response>`,
  );
}

export function releaseCheck(loan: TrueLoan, allowed: boolean): PlainAnswer {
  return xml(
    `<loan><allowed>${allowed}</allowed><loan_status>normal</loan_status><loan_ref>${loan.loanRef}</loan_ref><loan_amount>${decimalTextFromMinor(loan.amountMinor)}</loan_amount><client_pin>${loan.clientPin}</client_pin><client_first_name>A</client_first_name><client_last_name>Client</client_last_name></loan>`,
  );
}

function dueDateOf(version: number): string {
  const [year, month, day] = new Date(FIRST_DUE + version * DAY).toISOString().slice(0, 10).split("-");
  return `${day}.${month}.${year}`;
}

/** The version that an answer carried; `dueDate` as yyyy-MM-dd. */
export function versionOf(dueDate: string): number {
  return Math.round((Date.parse(dueDate) - FIRST_DUE) / DAY);
}
