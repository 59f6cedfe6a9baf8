/** The receipts desk: receipts, vouchers, slips and shift reports are made, kept and printed here. */
import { createHash } from "node:crypto";
import type { ShiftReport } from "../../shared/api/till.ts";
import type { TransferView } from "../../shared/api/transfers.ts";
import type { CallValue } from "../../shared/api.ts";
import { isBlind, reportSheet } from "../documents/receipts/reportSheet.ts";
import type { Paper, Sheet } from "../documents/receipts/sheet.ts";
import { type DrawnSheet, drawSheet } from "../documents/receipts/sheetHtml.ts";
import { transferSheet } from "../documents/receipts/transferSheet.ts";
import { printerChoice } from "../journal/paper/printers.ts";
import { documentWithContent, printsOf } from "../journal/paper/queries.ts";
import type { DeskCalls, DeskContext, SignedIn } from "./context.ts";
import { counterOf, gatherPaper } from "./paperFacts.ts";
import { isCopy, print, printingOf } from "./printing.ts";

type ReceiptCalls = DeskCalls<
  | "receipts.make"
  | "receipts.print"
  | "receipts.prints"
  | "receipts.makeReport"
  | "receipts.printReport"
  | "till.makeSlip"
  | "till.printSlip"
>;

export interface ReceiptParts {
  /** The report of one shift, or of the one that is open or was last. */
  shiftReport(shiftId: string | undefined, by: SignedIn): Promise<ShiftReport> | ShiftReport;
  /** Throws `unknownItem`. */
  transfer(transferId: string): TransferView;
}

export function createReceiptsDesk(context: DeskContext, parts: ReceiptParts): ReceiptCalls {
  const { journal, documents } = context;

  function draw(sheet: Sheet, copy: boolean, paper: Paper): DrawnSheet {
    return drawSheet({ ...sheet, isCopy: copy }, paper);
  }

  function paperFor(use: "receipt" | "report"): Paper {
    return printerChoice(journal.sql, use).paper;
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
    wishes: { paper?: Paper | undefined; printer?: string | undefined; dialog?: boolean | undefined },
    by: SignedIn,
  ) {
    const choice = printerChoice(journal.sql, what === "report" ? "report" : "receipt");
    const { paper = choice.paper, printer = choice.printer, dialog = false } = wishes;
    const { page } = draw(sheet, false, paper);
    return print(
      context,
      {
        ...{ what, subjectId: sheet.subjectId, printer, copies: 1, page, dialog },
        duplex: what === "report" ? choice.duplex : null,
        title: [sheet.title, sheet.number ?? ""].join(" ").trim(),
        content: (copy) => ({ kind: "html", html: draw(sheet, copy, paper).html }),
      },
      by,
    );
  }

  async function report(shiftId: string | undefined, by: SignedIn): Promise<Sheet> {
    const said = await parts.shiftReport(shiftId, by);
    return reportSheet(said, counterOf(context), isBlind(said, by.role));
  }

  return {
    "receipts.make": ({ itemId, what = "receipt", paper = paperFor("receipt") }, by) => {
      const { sheet, pin, name } = gatherPaper(context, itemId, what);
      return make(sheet, paper, { name, pin }, by);
    },
    "receipts.print": ({ itemId, what = "receipt", ...wishes }, by) => {
      printingOf(context);
      const { sheet } = gatherPaper(context, itemId, what);
      return send(what === "receipt" ? "receipt" : "slip", sheet, wishes, by);
    },
    "receipts.prints": ({ itemId, what = "receipt" }) =>
      printsOf(journal.sql, gatherPaper(context, itemId, what).sheet.subjectId),
    "receipts.makeReport": async ({ shiftId, paper = paperFor("report") }, by) => {
      const sheet = await report(shiftId, by);
      return make(sheet, paper, { name: `${sheet.subjectId}.html`, pin: null }, by);
    },
    "receipts.printReport": async ({ shiftId, ...wishes }, by) => {
      printingOf(context);
      return send("report", await report(shiftId, by), wishes, by);
    },
    "till.makeSlip": ({ transferId, paper = paperFor("receipt") }, by) => {
      const sheet = transferSheet(parts.transfer(transferId), counterOf(context));
      return make(sheet, paper, { name: `${sheet.number ?? transferId}.html`, pin: null }, by);
    },
    "till.printSlip": ({ transferId, ...wishes }, by) => {
      printingOf(context);
      return send("slip", transferSheet(parts.transfer(transferId), counterOf(context)), wishes, by);
    },
  };
}
