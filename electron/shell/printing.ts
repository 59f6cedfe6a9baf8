/** Printing for real and into PDF: HTML through a hidden window, PDFs as they are. */
import type { WebContents } from "electron";
import { bugFacts, type Log } from "../logging/log.ts";
import type { PrinterInfo, Printing, PrintJob } from "../ports.ts";
import { printThroughCups } from "./cups.ts";
import { createPaperWindows, type PaperWindows } from "./paperWindow.ts";

const UM_PER_INCH = 25_400;
const EMPTY_SHEET = "<!doctype html><title>Printers</title>";

type PrintResult = Awaited<ReturnType<Printing["print"]>>;

async function printersOf(contents: WebContents): Promise<PrinterInfo[]> {
  const printers = await contents.getPrintersAsync();
  return printers.map((printer) => ({
    name: printer.name,
    label: printer.displayName || printer.name,
    // Later versions of Electron do not tell; then the system chooses where a job names no printer.
    isDefault: "isDefault" in printer && printer.isDefault === true,
  }));
}

/** Electron calls back with a reason in words when a printer does not take the job. */
function sendToPrinter(contents: WebContents, job: PrintJob, printer: string | null): Promise<string | null> {
  return new Promise((resolve) => {
    contents.print(
      {
        silent: true,
        printBackground: true,
        ...(printer === null ? {} : { deviceName: printer }),
        copies: job.copies,
        margins: { marginType: "none" },
        pageSize: { width: job.page.widthUm, height: job.page.heightUm },
      },
      (success, reason) => resolve(success ? null : reason || "The printer did not take the job."),
    );
  });
}

type Choice = { ok: true; printer: string | null } | { ok: false; message: string };

/** The printer a job goes to; null where the system's own default is to be taken. */
async function choosePrinter(paper: PaperWindows, name: string | null): Promise<Choice> {
  const printers = await paper.withPaper(EMPTY_SHEET, printersOf);
  if (name === null) {
    if (printers.length === 0) return { ok: false, message: "No printer is installed." };
    const [first, ...others] = printers;
    const only = others.length === 0 ? first : undefined;
    return { ok: true, printer: (printers.find((printer) => printer.isDefault) ?? only)?.name ?? null };
  }
  if (printers.some((printer) => printer.name === name)) return { ok: true, printer: name };
  return { ok: false, message: `The printer ${name} is not there.` };
}

/** The printer's problem in words, or null once it took the job. */
async function send(paper: PaperWindows, job: PrintJob, printer: string | null): Promise<string | null> {
  const { content } = job;
  if (content.kind === "html") {
    return paper.withPaper(content.html, (contents) => sendToPrinter(contents, job, printer));
  }
  const sent = process.platform === "win32" ? null : await printThroughCups(job, content.bytes, printer);
  return sent === null
    ? "A PDF cannot be printed from here: save it and print it from a viewer."
    : sent.problem;
}

/** Only after `ready`. A job that fails is an answer with its reason, never an exception. */
export async function createPrinting(log: Log): Promise<Printing> {
  const paper = await createPaperWindows(log);

  async function print(job: PrintJob): Promise<PrintResult> {
    const choice = await choosePrinter(paper, job.printer);
    if (!choice.ok) return { ok: false, printer: job.printer ?? "", message: choice.message };
    const problem = await send(paper, job, choice.printer);
    return { ok: problem === null, printer: choice.printer ?? "", message: problem };
  }

  return {
    printers: () => paper.withPaper(EMPTY_SHEET, printersOf),
    print: (job) =>
      print(job).catch((error) => {
        log("error", "print.failed", bugFacts(error));
        return { ok: false, printer: job.printer ?? "", message: "The paper could not be made." };
      }),
    pdf: (html, { widthUm, heightUm }) =>
      paper.withPaper(html, (contents) =>
        contents.printToPDF({
          printBackground: true,
          margins: { top: 0, bottom: 0, left: 0, right: 0 },
          pageSize: { width: widthUm / UM_PER_INCH, height: heightUm / UM_PER_INCH },
        }),
      ),
  };
}
