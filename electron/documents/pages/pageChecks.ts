/** Says what a clerk should know about scanned pages before they leave, and what to do about it. */
import type { DocumentView } from "../../../shared/api/paper.ts";
import { type PageProblem, pageProblems } from "../../../shared/api/scanning.ts";
import { readLikeness, sureness } from "./alike.ts";
import type { PageFacts } from "./pageMessages.ts";

type Check = DocumentView["checks"][number];

/** Paper that is darker than this swallows pencil and stamps. */
const DARK_PAPER = 120;
/** A signature alone is about one dot in five hundred. */
const BLANK_INK_SHARE = 0.0005;
/** Below it small print runs together. */
const COARSE_DOTS_PER_INCH = 150;

/** Twice what a page should weigh: at that size the upload from a slow line takes minutes. */
const LARGE_PAGE_BYTES = 600 * 1024;
const LARGE_DOCUMENT_BYTES = 10 * 1024 * 1024;

type Paper = Pick<PageFacts, "inkShare" | "paperBrightness">;

function isDark({ paperBrightness }: Paper): boolean {
  return paperBrightness !== null && paperBrightness < DARK_PAPER;
}

export function isBlank(paper: Paper): boolean {
  return paper.inkShare !== null && paper.inkShare < BLANK_INK_SHARE && !isDark(paper);
}

export function problemsOf(page: PageFacts): PageProblem[] {
  const { dotsPerInch, lie } = page;
  return [
    ...(isBlank(page) ? ["blankPage" as const] : []),
    ...(lie === "sideways" || lie === "upsideDown" ? [lie] : []),
    ...(isDark(page) ? ["tooDark" as const] : []),
    ...(dotsPerInch !== null && dotsPerInch < COARSE_DOTS_PER_INCH ? ["tooCoarse" as const] : []),
  ];
}

const sentences: Readonly<Record<PageProblem, (pages: string) => string>> = {
  blankPage: (pages) =>
    `${pages}: nothing is on it. Remove the page, or turn the paper over and scan it again.`,
  sideways: (pages) => `${pages}: the writing seems to lie on its side. Turn the page.`,
  upsideDown: (pages) => `${pages}: the writing seems to stand on its head. Turn the page.`,
  tooDark: (pages) => `${pages}: too dark to read. Close the lid, make the scan brighter and scan again.`,
  tooCoarse: (pages) => `${pages}: too coarse to read well. Scan again with at least 200 dots per inch.`,
};

function named(pages: number[]): string {
  return pages.length === 1 ? `Page ${pages[0]}` : `Pages ${pages.join(", ")}`;
}

function sizeChecks(bytes: number, pages: number): Check[] {
  if (bytes <= LARGE_DOCUMENT_BYTES && bytes / pages <= LARGE_PAGE_BYTES) return [];
  const megabytes = (bytes / 1024 / 1024).toFixed(1);
  const message = `The file has ${megabytes} MB and takes long to send. Scan it in grey with 200 dots per inch.`;
  return [{ code: "tooLarge", level: "warning", message, facts: { megabytes } }];
}

/** A feeder that takes one sheet twice, or a hand that lays it down twice. */
function repeatedChecks(facts: PageFacts[]): Check[] {
  const likenesses = facts.map(({ likeness }) => (likeness === null ? null : readLikeness(likeness)));
  const repeated = likenesses.flatMap((page, index) => {
    const isAgain = likenesses
      .slice(0, index)
      .some((other) => page !== null && other !== null && sureness(page, other) === "certain");
    return isAgain ? [index + 1] : [];
  });
  if (repeated.length === 0) return [];
  const message = `${named(repeated)}: the same paper as another page here. Remove it, or scan the page that is missing.`;
  const said = { pages: repeated.join(", "), count: repeated.length };
  return [{ code: "repeatedPage", level: "warning", message, facts: said }];
}

/** One check for each kind of problem, naming its pages. */
export function pageChecks(facts: PageFacts[], bytes: number): Check[] {
  const found = facts.map(problemsOf);
  const checks = pageProblems.flatMap((code): Check[] => {
    const pages = found.flatMap((problems, index) => (problems.includes(code) ? [index + 1] : []));
    if (pages.length === 0) return [];
    const facts = { pages: pages.join(", "), count: pages.length };
    return [{ code, level: "warning", message: sentences[code](named(pages)), facts }];
  });
  return [...checks, ...repeatedChecks(facts), ...sizeChecks(bytes, Math.max(facts.length, 1))];
}
