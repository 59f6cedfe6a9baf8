/** Papers that other programs on this machine make when this runs: each program that is here, several ways. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { degrees, PDFDocument, StandardFonts } from "@cantoo/pdf-lib";
import { photographed, writtenPdf } from "../devices/samples.ts";
import type { Paper } from "./paper.ts";
import { isPaper, runHere } from "./programs.ts";

/** Words in the scripts of the counters, and in some that they never see. */
const words = {
  latin: "Kontrata e huasë nr. 90001: klienti Nelea Iacovet, Chișinău, merr 12 500,00 ALL për 10 muaj.",
  cyrillic: "Договор займа № 90001. Клиент получает 12 500,00. Ѓорѓи Ѕвездан, Скопје, ул. Џон Кенеди 5.",
  greek: "Σύμβαση δανείου αρ. 90001, ο πελάτης λαμβάνει 12.500,00.",
  arabic: "عقد قرض رقم ٩٠٠٠١ يستلم العميل المبلغ نقدا",
  hebrew: "חוזה הלוואה מספר 90001, הלקוח מקבל את הסכום במזומן",
  devanagari: "ऋण अनुबंध संख्या 90001, ग्राहक को राशि नकद मिलती है",
  georgian: "სესხის ხელშეკრულება № 90001",
  symbols: "½ ‰ № § € ₴ ← → ☐ ☑ fi ffl ſt ﬁ A̐é ö̲",
} as const;
type Script = keyof typeof words;
const scripts: Script[] = [
  "latin",
  "cyrillic",
  "greek",
  "arabic",
  "hebrew",
  "devanagari",
  "georgian",
  "symbols",
];

interface Workshop {
  folder: string;
  made: Paper[];
}

function add({ folder, made }: Workshop, name: string, from: string, ran: unknown): void {
  const path = join(folder, name);
  if (ran !== null && isPaper(path)) made.push({ path, from });
}

function html(script: Script, paragraphs: number): string {
  const body = Array.from({ length: paragraphs }, (_, index) => `<p>${index + 1}. ${words[script]}</p>`).join(
    "",
  );
  const table = "<table border=1><tr><th>No</th><th>Due</th><th>Sum</th></tr>".concat(
    ...Array.from(
      { length: 12 },
      (_, at) => `<tr><td>${at + 1}</td><td>10.${at + 1}.2027</td><td>1905.88</td></tr>`,
    ),
    "</table>",
  );
  return `<!doctype html><meta charset="utf-8"><h1>90001</h1>${body}${table}`;
}

/** Office files as a branch's clerk would print them. */
function byLibreOffice(shop: Workshop): void {
  for (const [script, paragraphs] of [
    ["latin", 12],
    ["cyrillic", 60],
    ["arabic", 8],
    ["devanagari", 8],
  ] as const) {
    const source = `office-${script}`;
    writeFileSync(join(shop.folder, `${source}.html`), html(script, paragraphs));
    const args = ["--headless", "--convert-to", "pdf:writer_web_pdf_Export", `${source}.html`];
    add(shop, `${source}.pdf`, `LibreOffice Writer, ${script}`, runHere("soffice", args, shop.folder));
  }
  const rows = Array.from(
    { length: 400 },
    (_, at) => `${90_000 + at},Клиент ${at},1905.88,10.${(at % 12) + 1}.2027`,
  );
  writeFileSync(join(shop.folder, "office-sheet.csv"), rows.join("\n"));
  const sheet = ["--headless", "--convert-to", "pdf:calc_pdf_Export", "office-sheet.csv"];
  add(shop, "office-sheet.pdf", "LibreOffice Calc, a long table", runHere("soffice", sheet, shop.folder));
}

