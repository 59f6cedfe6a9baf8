/** The scans desk: pages come in from a scanner, are put in order, and are compared with the loan they are meant for. */
import type { DocumentView } from "../../shared/api/paper.ts";
import type { ParsedInput } from "../../shared/api.ts";
import { Refusal } from "../../shared/errors.ts";
import { type ScannedPage, scannerFailed } from "../devices/contract.ts";
import type { Scanners } from "../devices/scanners.ts";
import { type Bound, type PageBinder, PartRefusal } from "../documents/pages/binder.ts";
import { pageChecks, problemsOf } from "../documents/pages/pageChecks.ts";
import type { PagePart } from "../documents/pages/pageMessages.ts";
import { loansKeeping, readDocument } from "../journal/paper/queries.ts";
import type { DeskCalls, DeskContext, SignedIn } from "./context.ts";
import { compareWithLoan } from "./scanning/comparison.ts";
import type { RunningScans } from "./scanning/runningScans.ts";

type ScanCalls = DeskCalls<
  "documents.scan" | "documents.addPicture" | "documents.pages" | "documents.arrange" | "documents.compare"
>;

export interface ScanParts {
  scanners: Scanners;
  binder: PageBinder;
  running: RunningScans;
}

type Check = DocumentView["checks"][number];

/** What came in before the scanner gave up. */
interface Gathered {
  pages: ScannedPage[];
  stopped: Refusal | null;
}

function stoppedCheck({ pages, stopped }: Gathered): Check[] {
  if (stopped === null) return [];
  const kept = pages.length === 1 ? "The first page is kept" : `The first ${pages.length} pages are kept`;
  const message = `${stopped.message} ${kept}: scan the others and add them.`;
  const facts = { reason: stopped.reason ?? "broke", count: pages.length };
  return [{ code: "scanStopped", level: "error", message, facts }];
}

function leftOutCheck(leftOut: number): Check[] {
  if (leftOut === 0) return [];
  const what =
    leftOut === 1
      ? "One file was damaged or of another kind"
      : `${leftOut} files were damaged or of another kind`;
  return [
    {
      code: "leftOut",
      level: "error",
      message: `${what} and is not among the pages: look at the folder, then scan again.`,
      facts: { count: leftOut },
    },
  ];
}

