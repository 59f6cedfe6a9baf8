/** Prints a PDF as it is through CUPS (`lp`): the lender's agreement reaches the paper without being drawn again. */
import { spawn } from "node:child_process";
import type { PrintJob } from "../ports.ts";

type Result = { code: number | null; said: string };

/** Runs a program with the PDF on its input: no file with a customer's data is left in a temporary folder. */
function runWith(program: string, args: string[], input: Uint8Array | null): Promise<Result> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      stdio: ["pipe", "pipe", "pipe"],
      env: { ...process.env, LC_ALL: "C" },
      timeout: 60_000,
    });
    let said = "";
    const listen = (chunk: Buffer) => {
      said = (said + chunk.toString("utf8")).slice(-2000);
    };
    child.stdout.on("data", listen);
    child.stderr.on("data", listen);
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, said: said.trim() }));
    // A program that ends early closes its input; its exit code tells, not the broken pipe.
    child.stdin.on("error", () => child.stdin.destroy());
    child.stdin.end(input ?? undefined);
  });
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}

function media({ widthUm, heightUm }: PrintJob["page"]): string {
  if (widthUm === 210_000 && heightUm === 297_000) return "A4";
  return `Custom.${widthUm / 1000}x${heightUm / 1000}mm`;
}

/** Null where this computer has no CUPS; otherwise what CUPS said, and null for `problem` once it took the job. */
export async function printThroughCups(
  job: PrintJob,
  pdf: Uint8Array,
  printer: string | null,
): Promise<{ problem: string | null } | null> {
  const destination = printer === null ? [] : ["-d", printer];
  const args = [...destination, "-n", String(job.copies), "-t", job.title, "-o", `media=${media(job.page)}`];
  try {
    const { code, said } = await runWith("lp", [...args, "-"], pdf);
    return { problem: code === 0 ? null : said || `lp ended with ${code}.` };
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}
