/** Puts pages of pictures and PDFs together into one PDF, in the order and turned the way it is asked to. */
import { degrees, PDFDocument, type PDFPage } from "@cantoo/pdf-lib";
import type { PageTurn } from "../../../shared/api/scanning.ts";
import { readAgreementCodes } from "../codes/reading.ts";
import { fileKindOf } from "../fileKind.ts";
import { examinePdf } from "../pdf.ts";
import { compressed, densityOf, reduced, TARGET_DOTS_PER_INCH } from "./compressing.ts";
import { canBeLighter, isFullyDrawn, makeLighter, mayBeScanned } from "./lighterPage.ts";
import { likenessOf } from "./likeness.ts";
import { LOOKED_AT_DOTS_PER_INCH, measured } from "./measuring.ts";
import { type OpenedPdf, openPdfPages } from "./openedPdf.ts";
import { isBlank } from "./pageChecks.ts";
import type { BoundPages, PageFacts, PagePart, PagesQuestion } from "./pageMessages.ts";
import { findPaper, laidFlat } from "./paperEdge.ts";
import type { PagePicture } from "./pdfPictures.ts";
import { decodePictures, type Picture, TooManyDots } from "./picture.ts";
import { thumbnailOf, turnedThumbnail } from "./thumbnail.ts";

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

/** How the pages are wanted, besides their order. */
type Wanted = Pick<PagesQuestion, "inColour" | "straighten">;

const NOTHING_MEASURED: Omit<PageFacts, "widthMm" | "heightMm"> = {
  dotsPerInch: null,
  inkShare: null,
  paperBrightness: null,
  lie: "unknown",
  likeness: null,
  thumbnail: null,
  codes: [],
};

/** A page that is written or drawn has no dots: all that is told of it is whether it is empty, and how its writing lies. */
async function drawnFacts(page: PDFPage, opened: OpenedPdf, number: number): Promise<PageFacts> {
  const facts = asShown(page, { ...sizeOf(page), ...NOTHING_MEASURED });
  if (isFullyDrawn(page)) return facts;
  if (await opened.isEmpty(number)) return { ...facts, inkShare: 0 };
  return { ...facts, lie: await opened.lie(number) };
}

/** Everything but the codes is seen in a small picture as well as in a large one, and much sooner. */
async function factsOf(picture: Picture, density: number): Promise<PageFacts> {
  const factor = Math.max(density / LOOKED_AT_DOTS_PER_INCH, 1);
  const small = reduced({ ...picture, rgb: null }, factor);
  const found = measured(small);
  const { codes, lie } = await readAgreementCodes(picture);
  return {
    ...found,
    // Writing only lets guess how a page lies; a code of ours knows.
    lie: lie ?? found.lie,
    widthMm: (picture.width / density) * MM_PER_INCH,
    heightMm: (picture.height / density) * MM_PER_INCH,
    dotsPerInch: density,
    likeness: likenessOf(small, density / factor, found.paperBrightness ?? 255),
    thumbnail: thumbnailOf(small),
    codes,
  };
}

/** A little above the target stays as it is: making it smaller would only blur it. */
function lightJpeg(picture: Picture, density: number, paperBrightness: number | null): Uint8Array {
  const isFine = density > TARGET_DOTS_PER_INCH * 1.2;
  const small = isFine ? reduced(picture, density / TARGET_DOTS_PER_INCH) : picture;
  return compressed(small, (small.width / picture.width) * density, paperBrightness ?? 255);
}

async function picturePage(picture: Picture, asked: number | null): Promise<LoosePage> {
  const density = densityOf(picture, asked);
  const facts = await factsOf(picture, density);
  const points = POINTS_PER_INCH / density;
  const size = { width: picture.width * points, height: picture.height * points };
  return {
    facts,
    async layInto(target) {
      const page = target.addPage([size.width, size.height]);
      const jpeg = lightJpeg(picture, density, facts.paperBrightness);
      page.drawImage(await target.embedJpg(jpeg), { x: 0, y: 0, ...size });
      return page;
    },
  };
}

/** What is turned stays turned: a page's own rotation counts as how it lies. */
function asShown(page: PDFPage, facts: PageFacts): PageFacts {
  return turned(facts, rotationOf(page));
}

function rotationOf(page: PDFPage): PageTurn {
  const own = ((page.getRotation().angle % 360) + 360) % 360;
  return own === 90 || own === 180 || own === 270 ? own : 0;
}

function sizeOf(page: PDFPage): { widthMm: number; heightMm: number } {
  const { width, height } = page.getSize();
  const mm = MM_PER_INCH / POINTS_PER_INCH;
  return { widthMm: width * mm, heightMm: height * mm };
}

/** A page above this is worth making anew; the picture of an agreement needs no more. */
const HEAVY_DOTS_PER_INCH = TARGET_DOTS_PER_INCH * 1.2;
const HEAVY_PAGE_BYTES = 400 * 1024;

function isHeavy({ isBlackAndWhite, dotsPerInch }: PagePicture, bytesAPage: number): boolean {
  // One bit a dot weighs next to nothing: as a grey picture it would weigh more.
  if (isBlackAndWhite) return false;
  return bytesAPage > HEAVY_PAGE_BYTES || dotsPerInch > HEAVY_DOTS_PER_INCH;
}

