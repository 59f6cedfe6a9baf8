/** Draws a PDF's pages with poppler, which stands for the program's own drawing window. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DrawnPage } from "../../electron/ports.ts";

export async function drawn(pdf: Uint8Array, dotsPerInch: number): Promise<DrawnPage[]> {
  const folder = mkdtempSync(join(tmpdir(), "counterfoil-drawn-"));
  try {
    writeFileSync(join(folder, "in.pdf"), pdf);
    execFileSync("pdftoppm", [
      "-q",
      "-r",
      String(dotsPerInch),
      "-gray",
      join(folder, "in.pdf"),
      join(folder, "p"),
    ]);
    const names = execFileSync("ls", [folder], { encoding: "utf8" }).split("\n");
    return names
      .filter((name) => name.endsWith(".pgm"))
      .map((name) => {
        const bytes = readFileSync(join(folder, name));
        const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.subarray(0, 40).toString("latin1"));
        return {
          width: Number(head?.[1]),
          height: Number(head?.[2]),
          grey: new Uint8Array(bytes.subarray(head?.[0].length)),
        };
      });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
