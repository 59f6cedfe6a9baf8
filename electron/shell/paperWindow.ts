/** A hidden window for one sheet of paper: HTML without scripts, without a bridge, without any network. */
import { randomUUID } from "node:crypto";
import { BrowserWindow, type Session, session, type WebContents } from "electron";
import type { Log } from "../logging/log.ts";
import { PAGE_SCHEME } from "./pageFiles.ts";
import { restrictSession } from "./policy.ts";

const PAPER_HOST = "paper";

/** Receipts carry their styles, pictures and fonts inside; whatever else they name is not loaded. */
const paperPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'";

const PATIENCE_MS = 60_000;

export type PaperWindows = {
  /** Loads the sheet, lets `work` use it and closes the window, whatever happened. */
  withPaper<Result>(html: string, work: (contents: WebContents) => Promise<Result>): Promise<Result>;
  /** The same beside the other jobs and without hurry: a person has the system's dialog before them. */
  beforePerson<Result>(html: string, work: (contents: WebContents) => Promise<Result>): Promise<Result>;
};

function serveSheets(paper: Session, sheets: ReadonlyMap<string, string>): void {
  paper.protocol.handle(PAGE_SCHEME, (request) => {
    const url = new URL(request.url);
    const html = url.host === PAPER_HOST ? sheets.get(url.pathname.slice(1)) : undefined;
    const headers = { "content-type": "text/html; charset=utf-8", "content-security-policy": paperPolicy };
    return html === undefined ? new Response(null, { status: 404 }) : new Response(html, { headers });
  });
}

/** A printer driver that never answers must not hold the counter: the window goes and the job counts as failed. */
export async function inTime<Result>(work: Promise<Result>, patienceMs = PATIENCE_MS): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("The paper was not ready in time.")), patienceMs);
  });
  try {
    return await Promise.race([work, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}

/** Only after `ready`. Jobs go one by one. */
export async function createPaperWindows(log: Log): Promise<PaperWindows> {
  const paper = session.fromPartition("paper", { cache: false });
  const sheets = new Map<string, string>();
  await restrictSession(
    paper,
    ({ protocol, host }) => protocol === "data:" || (protocol === `${PAGE_SCHEME}:` && host === PAPER_HOST),
    log,
  );
  serveSheets(paper, sheets);
  let last: Promise<unknown> = Promise.resolve();

  async function open<Result>(
    html: string,
    work: (contents: WebContents) => Promise<Result>,
    hurry: typeof inTime<Result>,
  ): Promise<Result> {
    const id = randomUUID();
    const window = new BrowserWindow({
      show: false,
      webPreferences: {
        session: paper,
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        javascript: false,
        images: true,
        webSecurity: true,
        devTools: false,
        spellcheck: false,
        disableDialogs: true,
      },
    });
    sheets.set(id, html);
    try {
      await inTime(window.loadURL(`${PAGE_SCHEME}://${PAPER_HOST}/${id}`));
      return await hurry(work(window.webContents));
    } finally {
      sheets.delete(id);
      window.destroy();
    }
  }

  return {
    withPaper(html, work) {
      const job = last.then(() => open(html, work, inTime));
      last = job.catch(() => undefined);
      return job;
    },
    beforePerson: (html, work) => open(html, work, (working) => working),
  };
}