/** `jpeg` is put in the place of the page's own picture; null where the page stays as it is. */
function copied(
  document: PDFDocument,
  index: number,
  facts: PageFacts,
  jpeg: (() => Uint8Array) | null = null,
): LoosePage {
  return {
    facts,
    async layInto(target) {
      const [copy] = await target.copyPages(document, [index]);
      if (copy === undefined) throw new PartFailure("pdfBroken");
      if (jpeg !== null) await makeLighter(copy, target, jpeg());
      return target.addPage(copy);
    },
  };
}

/** A scanned page is measured like a scanner's picture, and made lighter where it weighs more than it needs to. */
async function scannedPage(
  document: PDFDocument,
  index: number,
  found: PagePicture,
  bytesAPage: number,
  opened: OpenedPdf,
): Promise<LoosePage> {
  const { picture, dotsPerInch } = found;
  const page = document.getPage(index);
  const inPicture = await factsOf(picture, dotsPerInch);
  // Whoever writes on an empty picture leaves no empty page.
  const isWrittenOn = isBlank(inPicture) && !(await opened.isEmpty(index + 1));
  const inkShare = isWrittenOn ? null : inPicture.inkShare;
  const facts = asShown(page, { ...inPicture, ...sizeOf(page), inkShare });
  if (!isHeavy(found, bytesAPage) || !canBeLighter(page)) return copied(document, index, facts);
  return copied(document, index, facts, () => lightJpeg(picture, dotsPerInch, facts.paperBrightness));
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

async function closed(opened: Promise<OpenedPdf> | null): Promise<void> {
  await opened?.then(
    (pages) => pages.close(),
    () => undefined,
  );
}

/** What is known of a page is not measured again; only a scanned one may become lighter. */
async function pdfPages(part: PagePart, { inColour }: Wanted): Promise<LoosePage[]> {
  const document = await openPdf(part);
  const { bytes, facts, isBound = false } = part;
  let opened: Promise<OpenedPdf> | null = null;
  const open = () => {
    opened ??= openPdfPages(bytes);
    return opened;
  };
  try {
    const pages = document.getPages();
    const loose: LoosePage[] = [];
    for (const [index, page] of pages.entries()) {
      const known = facts?.[index];
      const isDrawn = known === undefined ? !mayBeScanned(page) : isBound || known.dotsPerInch === null;
      const found = isDrawn ? null : await (await open()).picture(index + 1, inColour);
      loose.push(
        found === null
          ? copied(document, index, known ?? (await drawnFacts(page, await open(), index + 1)))
          : await scannedPage(document, index, found, bytes.byteLength / pages.length, await open()),
      );
    }
    return loose;
  } catch {
    throw new PartFailure("pdfBroken");
  } finally {
    await closed(opened);
  }
}

async function loosePages(part: PagePart, wanted: Wanted): Promise<LoosePage[]> {
  const kind = fileKindOf(part.bytes);
  if (kind === null) throw new PartFailure("unsupportedFile");
  if (kind.mime === "application/pdf") return pdfPages(part, wanted);
  try {
    const loose: LoosePage[] = [];
    for (const picture of decodePictures(part.bytes, wanted.inColour)) {
      const paper = wanted.straighten ? findPaper(picture) : null;
      loose.push(await picturePage(paper === null ? picture : laidFlat(picture, paper), part.dotsPerInch));
    }
    return loose;
  } catch (error) {
    throw new PartFailure(error instanceof TooManyDots ? "fileTooLarge" : "fileUnreadable");
  }
}

/** Whoever turns a page that lay on its side has looked at it: from then on it counts as right. */
function turned(facts: PageFacts, turn: PageTurn): PageFacts {
  if (turn === 0) return facts;
  const { lie, widthMm, heightMm } = facts;
  const thumbnail = turnedThumbnail(facts.thumbnail, turn);
  if (turn === 180) {
    const lies = {
      upright: "upsideDown",
      upsideDown: "upright",
      sideways: "sideways",
      unknown: "unknown",
    } as const;
    return { ...facts, thumbnail, lie: lies[lie] };
  }
  const lies = {
    upright: "sideways",
    upsideDown: "sideways",
    sideways: "unknown",
    unknown: "unknown",
  } as const;
  return { ...facts, thumbnail, widthMm: heightMm, heightMm: widthMm, lie: lies[lie] };
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

type Asked = Omit<PagesQuestion, "number">;

/** Never throws for what a part holds. */
export async function bindPages({ parts, order, work, ...wanted }: Asked): Promise<BoundPages> {
  const opened: LoosePage[][] = [];
  for (const [part, content] of parts.entries()) {
    try {
      const pages = await loosePages(content, wanted);
      if (pages.length === 0) return { kind: "failed", part, why: "unsupportedFile" };
      opened.push(pages);
    } catch (error) {
      if (!(error instanceof PartFailure)) throw error;
      return { kind: "failed", part, why: error.why };
    }
  }
  if (work === "look") return { kind: "looked", pages: opened.flat().map(({ facts }) => facts) };
  if (order === null) return layOut(opened.flat().map((page) => ({ page, turn: 0 })));
  const ordered: { page: LoosePage; turn: PageTurn }[] = [];
  for (const { part, page, turn } of order) {
    const found = opened[part]?.[page - 1];
    if (found === undefined) return { kind: "noSuchPage", part, page };
    ordered.push({ page: found, turn });
  }
  return layOut(ordered);
}
