/** The receipts desk: receipts, vouchers, slips and shift reports are made, kept and printed here. */
import { createHash } from "node:crypto";
import type { ShiftReport } from "../../shared/api/people.ts";
import type { CallValue } from "../../shared/api.ts";
import { reportSheet } from "../documents/receipts/reportSheet.ts";
import type { Paper, Sheet } from "../documents/receipts/sheet.ts";
import { type DrawnSheet, drawSheet } from "../documents/receipts/sheetHtml.ts";
import { documentWithContent, printsOf } from "../journal/paper/queries.ts";
import type { DeskCalls, DeskContext, SignedIn } from "./context.ts";
import { counterOf, gatherPaper } from "./paperFacts.ts";
import { isCopy, print, printingOf } from "./printing.ts";

type ReceiptCalls = DeskCalls<
  "receipts.make" | "receipts.print" | "receipts.prints" | "receipts.makeReport" | "receipts.printReport"
>;

export interface ReceiptParts {
  /** The report of one shift, or of the one that is open or was last. */
  shiftReport(shiftId: string | undefined, by: SignedIn): Promise<ShiftReport> | ShiftReport;
}

export function createReceiptsDesk(context: DeskContext, { shiftReport }: ReceiptParts): ReceiptCalls {
  const { journal, documents } = context;

  function draw(sheet: Sheet, copy: boolean, paper: Paper): DrawnSheet {
    return drawSheet({ ...sheet, isCopy: copy }, paper);
  }

  /** The same paper made again is the document that is kept already. */
  async function keep(name: string, html: string, pin: string | null, by: SignedIn): Promise<string> {
    const bytes = Buffer.from(html, "utf8");
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    const kept = documentWithContent(journal.sql, sha256, "receipt");
    if (kept !== null) return kept;
    const owner = pin === null ? {} : { customerId: journal.write(({ cells }) => cells.customerFor(pin)) };
    const { documentId } = await documents.keep({
      ...{ name, bytes, source: "receipt" as const, actor: by.name },
      ...owner,
    });
    return documentId;
  }

  async function make(
    sheet: Sheet,
    paper: Paper,
    kept: { name: string; pin: string | null },
    by: SignedIn,
  ): Promise<CallValue<"receipts.make">> {
    const copy = isCopy(context, sheet.subjectId);
    const { html } = draw(sheet, copy, paper);
    return { documentId: await keep(kept.name, html, kept.pin, by), html, copy };
  }

  function send(
    what: "receipt" | "slip" | "report",
    sheet: Sheet,
    { paper, printer }: { paper: Paper; printer: string | undefined },
    by: SignedIn,
  ) {
    const { page } = draw(sheet, false, paper);
    return print(
      context,
      {
        ...{ what, subjectId: sheet.subjectId, printer, copies: 1, page },
        title: [sheet.title, sheet.number ?? ""].join(" ").trim(),
        content: (copy) => ({ kind: "html", html: draw(sheet, copy, paper).html }),
      },
      by,
    );
  }

  async function report(shiftId: string | undefined, by: SignedIn): Promise<Sheet> {
    return reportSheet(await shiftReport(shiftId, by), counterOf(context));
  }

  return {
    "receipts.make": ({ itemId, what = "receipt", paper = "a4" }, by) => {
      const { sheet, pin, name } = gatherPaper(context, itemId, what);
      return make(sheet, paper, { name, pin }, by);
    },
    "receipts.print": ({ itemId, what = "receipt", paper = "a4", printer }, by) => {
      printingOf(context);
      const { sheet } = gatherPaper(context, itemId, what);
      return send(what === "receipt" ? "receipt" : "slip", sheet, { paper, printer }, by);
    },
    "receipts.prints": ({ itemId, what = "receipt" }) =>
      printsOf(journal.sql, gatherPaper(context, itemId, what).sheet.subjectId),
    "receipts.makeReport": async ({ shiftId, paper = "a4" }, by) => {
      const sheet = await report(shiftId, by);
      return make(sheet, paper, { name: `${sheet.subjectId}.html`, pin: null }, by);
    },
    "receipts.printReport": async ({ shiftId, paper = "a4", printer }, by) => {
      printingOf(context);
      return send("report", await report(shiftId, by), { paper, printer }, by);
    },
  };
}
