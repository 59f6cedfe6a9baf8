/** Writes the documented XML: element names, their order, the declaration and the indentation of the samples. */
import { javaDouble } from "./amounts.ts";
import type { LenderLoan } from "./books.ts";
import { figuresOf } from "./books.ts";
import { dottedDate } from "./calendar.ts";

type Element = readonly [name: string, content: string | number | readonly Element[]];

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Document: Calculate loan conditions. */
export function calculationXml(firstRepaymentDate: string, monthlyMinor: number, months: number): string {
  const root: Element = [
    "loan_calc",
    [
      ["first_repayment_date", dottedDate(firstRepaymentDate)],
      ["monthly_payment", javaDouble(monthlyMinor)],
      ["total_loan_amount", javaDouble(monthlyMinor * months)],
    ],
  ];
  return DECLARATION + written(root);
}

/** Document: Add new loan. */
export function newLoanXml(loan: LenderLoan): string {
  const root: Element = [
    "loan",
    [
      ["loan_ref", loan.loanRef],
      ["loan_period", loan.application.months],
      ["first_repayment_date", dottedDate(loan.firstRepaymentDate)],
      ["client_pin", loan.application.pin],
      ["client_name", clientName(loan)],
    ],
  ];
  return DECLARATION + written(root);
}

/** Document: Check loan status. "false" stands in the sample only. */
export function statusXml(loanRef: string, approved: "true" | "false" | "rejected"): string {
  const root: Element = [
    "loan",
    [
      ["approved", approved],
      ["loan_ref", loanRef],
    ],
  ];
  return DECLARATION + written(root);
}

/** Document: Check loan info. The samples of this answer, unlike the others, have no declaration. */
export function loanInfoXml(loan: LenderLoan | null): string {
  if (loan === null) {
    return written([
      "loan_response",
      [
        ["message", "No active loan found!"],
        ["status", -1],
      ],
    ]);
  }
  const { totalMinor, repaidMinor, remainingMinor, instalments } = figuresOf(loan);
  const table = instalments.map(
    (instalment): Element => [
      "installment",
      [
        ["number", instalment.number],
        ["due_date", dottedDate(instalment.dueDate)],
        ["total", javaDouble(instalment.totalMinor)],
        ["to_be_paid", javaDouble(instalment.toBePaidMinor)],
      ],
    ],
  );
  const details: Element = [
    "loan",
    [
      ["loan_ref", loan.loanRef],
      ["loan_period", loan.application.months],
      ["total_balance", javaDouble(totalMinor)],
      ["repaid", javaDouble(repaidMinor)],
      ["remaining_balance", javaDouble(remainingMinor)],
      ["client_pin", loan.application.pin],
      ["client_name", clientName(loan)],
      ["installment_table", table],
    ],
  ];
  return written(["loan_response", [["message", "success"], ["status", 0], details]]);
}

/** Document: Allow cash release. "normal" is the only loan_status that the document shows. */
export function cashReleaseXml(loan: LenderLoan, allowed: boolean): string {
  const root: Element = [
    "loan",
    [
      ["allowed", String(allowed)],
      ["loan_status", "normal"],
      ["loan_ref", loan.loanRef],
      ["loan_amount", javaDouble(loan.application.amountMinor)],
      ["client_pin", loan.application.pin],
      ["client_first_name", loan.application.firstName],
      ["client_last_name", loan.application.lastName],
    ],
  ];
  return DECLARATION + written(root);
}

export function clientName(loan: LenderLoan): string {
  return `${loan.application.firstName} ${loan.application.lastName}`;
}

/** The page that comes with every 400 and 403: HTML with the errors written in the content. */
export function errorPage(title: string, sentences: readonly string[]): string {
  const paragraphs = sentences.map((sentence) => `<p>${escaped(sentence)}</p>`).join("\n");
  return `<!DOCTYPE html>\n<html>\n<head><title>${escaped(title)}</title></head>\n<body>\n${paragraphs}\n</body>\n</html>\n`;
}

function written([name, content]: Element, indent = ""): string {
  if (typeof content !== "object") return `${indent}<${name}>${escaped(String(content))}</${name}>`;
  const children = content.map((child) => written(child, `${indent}  `)).join("\n");
  return `${indent}<${name}>\n${children}\n${indent}</${name}>`;
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
