/** A table of error codes as the form keeps it: one line a code, "40400 = notFound". Pure. */
import { customerOutcomes } from "../../shared/api/customers.ts";

/** An error can mean anything but that a customer was found. */
export const errorOutcomes = customerOutcomes.filter((outcome) => outcome !== "found");
export type ErrorOutcome = (typeof errorOutcomes)[number];

export type CodeRow = { code: string; outcome: ErrorOutcome };

export function codesText(rows: readonly CodeRow[]): string {
  return rows.map(({ code, outcome }) => `${code.replaceAll(/[\n=]/g, "")} = ${outcome}`).join("\n");
}

export function readCodes(text: string): CodeRow[] {
  return text
    .split("\n")
    .filter((line) => line.includes("="))
    .map((line) => {
      const [code = "", word = ""] = line.split("=", 2);
      const outcome = errorOutcomes.find((one) => one === word.trim()) ?? "failed";
      return { code: code.trim(), outcome };
    });
}

/** What is stored; a row whose code was left empty means nothing. */
export function codesRecord(text: string): Record<string, string> {
  return Object.fromEntries(
    readCodes(text).flatMap(({ code, outcome }) => (code === "" ? [] : [[code, outcome]])),
  );
}

export function textOfRecord(record: Readonly<Record<string, string>>): string {
  return Object.entries(record)
    .map(([code, outcome]) => `${code} = ${outcome}`)
    .join("\n");
}

/** The same code in an earlier row. */
export function isTwice(rows: readonly CodeRow[], index: number): boolean {
  const code = rows[index]?.code ?? "";
  return code !== "" && rows.slice(0, index).some((row) => row.code === code);
}
