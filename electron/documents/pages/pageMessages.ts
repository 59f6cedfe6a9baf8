/** What the core and the process that puts pages together say to each other. */
import { z } from "zod";
import { pageTurn } from "../../../shared/api/scanning.ts";

/** How the writing on a page seems to lie; `unknown` where there is too little of it to tell. */
export const lies = ["upright", "sideways", "upsideDown", "unknown"] as const;

/** What can be measured of one page; a page that is drawn and no picture has no dots to count. */
export const pageFacts = z.object({
  widthMm: z.number(),
  heightMm: z.number(),
  dotsPerInch: z.number().nullable(),
  /** The share of the page that is darker than its paper. */
  inkShare: z.number().nullable(),
  /** How bright the paper is: 0 is black, 255 white. */
  paperBrightness: z.number().nullable(),
  lie: z.enum(lies),
  /** How its ink lies, to find the same paper again (`likeness.ts`); null for a page that is no picture or empty. */
  likeness: z.string().nullable().default(null),
  /** A small JPEG in base64, as the page is shown; null for a page that is drawn and no picture. */
  thumbnail: z.string().nullable().default(null),
  /** The codes of ours that were read on it (`shared/agreementCode.ts`); pages measured before have none. */
  codes: z.array(z.string()).default([]),
});
export type PageFacts = z.infer<typeof pageFacts>;

export const pagePart = z.object({
  bytes: z.instanceof(Uint8Array),
  /** What the scanner was asked for, where its picture does not say. */
  dotsPerInch: z.number().nullable(),
  /** What was measured before, page by page; null where nobody has looked yet. */
  facts: z.array(pageFacts).nullable(),
  /** True for what was bound here before: it is as light as it gets. */
  isBound: z.boolean().default(false),
});
export type PagePart = Omit<z.infer<typeof pagePart>, "isBound"> & { isBound?: boolean };

export const pagePlace = z.object({
  /** Counted from 0, as the parts of the question stand. */
  part: z.number().int().min(0),
  /** Counted from 1. */
  page: z.number().int().min(1),
  /** Clockwise, from how it lies now. */
  turn: pageTurn,
});
export type PagePlace = z.infer<typeof pagePlace>;

export const pagesQuestion = z.object({
  number: z.number().int(),
  parts: z.array(pagePart).min(1),
  /** Null: every page of every part in turn. */
  order: z.array(pagePlace).min(1).nullable(),
  /** `look`: only measures, and binds nothing. */
  work: z.enum(["bind", "look"]),
  /** For copies of cards and passports; agreements are grey. */
  inColour: z.boolean(),
  /** For a camera's pictures: each is cut out along the edges of its paper, where they can be seen. */
  straighten: z.boolean(),
});
export type PagesQuestion = Omit<z.infer<typeof pagesQuestion>, "parts"> & { parts: PagePart[] };

/** Why a part cannot be used: the same words as its refusal. */
export const partFailures = [
  "unsupportedFile",
  "pdfEncrypted",
  "pdfBroken",
  "fileUnreadable",
  "fileTooLarge",
] as const;

export const boundPages = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("bound"), bytes: z.instanceof(Uint8Array), pages: z.array(pageFacts).min(1) }),
  z.object({ kind: z.literal("looked"), pages: z.array(pageFacts).min(1) }),
  z.object({ kind: z.literal("failed"), part: z.number().int(), why: z.enum(partFailures) }),
  z.object({ kind: z.literal("noSuchPage"), part: z.number().int(), page: z.number().int() }),
]);
export type BoundPages = z.infer<typeof boundPages>;

export const pagesAnswer = z.object({ number: z.number().int(), bound: boundPages });
