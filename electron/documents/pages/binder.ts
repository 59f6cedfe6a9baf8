/** Has pages put together in a process apart; what comes back is one PDF and what was measured of its pages. */
import { Refusal } from "../../../shared/errors.ts";
import { AskedProcess, type AskedProcessOptions } from "../askedProcess.ts";
import { fileTooLarge, pdfBroken, pdfEncrypted, unsupportedFile } from "../fileRefusals.ts";
import {
  type BoundPages,
  type PageFacts,
  type PagePart,
  type PagePlace,
  type PagesQuestion,
  pagesAnswer,
} from "./pageMessages.ts";

export interface Bound {
  bytes: Uint8Array;
  pages: PageFacts[];
}

export type PagesWanted = Pick<PagesQuestion, "inColour" | "straighten">;

export interface PageBinder {
  /**
   * `order` null takes every page in turn. Throws a `PartRefusal` with code `unsupportedFile`, `pdfEncrypted`, `pdfBroken`, `fileUnreadable` or
   * `fileTooLarge`, each with field `bytes`, and `invalidInput` for a page that is not there.
   */
  bind(parts: PagePart[], order: PagePlace[] | null, wanted?: Partial<PagesWanted>): Promise<Bound>;
  /** Measures the pages of one file without making another of it. Throws what `bind` throws. */
  look(part: PagePart): Promise<PageFacts[]>;
  /** Ends the process; what is under way fails as `fileUnreadable`. */
  close(): Promise<void>;
}

/** Decoding and compressing takes about a second a page. */
const PATIENCE_MS = 180_000;

function pictureUnreadable(): Refusal {
  return new Refusal(
    "fileUnreadable",
    "A page is damaged or incomplete and cannot be read. Scan or save it again.",
    { field: "bytes", reason: "damaged" },
  );
}

/** Says which of the parts cannot be used, counted from 0. */
export class PartRefusal extends Refusal {
  readonly part: number;

  constructor(part: number, { code, message, field, reason }: Refusal) {
    super(code, message, {
      ...(field === undefined ? {} : { field }),
      ...(reason === undefined ? {} : { reason }),
    });
    this.part = part;
  }
}

function refusalOf(why: Extract<BoundPages, { kind: "failed" }>["why"]): Refusal {
  switch (why) {
    case "unsupportedFile":
      return unsupportedFile("bytes");
    case "pdfEncrypted":
      return pdfEncrypted("bytes");
    case "pdfBroken":
      return pdfBroken("bytes");
    case "fileTooLarge":
      return fileTooLarge("bytes");
    case "fileUnreadable":
      return pictureUnreadable();
  }
}

function whyNot(bound: BoundPages): Error {
  switch (bound.kind) {
    case "failed":
      return new PartRefusal(bound.part, refusalOf(bound.why));
    case "noSuchPage":
      return new Refusal("invalidInput", `The document has no page ${bound.page}.`, { field: "pages" });
    default:
      return new Error(`The process that puts pages together answered "${bound.kind}" to another question.`);
  }
}

export type PageBinderOptions = Pick<AskedProcessOptions<BoundPages>, "fork" | "clock" | "log">;

export function createPageBinder(options: PageBinderOptions): PageBinder {
  const asked = new AskedProcess<Omit<PagesQuestion, "number">, BoundPages>({
    ...options,
    script: new URL("./pages.worker.ts", import.meta.url),
    name: "documents.pages",
    read: (message) => {
      const answer = pagesAnswer.safeParse(message);
      return answer.success ? { number: answer.data.number, answer: answer.data.bound } : null;
    },
    ended: { kind: "failed", part: 0, why: "fileUnreadable" },
    patienceMs: PATIENCE_MS,
  });
  return {
    async bind(parts, order, { inColour = false, straighten = false } = {}) {
      const bound = await asked.ask({ parts, order, work: "bind", inColour, straighten });
      if (bound.kind === "bound") return bound;
      throw whyNot(bound);
    },
    async look(part) {
      const looked = await asked.ask({
        ...{ parts: [part], order: null, work: "look" },
        ...{ inColour: false, straighten: false },
      });
      if (looked.kind === "looked") return looked.pages;
      throw whyNot(looked);
    },
    close: () => asked.close(),
  };
}
