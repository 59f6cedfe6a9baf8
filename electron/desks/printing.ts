/** One print, journaled before it is sent and after: whatever becomes of the paper, the journal tells of it. */
import type { CallValue } from "../../shared/api.ts";
import { Refusal } from "../../shared/errors.ts";
import { printsOf } from "../journal/paper/queries.ts";
import type { RowPayload } from "../journal/rows.ts";
import type { PrintAnswer, Printing, PrintJob } from "../ports.ts";
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
  printer: string | null | undefined;
  copies: number;
  page: PrintJob["page"];
  duplex?: PrintJob["duplex"] | null;
  sheet?: PrintJob["sheet"];
  dialog?: boolean;
  /** The loan that a document is about. */
  loanId?: string | null;
  /** Asked once it is known whether this is a copy, and which print of it: the first is 1. */
  content(isCopy: boolean, print: number): PaperContent | Promise<PaperContent>;
}

/** What goes to the printer, and on how many of its pages our code stands. */
export type PaperContent = PrintJob["content"] & { codes?: number };

/** True from the second print on, and also where nobody knows what became of an earlier one. */
export function isCopy({ journal }: DeskContext, subjectId: string): boolean {
  return printsOf(journal.sql, subjectId).count > 0;
}

function wishesOf({ duplex, sheet, dialog }: Print): Pick<PrintJob, "duplex" | "sheet" | "dialog"> {
  return {
    ...(duplex === undefined || duplex === null ? {} : { duplex }),
    ...(sheet === undefined ? {} : { sheet }),
    ...(dialog === true ? { dialog } : {}),
  };
}

function resultOf({ ok, problem }: PrintAnswer): PrintResult["result"] {
  if (ok) return "sent";
  return problem === "dialogClosed" ? "cancelled" : "failed";
}

/** A printer that fails is a result, not a refusal: the money is valid and the paper can follow. */
export async function print(context: DeskContext, wanted: Print, by: SignedIn): Promise<PrintResult> {
  const { journal } = context;
  const printing = printingOf(context);
  const printId = context.newId("print");
  const { what, subjectId, copies, page, title, loanId } = wanted;
  const printer = wanted.printer ?? null;
  const wishes = wishesOf(wanted);
  // Counted inside the transaction: of two prints at once, the second is the copy.
  const earlier = journal.write(({ append }) => {
    const { count } = printsOf(journal.sql, subjectId);
    append({
      kind: "paper.printing",
      payload: {
        ...{ printId, what, subjectId, printer, copies, copy: count > 0, ...wishes },
        ...(loanId === undefined || loanId === null ? {} : { loanId }),
      },
      actor: by.name,
    });
    return count;
  });
  const copy = earlier > 0;
  let codes: number | undefined;
  async function send(): Promise<PrintAnswer> {
    const content = await wanted.content(copy, earlier + 1);
    codes = content.codes;
    return printing.print({ title, content, printer, copies, page, ...wishes });
  }
  const answer = await send().catch((error: unknown): PrintAnswer => {
    context.log("error", "paper.printFailed", { bug: error instanceof Error ? error.name : typeof error });
    return { ok: false, printer: printer ?? "", message: "The printer could not be reached." };
  });
  const result = resultOf(answer);
  const coded = codes === undefined ? {} : { codes };
  journal.write(({ append }) =>
    append({
      kind: "paper.printed",
      payload: { printId, result, printer: answer.printer, message: answer.message, ...coded },
      actor: by.name,
    }),
  );
  return {
    ...{ printId, printer: answer.printer, copies, copy, result, message: answer.message, path: null },
    ...(answer.problem === undefined ? {} : { problem: answer.problem }),
    ...coded,
  };
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
