/** The printers desk: which printers there are, which one takes which paper, and a test page for each. */
import type { ParsedInput } from "../../shared/api.ts";
import { drawSheet } from "../documents/receipts/sheetHtml.ts";
import { testSheet } from "../documents/receipts/testSheet.ts";
import { printerChoice, printerChoices } from "../journal/paper/printers.ts";
import type { DeskCalls, DeskContext, SignedIn } from "./context.ts";
import { counterOf } from "./paperFacts.ts";
import { print, printingOf } from "./printing.ts";

type PrinterCalls = DeskCalls<"printers.list" | "printers.choices" | "printers.choose" | "printers.test">;

export function createPrintersDesk(context: DeskContext): PrinterCalls {
  const { journal } = context;

  /** Where the paper of a use goes, unless printer or paper are named. */
  function target({ use = "receipt", printer, paper }: ParsedInput<"printers.test">) {
    const choice = printerChoice(journal.sql, use);
    return {
      printer: printer ?? choice.printer,
      paper: paper ?? choice.paper,
      duplex: choice.duplex,
    };
  }

  async function test(input: ParsedInput<"printers.test">, by: SignedIn) {
    const { printer, paper, duplex } = target(input);
    const now = context.clock.now();
    const sheet = testSheet({ printer: printer ?? "–", paper, at: now }, counterOf(context));
    const { html, page } = drawSheet(sheet, paper);
    const wanted = { what: "document" as const, title: sheet.title, printer, copies: 1, page, duplex };
    // A test page is never a copy of another.
    const subjectId = context.newId("test");
    return print(context, { ...wanted, subjectId, content: () => ({ kind: "html", html }) }, by);
  }

  return {
    "printers.list": async () => ({ printers: await printingOf(context).printers() }),
    "printers.choices": () => ({ choices: printerChoices(journal.sql) }),
    "printers.choose": ({ use, printer, paper, duplex }, by) =>
      journal.write(({ append }) => {
        const before = printerChoice(journal.sql, use);
        const choice = {
          use,
          printer: printer === undefined ? before.printer : printer,
          paper: paper ?? before.paper,
          duplex: duplex === undefined ? before.duplex : duplex,
        };
        append({ kind: "setup.printerChosen", payload: choice, actor: by.name });
        return choice;
      }),
    "printers.test": test,
  };
}
