/** Printing for real and into PDF: HTML through a hidden window, PDFs as they are or, without CUPS, page by page as sharp pictures. */
import type { WebContents } from "electron";
import type { PrintProblem } from "../../shared/api/paper.ts";
import { bugFacts, type Log } from "../logging/log.ts";
import type { PaperSize, PrintAnswer, PrinterInfo, Printing, PrintJob } from "../ports.ts";
import { offersOf, printThroughCups } from "./cups.ts";
import { cutPaper } from "./cutPaper.ts";
import { createDrawingWindows, type DrawingWindows } from "./drawingWindow.ts";
import { createPaperWindows, inTime, type PaperWindows } from "./paperWindow.ts";

const UM_PER_INCH = 25_400;
/** Eighty pages are drawn in less, on a slow computer too. */
const DRAWN_PATIENCE_MS = 5 * 60_000;
const EMPTY_SHEET = "<!doctype html><title>Printers</title>";

/** Sheets that somebody may choose for a document, in micrometres. */
const sheetSizesUm = {
  a4: { widthUm: 210_000, heightUm: 297_000 },
  a5: { widthUm: 148_000, heightUm: 210_000 },
  letter: { widthUm: 215_900, heightUm: 279_400 },
  legal: { widthUm: 215_900, heightUm: 355_600 },
} as const;

const duplexModes = { simplex: "simplex", longEdge: "longEdge", shortEdge: "shortEdge" } as const;

async function printersOf(contents: WebContents): Promise<PrinterInfo[]> {
  const printers = await contents.getPrintersAsync();
  return printers.map((printer) => ({
    name: printer.name,
    label: printer.displayName || printer.name,
    // Later versions of Electron do not tell; then the system chooses where a job names no printer.
    isDefault: "isDefault" in printer && printer.isDefault === true,
  }));
}

function pageOf({ sheet, page }: PrintJob): PrintJob["page"] {
  return sheet === undefined ? page : sheetSizesUm[sheet];
}

interface Problem {
  message: string;
  problem?: PrintProblem;
}

/** Electron calls back with a reason in words when a printer does not take the job. */
function sendToPrinter(
  contents: WebContents,
  job: PrintJob,
  printer: string | null,
): Promise<Problem | null> {
  const { copies, duplex, dialog = false } = job;
  const { widthUm, heightUm } = pageOf(job);
  return new Promise((resolve) => {
    contents.print(
      {
        silent: !dialog,
        printBackground: true,
        ...(printer === null ? {} : { deviceName: printer }),
        ...(duplex === undefined ? {} : { duplexMode: duplexModes[duplex] }),
        copies,
        collate: true,
        margins: { marginType: "none" },
        pageSize: { width: widthUm, height: heightUm },
      },
      (success, reason) => {
        if (success) resolve(null);
        // Whoever had the dialog before them knows what they did, or was told by the system.
        else if (dialog) resolve({ message: reason || "Nothing was printed.", problem: "dialogClosed" });
        else resolve({ message: reason || "The printer did not take the job." });
      },
    );
  });
}

type Choice = { ok: true; printer: string | null } | ({ ok: false } & Problem);

/** The printer a job goes to; null where the system's own default is to be taken. */
function choosePrinter(printers: readonly PrinterInfo[], name: string | null): Choice {
  if (name === null) {
    if (printers.length === 0)
      return { ok: false, message: "No printer is installed.", problem: "noPrinter" };
    const [first, ...others] = printers;
    const only = others.length === 0 ? first : undefined;
    return { ok: true, printer: (printers.find((printer) => printer.isDefault) ?? only)?.name ?? null };
  }
  if (printers.some((printer) => printer.name === name)) return { ok: true, printer: name };
  return { ok: false, message: `The printer ${name} is not there.`, problem: "printerGone" };
}

interface Windows {
  paper: PaperWindows;
  drawing: DrawingWindows;
  cut(contents: WebContents, page: PaperSize): Promise<PaperSize>;
}

/** The printer's problem, or null once it took the job. */
async function send(windows: Windows, job: PrintJob, printer: string | null): Promise<Problem | null> {
  const { content, dialog = false } = job;
  if (content.kind === "html") {
    const work = async (contents: WebContents) =>
      sendToPrinter(contents, { ...job, page: await windows.cut(contents, job.page) }, printer);
    return dialog
      ? windows.paper.beforePerson(content.html, work)
      : windows.paper.withPaper(content.html, work);
  }
  // Nobody but CUPS takes a PDF as it is; the system's dialog wants pages that Chromium can draw.
  const sent =
    dialog || process.platform === "win32" ? null : await printThroughCups(job, content.bytes, printer);
  if (sent !== null) return sent.problem === null ? null : { message: sent.problem };
  const printed = windows.drawing.withPages(content.bytes, pageOf(job), (contents) =>
    sendToPrinter(contents, job, printer),
  );
  return dialog ? printed : inTime(printed, DRAWN_PATIENCE_MS);
}

/** Only after `ready`. A job that fails is an answer with its reason, never an exception. */
export async function createPrinting(log: Log): Promise<Printing> {
  const paper = await createPaperWindows(log);
  const drawing = await createDrawingWindows(log);
  const cut = (contents: WebContents, page: PaperSize) => cutPaper(contents, page, log);

  async function print(job: PrintJob): Promise<PrintAnswer> {
    const choice = choosePrinter(await paper.withPaper(EMPTY_SHEET, printersOf), job.printer);
    if (!choice.ok) {
      const { message, problem } = choice;
      return {
        ok: false,
        printer: job.printer ?? "",
        message,
        ...(problem === undefined ? {} : { problem }),
      };
    }
    const problem = await send({ paper, drawing, cut }, job, choice.printer);
    const printer = choice.printer ?? "";
    return problem === null ? { ok: true, printer, message: null } : { ok: false, printer, ...problem };
  }

  return {
    printers: async () => {
      const printers = await paper.withPaper(EMPTY_SHEET, printersOf);
      if (process.platform === "win32") return printers;
      return Promise.all(
        printers.map(async (printer) => ({ ...printer, offers: (await offersOf(printer.name)) ?? null })),
      );
    },
    print: (job) =>
      print(job).catch((error) => {
        log("error", "print.failed", bugFacts(error));
        return { ok: false, printer: job.printer ?? "", message: "The paper could not be made." };
      }),
    pdf: (html, page) =>
      paper.withPaper(html, async (contents) => {
        const { widthUm, heightUm } = await cut(contents, page);
        return contents.printToPDF({
          printBackground: true,
          margins: { top: 0, bottom: 0, left: 0, right: 0 },
          pageSize: { width: widthUm / UM_PER_INCH, height: heightUm / UM_PER_INCH },
        });
      }),
    drawn: drawing.drawn,
  };
}
