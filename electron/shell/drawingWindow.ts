/**
 * A hidden window that draws PDFs with pdf.js, for the printer and for looking at what would be printed. The document
 * is opened in that window's own sandboxed process, which has no bridge, no keys and no network.
 */
import { randomUUID } from "node:crypto";
import { fileURLToPath } from "node:url";
import { BrowserWindow, type Session, session, type WebContents } from "electron";
import { z } from "zod";
import type { Log } from "../logging/log.ts";
import type { DrawnPage } from "../ports.ts";
import { answerPage, mayLoadInPage, PAGE_ORIGIN, PAGE_SCHEME } from "./pageFiles.ts";
import { inTime } from "./paperWindow.ts";
import { restrictSession } from "./policy.ts";

const DRAWING_PAGE = `${PAGE_ORIGIN}/drawing.html`;
const PAGES_FOLDER = fileURLToPath(new URL("./renderer/", import.meta.url));

const drawnPages = z.array(
  z.object({
    width: z.number().int().positive(),
    height: z.number().int().positive(),
    grey: z.instanceof(Uint8Array),
  }),
);

export interface DrawingWindows {
  drawn(pdf: Uint8Array, dotsPerInch: number): Promise<DrawnPage[]>;
  /** Lays every page as a picture on a sheet of the given size, lets `work` print them, and closes the window. */
  withPages<Result>(
    pdf: Uint8Array,
    sheet: { widthUm: number; heightUm: number },
    work: (contents: WebContents) => Promise<Result>,
  ): Promise<Result>;
}

/** What an office laser resolves; finer would only take longer. */
export const PRINT_DOTS_PER_INCH = 300;

function serve(drawing: Session, documents: ReadonlyMap<string, Uint8Array>): void {
  drawing.protocol.handle(PAGE_SCHEME, async (request) => {
    const document = documents.get(new URL(request.url).pathname.replace(/^\/drawn\//, ""));
    if (document !== undefined && request.method === "GET")
      return new Response(Uint8Array.from(document), { headers: { "content-type": "application/pdf" } });
    const { status, headers, body } = await answerPage(PAGES_FOLDER, request);
    return new Response(typeof body === "string" ? body : new Uint8Array(body), { status, headers });
  });
}

/** Only after `ready`. */
export async function createDrawingWindows(log: Log): Promise<DrawingWindows> {
  const drawing = session.fromPartition("drawing", { cache: false });
  const documents = new Map<string, Uint8Array>();
  await restrictSession(drawing, mayLoadInPage, log);
  serve(drawing, documents);

  async function withDocument<Result>(
    pdf: Uint8Array,
    work: (contents: WebContents, name: string) => Promise<Result>,
  ): Promise<Result> {
    const name = randomUUID();
    const window = new BrowserWindow({
      show: false,
      webPreferences: {
        session: drawing,
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webSecurity: true,
        devTools: false,
        spellcheck: false,
        disableDialogs: true,
        backgroundThrottling: false,
      },
    });
    documents.set(name, pdf);
    try {
      await window.loadURL(DRAWING_PAGE);
      return await Promise.race([work(window.webContents, name), goneOf(window.webContents)]);
    } finally {
      documents.delete(name);
      window.destroy();
    }
  }

  return {
    drawn: (pdf, dotsPerInch) =>
      withDocument(pdf, async (contents, name) => {
        const script = `drawing.drawn(${JSON.stringify(name)}, ${dotsPerInch})`;
        // A page that is never done is printed without having been looked at.
        const found: unknown = await inTime(contents.executeJavaScript(script));
        return drawnPages.parse(found);
      }),
    withPages: (pdf, { widthUm, heightUm }, work) =>
      withDocument(pdf, async (contents, name) => {
        const size = `${widthUm / 1000}, ${heightUm / 1000}`;
        await contents.executeJavaScript(
          `drawing.lay(${JSON.stringify(name)}, ${PRINT_DOTS_PER_INCH}, ${size})`,
        );
        return work(contents);
      }),
  };
}

/** A document that brings the window's process down must not leave anybody waiting. */
function goneOf(contents: WebContents): Promise<never> {
  return new Promise((_, reject) => {
    contents.once("render-process-gone", (_event, { reason }) =>
      reject(new Error(`The process that draws the pages ended: ${reason}.`)),
    );
  });
}
