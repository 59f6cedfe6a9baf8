/** One print, journaled before it is sent and after: whatever becomes of the paper, the journal tells of it. */
import type { CallValue } from "../../shared/api.ts";
import { Refusal } from "../../shared/errors.ts";
import { printsOf } from "../journal/paper/queries.ts";
import type { RowPayload } from "../journal/rows.ts";
import type { Printing, PrintJob } from "../ports.ts";
import type { DeskContext, SignedIn } from "./context.ts";

export type PrintResult = CallValue<"documents.print">;

/** Throws `notAvailable` where this program has no way to a printer. */
export function printingOf({ printing }: DeskContext): Printing {
  if (printing === null)
    throw new Refusal(
      "notAvailable",
      "No printer can be reached from here. Save the paper as a PDF instead.",
    );
  return printing;
}

export interface Print {
  what: RowPayload<"paper.printing">["what"];
  /** What prints are counted by: the same paper printed again is a copy. */
  subjectId: string;
  title: string;
  printer: string | undefined;
  copies: number;
  page: PrintJob["page"];
  /** Asked once it is known whether this is a copy. */
  content(isCopy: boolean): PrintJob["content"];
}

/** True from the second print on, and also where nobody knows what became of an earlier one. */
export function isCopy({ journal }: DeskContext, subjectId: string): boolean {
  return printsOf(journal.sql, subjectId).count > 0;
}

/** A printer that fails is a result, not a refusal: the money is valid and the paper can follow. */
export async function print(context: DeskContext, wanted: Print, by: SignedIn): Promise<PrintResult> {
  const { journal } = context;
  const printing = printingOf(context);
  const printId = context.newId("print");
  const { what, subjectId, copies, page, title } = wanted;
  const printer = wanted.printer ?? null;
  // Counted inside the transaction: of two prints at once, the second is the copy.
  const copy = journal.write(({ append }) => {
    const again = isCopy(context, subjectId);
    append({
      kind: "paper.printing",
      payload: { printId, what, subjectId, printer, copies, copy: again },
      actor: by.name,
    });
    return again;
  });
  const answer = await printing
    .print({ title, content: wanted.content(copy), printer, copies, page })
    .catch((error: unknown) => {
      context.log("error", "paper.printFailed", { bug: error instanceof Error ? error.name : typeof error });
      return { ok: false, printer: printer ?? "", message: "The printer could not be reached." };
    });
  const result = answer.ok ? "sent" : "failed";
  journal.write(({ append }) =>
    append({
      kind: "paper.printed",
      payload: { printId, result, printer: answer.printer, message: answer.message },
      actor: by.name,
    }),
  );
  return { printId, printer: answer.printer, copies, copy, result, message: answer.message, path: null };
}

/** Paper that left as a file counts like a print: whoever has the file can print it. */
export function noteSaved(
  { journal, newId }: DeskContext,
  what: Print["what"],
  subjectId: string,
  by: SignedIn,
): void {
  const printId = newId("print");
  const actor = by.name;
  journal.write(({ append }) => {
    const copy = printsOf(journal.sql, subjectId).count > 0;
    append({
      kind: "paper.printing",
      payload: { printId, what, subjectId, printer: null, copies: 1, copy },
      actor,
    });
    append({
      kind: "paper.printed",
      payload: { printId, result: "saved", printer: null, message: null },
      actor,
    });
  });
}