export function createScansDesk(context: DeskContext, { scanners, binder, running }: ScanParts): ScanCalls {
  const { documents, journal, clock } = context;

  async function partOf(documentId: string): Promise<PagePart> {
    const { bytes } = await documents.read(documentId);
    // What was bound here is as small as it gets; a file that a person chose may still be made smaller.
    const isBound = readDocument(journal.sql, documentId)?.source === "scan";
    return { bytes, dotsPerInch: null, facts: documents.pageFacts(documentId), isBound };
  }

  /** After what is added to, whatever file it was. */
  function nameFor(before: DocumentView | null): string {
    const day = new Date(clock.now()).toISOString().slice(0, 10);
    return `${before?.name.replace(/\.[A-Za-z0-9]{1,5}$/, "") ?? `Scan ${day}`}.pdf`;
  }

  function keep(name: string, { bytes, pages }: Bound, more: Check[], by: SignedIn): Promise<DocumentView> {
    const checks = [...pageChecks(pages, bytes.byteLength), ...more];
    return documents.keep({ name, bytes, source: "scan", actor: by.name, pageFacts: pages, checks });
  }

  /** A scan that lives on in a newer one is let go, unless a loan keeps it. */
  async function letGo(documentId: string, by: SignedIn): Promise<void> {
    const stored = readDocument(journal.sql, documentId);
    if (stored?.source !== "scan" || stored.loanId !== null) return;
    if (loansKeeping(journal.sql, documentId).length > 0) return;
    await documents.purge(documentId, by.name);
  }

  /** Pages that are whole are not lost because a later one is not. */
  async function gather(input: ParsedInput<"documents.scan">): Promise<Gathered> {
    const { sourceId, options } = input;
    const source = await scanners.find(sourceId);
    const pages: ScannedPage[] = [];
    try {
      await running.run(sourceId, (signal) =>
        source.scan(
          options,
          (page) => {
            pages.push(page);
            context.emit("scan.progress", { sourceId, pages: pages.length });
          },
          signal,
        ),
      );
      return { pages, stopped: null };
    } catch (error) {
      if (!(error instanceof Refusal) || pages.length === 0) throw error;
      return { pages, stopped: error };
    }
  }

  /** A file that cannot be used does not hold up the others beside it: it stays where it is and is told of. */
  async function bindUsable(
    before: PagePart[],
    pages: ScannedPage[],
    inColour: boolean,
  ): Promise<{ bound: Bound; used: ScannedPage[] }> {
    let used = pages;
    for (;;) {
      try {
        const parts = used.map(({ bytes, dotsPerInch }) => ({
          bytes: Uint8Array.from(bytes),
          dotsPerInch,
          facts: null,
        }));
        return { bound: await binder.bind([...before, ...parts], null, { inColour }), used };
      } catch (error) {
        const at = error instanceof PartRefusal ? error.part - before.length : -1;
        if (at < 0 || used.length <= 1) throw error;
        used = used.filter((_, index) => index !== at);
      }
    }
  }

  async function scan(input: ParsedInput<"documents.scan">, by: SignedIn): Promise<DocumentView> {
    const { documentId, inColour = false } = input;
    // Before anything is scanned: pages for a document that is gone would have nowhere to go.
    const before = documentId === undefined ? null : documents.view(documentId);
    const gathered = await gather(input);
    if (gathered.pages.length === 0) throw scannerFailed("noPage");
    const earlier = documentId === undefined ? [] : [await partOf(documentId)];
    const { bound, used } = await bindUsable(earlier, gathered.pages, inColour);
    const more = [...stoppedCheck(gathered), ...leftOutCheck(gathered.pages.length - used.length)];
    const document = await keep(nameFor(before), bound, more, by);
    for (const page of used) await page.taken?.();
    if (documentId !== undefined) await letGo(documentId, by);
    return document;
  }

  /** The paper that a document stand's camera looks at. */
  async function addPicture(
    { bytes, straighten, inColour = false, documentId }: ParsedInput<"documents.addPicture">,
    by: SignedIn,
  ): Promise<DocumentView> {
    const before = documentId === undefined ? null : documents.view(documentId);
    const earlier = documentId === undefined ? [] : [await partOf(documentId)];
    const picture = { bytes: Uint8Array.from(bytes), dotsPerInch: null, facts: null };
    const bound = await binder.bind([...earlier, picture], null, { inColour, straighten });
    const document = await keep(nameFor(before), bound, [], by);
    if (documentId !== undefined) await letGo(documentId, by);
    return document;
  }

  async function arrange(
    { documentId, pages, inColour = false }: ParsedInput<"documents.arrange">,
    by: SignedIn,
  ): Promise<DocumentView> {
    const before = documents.view(documentId);
    const sources = [...new Set([documentId, ...pages.map((page) => page.documentId ?? documentId)])];
    const parts: PagePart[] = [];
    for (const source of sources) parts.push(await partOf(source));
    const order = pages.map((page) => ({
      part: sources.indexOf(page.documentId ?? documentId),
      page: page.number,
      turn: page.turn ?? 0,
    }));
    const arranged = await keep(nameFor(before), await binder.bind(parts, order, { inColour }), [], by);
    for (const [part, source] of sources.entries()) {
      const usedPages = new Set(order.filter((place) => place.part === part).map(({ page }) => page));
      // Of another document only what was taken over lives on.
      if (part === 0 || usedPages.size === documents.view(source).pages) await letGo(source, by);
    }
    return arranged;
  }

  return {
    "documents.scan": scan,
    "documents.addPicture": addPicture,
    "documents.pages": async ({ documentId }) => {
      const facts = documents.pageFacts(documentId) ?? (await binder.look(await partOf(documentId)));
      return {
        documentId,
        pages: facts.map((page, index) => ({
          number: index + 1,
          widthMm: page.widthMm,
          heightMm: page.heightMm,
          dotsPerInch: page.dotsPerInch,
          problems: problemsOf(page),
          thumbnail: page.thumbnail === null ? null : Uint8Array.from(Buffer.from(page.thumbnail, "base64")),
        })),
      };
    },
    "documents.arrange": arrange,
    "documents.compare": async ({ documentId, loanId }) => ({
      checks: await compareWithLoan(context, documentId, loanId),
    }),
  };
}