function drawing(script: Script): string {
  const lines = Array.from(
    { length: 14 },
    (_, at) =>
      `<text x="40" y="${80 + at * 40}" font-family="Noto Sans, DejaVu Sans" font-size="15">${words[script]}</text>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="595" height="842">
<defs><linearGradient id="g"><stop stop-color="#c33"/><stop offset="1" stop-color="#33c" stop-opacity=".3"/></linearGradient></defs>
<rect x="30" y="20" width="500" height="30" fill="url(#g)"/>${lines.join("")}</svg>`;
}

function byCairo(shop: Workshop): void {
  for (const script of scripts) {
    writeFileSync(join(shop.folder, `cairo-${script}.svg`), drawing(script));
    const args = ["-f", "pdf", "-o", `cairo-${script}.pdf`, `cairo-${script}.svg`];
    add(
      shop,
      `cairo-${script}.pdf`,
      `cairo (rsvg-convert), ${script}`,
      runHere("rsvg-convert", args, shop.folder),
    );
  }
}

function byTex(shop: Workshop): void {
  const table = Array.from(
    { length: 40 },
    (_, at) => `${at + 1} & 10.${(at % 12) + 1}.2027 & 1905.88 \\\\`,
  ).join("\n");
  const source = (
    more: string,
  ) => `\\documentclass[a4paper]{article}${more}\\begin{document}\\section*{Agreement 90001}
$$\\sum_{k=1}^{n} \\frac{c_k}{(1+i)^k} = 12500$$ \\begin{tabular}{rlr} ${table} \\end{tabular}\\newpage ${"Both sign. ".repeat(900)}
\\end{document}`;
  for (const [name, more] of [
    ["tex-plain", ""],
    ["tex-uncompressed", "\\pdfcompresslevel=0 \\pdfobjcompresslevel=0"],
    ["tex-bitmap-fonts", "\\pdfmapfile{}"],
  ] as const) {
    writeFileSync(join(shop.folder, `${name}.tex`), source(more));
    const args = ["-interaction=batchmode", `${name}.tex`];
    add(shop, `${name}.pdf`, `pdfTeX, ${name.slice(4)}`, runHere("pdflatex", args, shop.folder));
  }
}

function byGhostscriptAndGroff(shop: Workshop): void {
  const text = Array.from(
    { length: 200 },
    (_, at) => `${at + 1}. The borrower pays 1905.88 on the tenth.`,
  ).join("\n");
  writeFileSync(join(shop.folder, "plain.txt"), text);
  writeFileSync(
    join(shop.folder, "plain.ms"),
    `.TL\nAgreement 90001\n.PP\n${text.replaceAll("\n", "\n.PP\n")}\n`,
  );
  runHere("enscript", ["-q", "-p", "plain.ps", "plain.txt"], shop.folder);
  for (const [level, name] of [
    ["1.3", "gs-13"],
    ["1.7", "gs-17"],
  ] as const) {
    const args = [`-dCompatibilityLevel=${level}`, "plain.ps", `${name}.pdf`];
    add(shop, `${name}.pdf`, `Ghostscript, PDF ${level}`, runHere("ps2pdf", args, shop.folder));
  }
  add(
    shop,
    "gs-archive.pdf",
    "Ghostscript, PDF/A",
    runHere(
      "gs",
      [
        "-q",
        "-dPDFA=2",
        "-dBATCH",
        "-dNOPAUSE",
        "-sDEVICE=pdfwrite",
        "-sOutputFile=gs-archive.pdf",
        "plain.ps",
      ],
      shop.folder,
    ),
  );
  const groff = runHere("sh", ["-c", "groff -ms -Tpdf plain.ms > groff.pdf"], shop.folder);
  add(shop, "groff.pdf", "groff (gropdf)", groff);
  const cups = runHere(
    "sh",
    ["-c", "/usr/sbin/cupsfilter -m application/pdf plain.txt > cups.pdf"],
    shop.folder,
  );
  add(shop, "cups.pdf", "CUPS filters (texttopdf)", cups);
}

/** What scanners and their programs send: pictures in a PDF, each in another coat. */
async function byScanPrograms(shop: Workshop): Promise<void> {
  const written = await writtenPdf({ pages: 3 });
  const grey = photographed(written, "jpeg", 300);
  for (const [index, bytes] of grey.entries()) writeFileSync(join(shop.folder, `scan-${index}.jpg`), bytes);
  for (const [index, bytes] of photographed(written, "png", 200).entries())
    writeFileSync(join(shop.folder, `scan-${index}.png`), bytes);
  const here = (command: string, args: string[]) => runHere(command, args, shop.folder);
  const jpegs = ["scan-0.jpg", "scan-1.jpg", "scan-2.jpg"];
  const pngs = ["scan-0.png", "scan-1.png", "scan-2.png"];
  add(
    shop,
    "img2pdf-jpeg.pdf",
    "img2pdf, JPEG at 300 dpi",
    here("img2pdf", ["-o", "img2pdf-jpeg.pdf", ...jpegs]),
  );
  add(
    shop,
    "img2pdf-png.pdf",
    "img2pdf, PNG predictors",
    here("img2pdf", ["-o", "img2pdf-png.pdf", ...pngs]),
  );
  const magick = "/usr/bin/convert-im6.q16";
  const fax = [...pngs, "-monochrome", "-compress", "Group4", "fax.tif"];
  here(magick, fax);
  add(
    shop,
    "fax.pdf",
    "ImageMagick and img2pdf, CCITT group 4",
    here("img2pdf", ["-o", "fax.pdf", "fax.tif"]),
  );
  here("tesseract", ["scan-0.png", "searchable", "pdf"]);
  add(shop, "searchable.pdf", "tesseract, a scan with text below", {});
  const strips = [
    "-q",
    "-dBATCH",
    "-dNOPAUSE",
    "-sDEVICE=pdfimage8",
    "-r200",
    "-sOutputFile=gs-image.pdf",
    "img2pdf-jpeg.pdf",
  ];
  add(shop, "gs-image.pdf", "Ghostscript, pages as pictures", here("gs", strips));
}

/** Rotated, encrypted, cut, scripted, huge: what the others made, and what was done to it. */
async function byHand(shop: Workshop): Promise<void> {
  const { folder } = shop;
  writeFileSync(join(folder, "lib.pdf"), await writtenPdf({ pages: 30 }));
  add(shop, "lib.pdf", "pdf-lib, 30 pages", {});
  const qpdf = (name: string, from: string, args: string[]) =>
    add(shop, name, from, runHere("qpdf", [...args, "lib.pdf", name], folder));
  qpdf("turned.pdf", "qpdf, pages turned 90, 180 and 270", [
    "--rotate=+90:1-10",
    "--rotate=+180:11-20",
    "--rotate=+270:21-30",
  ]);
  qpdf("linear.pdf", "qpdf, linearised", ["--linearize"]);
  qpdf("streams.pdf", "qpdf, object streams", ["--object-streams=generate"]);
  qpdf("open-but-locked.pdf", "qpdf, encrypted without a password to open it", [
    "--encrypt",
    "",
    "owner",
    "256",
    "--",
  ]);
  qpdf("locked.pdf", "qpdf, encrypted with a password", ["--encrypt", "user", "owner", "256", "--"]);
  qpdf("locked-old.pdf", "qpdf, encrypted with RC4", [
    "--allow-weak-crypto",
    "--encrypt",
    "user",
    "owner",
    "40",
    "--",
  ]);
  add(
    shop,
    "mupdf.pdf",
    "MuPDF, cleaned",
    runHere("mutool", ["clean", "-gggz", "lib.pdf", "mupdf.pdf"], folder),
  );
  const cut = await writtenPdf({ pages: 5 });
  writeFileSync(join(folder, "cut.pdf"), cut.subarray(0, cut.length * 0.6));
  add(shop, "cut.pdf", "pdf-lib, cut off", {});
  const odd = await PDFDocument.create();
  const font = await odd.embedFont(StandardFonts.Courier);
  for (let number = 0; number < 400; number += 1) {
    const page = odd.addPage(number % 2 === 0 ? [842, 595] : [2384, 3370]);
    page.drawText(`Page ${number + 1}`, { x: 40, y: 300, font });
    page.setRotation(degrees((number % 4) * 90));
  }
  odd.addJavaScript("greet", "app.alert('Hello');");
  writeFileSync(join(folder, "long.pdf"), await odd.save());
  add(shop, "long.pdf", "pdf-lib, 400 pages up to A0, with a script", {});
  writeFileSync(join(folder, "nothing.pdf"), "");
  writeFileSync(join(folder, "half-a-header.pdf"), "%PDF-1.7\n%âãÏÓ\n1 0 obj\n");
  writeFileSync(
    join(folder, "larger-than-allowed.pdf"),
    Buffer.concat([Buffer.from(await writtenPdf()), Buffer.alloc(300 * 1024 * 1024)]),
  );
  shop.made.push(
    { path: join(folder, "nothing.pdf"), from: "an empty file" },
    { path: join(folder, "half-a-header.pdf"), from: "a header and nothing else" },
    { path: join(folder, "larger-than-allowed.pdf"), from: "300 MB" },
  );
}

export async function fromPrograms(folder: string): Promise<Paper[]> {
  const shop: Workshop = { folder, made: [] };
  byLibreOffice(shop);
  byCairo(shop);
  byTex(shop);
  byGhostscriptAndGroff(shop);
  await byScanPrograms(shop);
  await byHand(shop);
  return shop.made;
}
