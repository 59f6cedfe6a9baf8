/** Real files for the tests: PDFs made by a library, pictures small enough to stand here. */
import { PDFDocument, StandardFonts } from "@cantoo/pdf-lib";

/** Pages that each name the loan in their text. */
export async function pdfNaming(loanRef: string, pages = 2): Promise<PDFDocument> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  for (let number = 1; number <= pages; number += 1)
    document.addPage([595, 842]).drawText(`Agreement ${loanRef}, page ${number}`, { x: 50, y: 700, font });
  return document;
}

export async function plainPdf(loanRef = "1234567", pages = 2): Promise<Uint8Array> {
  return (await pdfNaming(loanRef, pages)).save();
}

/** A page with nothing but lines, as a scan without text recognition. */
export async function pdfWithoutText(): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  document.addPage([595, 842]).drawRectangle({ x: 50, y: 50, width: 100, height: 100 });
  return document.save();
}

export async function scriptedPdf(): Promise<Uint8Array> {
  const document = await pdfNaming("1234567");
  document.addJavaScript("greet", "app.alert('Hello');");
  return document.save();
}

/** With an empty password it opens for everybody, but is encrypted all the same. */
export async function encryptedPdf(userPassword: string): Promise<Uint8Array> {
  const document = await PDFDocument.load(await plainPdf());
  await document.encrypt({ userPassword, ownerPassword: "owner" });
  return document.save();
}

export async function cutPdf(): Promise<Uint8Array> {
  const whole = await plainPdf();
  return whole.subarray(0, Math.floor(whole.length / 2));
}

export const jpeg = Buffer.from(
  "/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA=",
  "base64",
);

export const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=",
  "base64",
);

/** Little-endian, with so many empty directories one after the other. */
export function tiff(pictures: number): Buffer {
  const header = Buffer.from("49492a0008000000", "hex");
  const directories = Array.from({ length: pictures }, (_, index) => {
    const directory = Buffer.alloc(2 + 12 + 4);
    directory.writeUInt16LE(1, 0);
    directory.writeUInt32LE(index + 1 === pictures ? 0 : 8 + (index + 1) * 18, 14);
    return directory;
  });
  return Buffer.concat([header, ...directories]);
}
