/** Puts pages of pictures and PDFs together into one PDF, in the order and turned the way it is asked to. */
import { degrees, PDFDict, PDFDocument, PDFName, type PDFPage, PDFRawStream } from "@cantoo/pdf-lib";
import type { PageTurn } from "../../../shared/api/scanning.ts";
import { fileKindOf } from "../fileKind.ts";
import { examinePdf } from "../pdf.ts";
import { compressed, densityOf, reduced, TARGET_DOTS_PER_INCH } from "./compressing.ts";
import { measured } from "./measuring.ts";
import type { BoundPages, PageFacts, PagePart, PagePlace } from "./pageMessages.ts";
import { decodePictures, type Picture, TooManyDots } from "./picture.ts";

const POINTS_PER_INCH = 72;
const MM_PER_INCH = 25.4;

/** One page that can be laid into the new document. */
interface LoosePage {
  facts: PageFacts;
  layInto(target: PDFDocument): Promise<PDFPage>;
}

type Failure = Extract<BoundPages, { kind: "failed" }>["why"];

class PartFailure extends Error {
  readonly why: Failure;

  constructor(why: Failure) {
    super(why);
    this.why = why;
  }
}

const NOT_MEASURED = { dotsPerInch: null, inkShare: null, paperBrightness: null, lie: "unknown" } as const;

function picturePage(picture: Picture, asked: number | null): LoosePage {
  const density = densityOf(picture, asked);
  const found = measured(picture, density);
  const inches = { width: picture.width / density, height: picture.height / density };
  const facts: PageFacts = {
    ...found,
    widthMm: inches.width * MM_PER_INCH,
    heightMm: inches.height * MM_PER_INCH,
    dotsPerInch: density,
  };
  // A little above the target stays as it is: making it smaller would only blur it.
  const small =
    density > TARGET_DOTS_PER_INCH * 1.2 ? reduced(picture, density / TARGET_DOTS_PER_INCH) : picture;
  const smallDensity = small.width / inches.width;
  const bytes = compressed(small, smallDensity, found.paperBrightness ?? 255);
  return {
    facts,
    async layInto(target) {
      const size = { width: inches.width * POINTS_PER_INCH, height: inches.height * POINTS_PER_INCH };
      const page = target.addPage([size.width, size.height]);
      page.drawImage(await target.embedJpg(bytes), { x: 0, y: 0, ...size });
      return page;
    },
  };
}

/** The JPEG of a page that is one picture and nothing else, as scanners make their PDFs; null for all others. */
function scannedJpeg(page: PDFPage): Uint8Array | null {
  const resources = page.node.Resources();
  const fonts = resources?.lookupMaybe(PDFName.of("Font"), PDFDict)?.keys() ?? [];
  if (resources === undefined || fonts.length > 0) return null;
  const objects = resources.lookupMaybe(PDFName.of("XObject"), PDFDict);
  const names = objects?.keys() ?? [];
  const [name] = names;
  if (objects === undefined || name === undefined || names.length > 1) return null;
  const stream = objects.lookup(name);
  if (!(stream instanceof PDFRawStream)) return null;
  return stream.dict.lookup(PDFName.of("Filter")) === PDFName.of("DCTDecode") ? stream.getContents() : null;
}

/** What is turned stays turned: a page's own rotation counts as how it lies. */
function asShown(page: PDFPage, { lie, ...facts }: PageFacts): PageFacts {
  const own = ((page.getRotation().angle % 360) + 360) % 360;
  return turned({ ...facts, lie }, own === 90 || own === 180 || own === 270 ? own : 0);
}

function pdfPageFacts(page: PDFPage): PageFacts {
  const { width, height } = page.getSize();
  const inches = { width: width / POINTS_PER_INCH, height: height / POINTS_PER_INCH };
  const size = { widthMm: inches.width * MM_PER_INCH, heightMm: inches.height * MM_PER_INCH };
  const bytes = scannedJpeg(page);
  if (bytes === null) return asShown(page, { ...size, ...NOT_MEASURED });
  try {
    const [picture] = decodePictures(bytes);
    if (picture === undefined || inches.width <= 0) return asShown(page, { ...size, ...NOT_MEASURED });
    const density = picture.width / inches.width;
    return asShown(page, { ...size, ...measured(picture, density), dotsPerInch: Math.round(density) });
  } catch {
    // A picture that we cannot decode may still be shown and printed by others: it is only not measured.
    return asShown(page, { ...size, ...NOT_MEASURED });
  }
}

