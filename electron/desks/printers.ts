/** The printers desk: which printers there are, and a test page for each. */

import { drawSheet } from "../documents/receipts/sheetHtml.ts";
import { testSheet } from "../documents/receipts/testSheet.ts";
import type { DeskCalls, DeskContext } from "./context.ts";
import { counterOf } from "./paperFacts.ts";
import { print, printingOf } from "./printing.ts";

export function createPrintersDesk(context: DeskContext): DeskCalls<"printers.list" | "printers.test"> {
  return {
    "printers.list": async () => ({ printers: await printingOf(context).printers() }),
    "printers.test": ({ paper = "a4", printer }, by) => {
      const sheet = testSheet(
        { printer: printer ?? "–", paper, at: context.clock.now() },
        counterOf(context),
      );
      const { html, page } = drawSheet(sheet, paper);
      return print(
        context,
        {
          ...{ what: "document" as const, title: sheet.title, printer, copies: 1, page },
          // A test page is never a copy of another.
          subjectId: context.newId("test"),
          content: () => ({ kind: "html", html }),
        },
        by,
      );
    },
  };
}
