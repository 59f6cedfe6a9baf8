/** Every bad file of the counter: told by its content, refused in words, and the program goes on. */

import { execFileSync } from "node:child_process";
import { appendFileSync, mkdirSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { readChosenFile } from "../../electron/documents/chosenFile.ts";
import { MAX_DOCUMENT_BYTES } from "../../shared/api/paper.ts";
import { temporaryFolder } from "../journal/till.ts";
import { applyUpTo } from "../training/iuteSamples.ts";
import { get, startLender } from "../training/rawClient.ts";
import { cutPdf, encryptedPdf, jpeg, pdfWithoutText, plainPdf, png, scriptedPdf, tiff } from "./files.ts";
import { imported, newShelf } from "./shelf.ts";

describe("what a document is", () => {
  const kinds = [
    { what: "a PDF", name: "a.pdf", mime: "application/pdf", pages: 3, bytes: () => plainPdf("1", 3) },
    { what: "a JPEG", name: "a.jpg", mime: "image/jpeg", pages: 1, bytes: () => jpeg },
    { what: "a PNG", name: "a.png", mime: "image/png", pages: 1, bytes: () => png },
    { what: "a TIFF of four pictures", name: "a.tiff", mime: "image/tiff", pages: 4, bytes: () => tiff(4) },
  ];
  test.each(kinds)(
    "$what is told by its content and its pages are counted",
    async ({ name, mime, pages, bytes }) => {
      const { documents } = await newShelf();
      const view = await documents.keep(imported(await bytes(), { name }));
      expect(view).toMatchObject({ mime, pages });
      expect(view.checks.filter(({ level }) => level !== "ok")).toEqual([]);
    },
  );

  test("a JPEG named .pdf is kept as the JPEG it is, with a warning", async () => {
    const { documents } = await newShelf();
    const view = await documents.keep(imported(jpeg, { name: "agreement.PDF" }));
    expect(view.mime).toBe("image/jpeg");
    expect(view.checks).toContainEqual({
      code: "nameMisleads",
      level: "warning",
      message: "The file's name promises something else: it is a JPEG picture and is kept as one.",
      facts: { kind: "image/jpeg" },
    });
  });

  test("a PDF with a script is kept with a warning", async () => {
    const { documents } = await newShelf();
    const { checks } = await documents.keep(imported(await scriptedPdf()));
    expect(checks).toContainEqual(expect.objectContaining({ code: "hasScript", level: "warning" }));
  });
});

describe("which loan a document names", () => {
  async function checkOf(bytes: Uint8Array, expectedLoanRef: string) {
    const { documents } = await newShelf();
    const { checks } = await documents.keep(imported(bytes, { expectedLoanRef }));
    return checks.find(({ code }) => code === "loanReference");
  }

  test("the training lender's agreement names its own loan, in every language", async () => {
    const { documents } = await newShelf();
    const lender = await startLender();
    onTestFinished(() => lender.close());
    const loanRef = await applyUpTo(lender, "approved");
    for (const lang of ["alb", "rom", "rus", "mac", "eng"]) {
      const { body } = await get(lender.baseUrl, "generate/agreement", { loanRef, lang });
      const agreement = imported(body, { source: "agreement", expectedLoanRef: loanRef });
      const { checks, pages } = await documents.keep(agreement);
      expect(pages).toBe(3);
      const message = `The text names loan ${loanRef}.`;
      expect(checks, lang).toContainEqual({ code: "loanReference", level: "ok", message });
    }
  });

  test("another loan's agreement is a warning", async () => {
    expect(await checkOf(await plainPdf("1234567"), "7654321")).toMatchObject({ level: "warning" });
  });
  test("a longer number that holds the reference is another loan", async () => {
    expect(await checkOf(await plainPdf("12345678"), "1234567")).toMatchObject({ level: "warning" });
  });
  test("a scan without text asks for a look by eye", async () => {
    expect((await checkOf(await pdfWithoutText(), "1234567"))?.message).toContain(
      "no text that could be compared",
    );
  });
});

describe("refused, with a code and a sentence", () => {
  const big = () => Buffer.concat([jpeg, Buffer.alloc(MAX_DOCUMENT_BYTES)]);
  const refused = [
    { what: "an empty file", code: "fileEmpty", bytes: () => Buffer.alloc(0) },
    { what: "a file above 25 MB", code: "fileTooLarge", bytes: big },
    { what: "a PDF with a password", code: "pdfEncrypted", bytes: () => encryptedPdf("secret") },
    { what: "a PDF encrypted without a password", code: "pdfEncrypted", bytes: () => encryptedPdf("") },
    { what: "half a PDF", code: "pdfBroken", bytes: cutPdf },
    {
      what: "a PDF's header and noise",
      code: "pdfBroken",
      bytes: () => Buffer.from(`%PDF-1.7\n${"\u0007".repeat(900)}`),
    },
    { what: "a text named .pdf", code: "unsupportedFile", bytes: () => Buffer.from("not a PDF at all") },
    {
      what: "a web page",
      code: "unsupportedFile",
      bytes: () => Buffer.from("<!doctype html><script>1</script>"),
    },
    { what: "a JPEG cut before its picture", code: "unsupportedFile", bytes: () => jpeg.subarray(0, 30) },
    { what: "a TIFF that leads in a circle", code: "unsupportedFile", bytes: circularTiff },
  ];
  test.each(refused)("$what: $code", async ({ code, bytes }) => {
    const { documents, journal } = await newShelf();
    await expect(documents.keep(imported(await bytes()))).rejects.toMatchObject({ code, field: "bytes" });
    expect([...journal.rows()].map(({ kind }) => kind)).not.toContain("document.stored");
  });

  function circularTiff(): Buffer {
    const bytes = tiff(2);
    bytes.writeUInt32LE(8, bytes.length - 4);
    return bytes;
  }
});

describe("files by their path", () => {
  function fileWith(bytes: Uint8Array): string {
    const path = join(temporaryFolder(), "chosen.pdf");
    writeFileSync(path, bytes);
    return path;
  }

  test("a plain file is read whole", async () => {
    expect((await readChosenFile(fileWith(jpeg))).equals(jpeg)).toBe(true);
  });

  test("a link, a folder, a pipe, a device and a missing file are not read", async () => {
    const folder = temporaryFolder();
    const [link, pipe] = [join(folder, "link.pdf"), join(folder, "pipe.pdf")];
    symlinkSync(fileWith(jpeg), link);
    execFileSync("mkfifo", [pipe]);
    mkdirSync(join(folder, "folder.pdf"));
    for (const path of [link, pipe, join(folder, "folder.pdf"), "/dev/zero", join(folder, "none.pdf")])
      await expect(readChosenFile(path), path).rejects.toMatchObject({
        code: "fileUnreadable",
        field: "path",
      });
  });

  test("0 bytes and 300 MB are refused before a byte is read", async () => {
    await expect(readChosenFile(fileWith(Buffer.alloc(0)))).rejects.toMatchObject({ code: "fileEmpty" });
    const large = fileWith(jpeg);
    truncateSync(large, 300 * 1024 * 1024);
    await expect(readChosenFile(large)).rejects.toMatchObject({ code: "fileTooLarge", field: "path" });
  });

  test("a file that grows, shrinks or is rewritten while it is read is refused", async () => {
    const changes = [
      (path: string) => appendFileSync(path, "more"),
      (path: string) => truncateSync(path, 10),
      (path: string) => writeFileSync(path, Buffer.alloc(jpeg.length, 1)),
    ];
    for (const change of changes) {
      const path = fileWith(jpeg);
      // The file's first look is taken at once; what happens after it must be noticed.
      const reading = readChosenFile(path);
      change(path);
      await expect(reading).rejects.toMatchObject({ code: "fileUnreadable" });
    }
  });
});
