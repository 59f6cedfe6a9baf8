/** How a print job becomes CUPS's words, and how a printer's options are read. */
import { expect, test } from "vitest";
import type { PrintJob } from "../../electron/ports.ts";
import { lpArguments, readOffers } from "../../electron/shell/cups.ts";

const job: PrintJob = {
  title: "Counterfoil document-1",
  content: { kind: "pdf", bytes: new Uint8Array() },
  printer: "Counter",
  copies: 1,
  page: { widthUm: 210_000, heightUm: 297_000 },
};

test.each<[Partial<PrintJob>, string | null, string]>([
  [{}, "Counter", "-d Counter -n 1 -t Counterfoil document-1 -o media=A4 -"],
  [{}, null, "-n 1 -t Counterfoil document-1 -o media=A4 -"],
  [
    { copies: 2, duplex: "longEdge" },
    null,
    "-n 2 -t Counterfoil document-1 -o media=A4 -o sides=two-sided-long-edge -o Collate=True -",
  ],
  [{ duplex: "simplex" }, null, "-n 1 -t Counterfoil document-1 -o media=A4 -o sides=one-sided -"],
  [{ sheet: "letter" }, null, "-n 1 -t Counterfoil document-1 -o media=Letter -o print-scaling=fit -"],
  [
    { page: { widthUm: 80_000, heightUm: 120_000 } },
    null,
    "-n 1 -t Counterfoil document-1 -o media=Custom.80x120mm -",
  ],
])("%j to %j", (more, printer, words) => {
  expect(lpArguments({ ...job, ...more }, printer).join(" ")).toBe(words);
});

test("a driver's list of options says what the printer offers", () => {
  const listed = [
    "PageSize/Media Size: *A4 A5 Letter Legal Executive Env10 Custom.WIDTHxHEIGHT",
    "Duplex/2-Sided Printing: *None DuplexNoTumble DuplexTumble",
    "ColorModel/Output Mode: *Gray RGB",
  ].join("\n");
  expect(readOffers(listed)).toEqual({ duplex: true, sheets: ["a4", "a5", "letter", "legal"] });
  expect(readOffers("PageSize/Media Size: A4.Fullbleed *A4\nDuplex/Sides: *None")).toEqual({
    duplex: false,
    sheets: ["a4"],
  });
  expect(readOffers("Resolution/Resolution: *203dpi")).toEqual({ duplex: false, sheets: [] });
});