/** A library that repairs what it can would bind half a document as if it were whole: pdf.js has to find it sound. */
async function openPdf({ bytes, facts }: PagePart): Promise<PDFDocument> {
  if (facts === null) {
    // It takes the bytes over: they are needed again.
    const { kind } = await examinePdf(Uint8Array.from(bytes), null);
    if (kind !== "pdf") throw new PartFailure(kind === "encrypted" ? "pdfEncrypted" : "pdfBroken");
  }
  const document = await PDFDocument.load(bytes, { updateMetadata: false, ignoreEncryption: true }).catch(
    () => null,
  );
  if (document === null) throw new PartFailure("pdfBroken");
  if (document.isEncrypted) throw new PartFailure("pdfEncrypted");
  return document;
}

async function pdfPages(part: PagePart): Promise<LoosePage[]> {
  const document = await openPdf(part);
  try {
    return document.getPages().map((page, index) => ({
      facts: part.facts?.[index] ?? pdfPageFacts(page),
      async layInto(target) {
        const [copy] = await target.copyPages(document, [index]);
        if (copy === undefined) throw new PartFailure("pdfBroken");
        return target.addPage(copy);
      },
    }));
  } catch {
    throw new PartFailure("pdfBroken");
  }
}

async function loosePages(part: PagePart): Promise<LoosePage[]> {
  const kind = fileKindOf(part.bytes);
  if (kind === null) throw new PartFailure("unsupportedFile");
  if (kind.mime === "application/pdf") return pdfPages(part);
  try {
    return decodePictures(part.bytes).map((picture) => picturePage(picture, part.dotsPerInch));
  } catch (error) {
    throw new PartFailure(error instanceof TooManyDots ? "fileTooLarge" : "fileUnreadable");
  }
}

/** Whoever turns a page that lay on its side has looked at it: from then on it counts as right. */
function turned(facts: PageFacts, turn: PageTurn): PageFacts {
  if (turn === 0) return facts;
  const { lie, widthMm, heightMm } = facts;
  if (turn === 180) {
    const lies = {
      upright: "upsideDown",
      upsideDown: "upright",
      sideways: "sideways",
      unknown: "unknown",
    } as const;
    return { ...facts, lie: lies[lie] };
  }
  const lies = {
    upright: "sideways",
    upsideDown: "sideways",
    sideways: "unknown",
    unknown: "unknown",
  } as const;
  return { ...facts, widthMm: heightMm, heightMm: widthMm, lie: lies[lie] };
}

async function layOut(pages: { page: LoosePage; turn: PageTurn }[]): Promise<BoundPages> {
  const target = await PDFDocument.create({ updateMetadata: false });
  target.setProducer("Counterfoil");
  const facts: PageFacts[] = [];
  for (const { page, turn } of pages) {
    const laid = await page.layInto(target);
    laid.setRotation(degrees((laid.getRotation().angle + turn) % 360));
    facts.push(turned(page.facts, turn));
  }
  return { kind: "bound", bytes: await target.save({ addDefaultPage: false }), pages: facts };
}

/** Never throws for what a part holds. */
export async function bindPages(parts: PagePart[], order: PagePlace[] | null): Promise<BoundPages> {
  const opened: LoosePage[][] = [];
  for (const [part, content] of parts.entries()) {
    try {
      const pages = await loosePages(content);
      if (pages.length === 0) return { kind: "failed", part, why: "unsupportedFile" };
      opened.push(pages);
    } catch (error) {
      if (!(error instanceof PartFailure)) throw error;
      return { kind: "failed", part, why: error.why };
    }
  }
  if (order === null) return layOut(opened.flat().map((page) => ({ page, turn: 0 })));
  const wanted: { page: LoosePage; turn: PageTurn }[] = [];
  for (const { part, page, turn } of order) {
    const found = opened[part]?.[page - 1];
    if (found === undefined) return { kind: "noSuchPage", part, page };
    wanted.push({ page: found, turn });
  }
  return layOut(wanted);
}
