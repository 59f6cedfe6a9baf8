/** Prints a PDF as it is through CUPS (`lp`): the lender's agreement reaches the paper without being drawn again. */
import { spawn } from "node:child_process";
import { type SheetSize, sheetSizes } from "../../shared/api/printing.ts";
import type { PrinterInfo, PrintJob } from "../ports.ts";

type Result = { code: number | null; output: string; errors: string };

/** Runs a program with the PDF on its input: no file with a customer's data is left in a temporary folder. */
function runWith(
  program: string,
  args: string[],
  input: Uint8Array | null,
  timeout: number,
): Promise<Result> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      stdio: ["pipe", "pipe", "pipe"],
      env: { ...process.env, LC_ALL: "C" },
      timeout,
    });
    let output = "";
    let errors = "";
    child.stdout.on("data", (chunk: Buffer) => {
      output = (output + chunk.toString("utf8")).slice(-100_000);
    });
    child.stderr.on("data", (chunk: Buffer) => {
      errors = (errors + chunk.toString("utf8")).slice(-2000);
    });
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, output: output.trim(), errors: errors.trim() }));
    // A program that ends early closes its input; its exit code tells, not the broken pipe.
    child.stdin.on("error", () => child.stdin.destroy());
    child.stdin.end(input ?? undefined);
  });
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}

/** The names that PPDs and IPP printers have for the sheets that we know. */
const mediaNames: Readonly<Record<SheetSize, string>> = {
  a4: "A4",
  a5: "A5",
  letter: "Letter",
  legal: "Legal",
};

function media({ sheet, page: { widthUm, heightUm } }: PrintJob): string {
  if (sheet !== undefined) return mediaNames[sheet];
  if (widthUm === 210_000 && heightUm === 297_000) return "A4";
  return `Custom.${widthUm / 1000}x${heightUm / 1000}mm`;
}

/** IPP's words (RFC 8011, 5.2.8). */
const sides = {
  simplex: "one-sided",
  longEdge: "two-sided-long-edge",
  shortEdge: "two-sided-short-edge",
} as const;

export function lpArguments(job: PrintJob, printer: string | null): string[] {
  const { copies, duplex, sheet, title } = job;
  return [
    ...(printer === null ? [] : ["-d", printer]),
    ...["-n", String(copies), "-t", title, "-o", `media=${media(job)}`],
    // A sheet that somebody chose is another one than the document was made for.
    ...(sheet === undefined ? [] : ["-o", "print-scaling=fit"]),
    ...(duplex === undefined ? [] : ["-o", `sides=${sides[duplex]}`]),
    // Every copy whole, one after the other: page by page nobody could hand them out.
    ...(copies > 1 ? ["-o", "Collate=True"] : []),
    "-",
  ];
}

/** Null where this computer has no CUPS; otherwise what CUPS said, and null for `problem` once it took the job. */
export async function printThroughCups(
  job: PrintJob,
  pdf: Uint8Array,
  printer: string | null,
): Promise<{ problem: string | null } | null> {
  try {
    const { code, output, errors } = await runWith("lp", lpArguments(job, printer), pdf, 60_000);
    return { problem: code === 0 ? null : errors || output || `lp ended with ${code}.` };
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/** `lpoptions -l` says one option a line: `Duplex/2-Sided Printing: *None DuplexNoTumble DuplexTumble`. */
export function readOffers(listed: string): NonNullable<PrinterInfo["offers"]> {
  const values = (names: string[]): string[] =>
    listed
      .split("\n")
      .filter((line) => names.includes(line.split("/")[0]?.trim() ?? ""))
      .flatMap((line) => line.slice(line.indexOf(":") + 1).split(/\s+/))
      .map((value) => value.replace("*", ""));
  const duplexes = values(["Duplex", "sides", "EFDuplex", "KMDuplex"]);
  const media = values(["PageSize", "media"]).map((name) => name.split(".")[0]?.toLowerCase());
  return {
    duplex: duplexes.some((value) => /^(Duplex|two-sided|1|2|True)/i.test(value)),
    sheets: sheetSizes.filter((size) => media.includes(size)),
  };
}

/** Null where nobody can say: no CUPS here, or a printer in the network that does not answer just now. */
export async function offersOf(printer: string): Promise<PrinterInfo["offers"]> {
  try {
    const { code, output } = await runWith("lpoptions", ["-p", printer, "-l"], null, 4000);
    return code === 0 && output !== "" ? readOffers(output) : null;
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}
