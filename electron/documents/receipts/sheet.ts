/** What stands on one sheet of paper, whatever its size: the templates fill it, `sheetHtml.ts` draws it. */
import type { Language } from "../../../shared/api/values.ts";

export type Paper = "a4" | "roll80" | "roll58";

export interface Fact {
  label: string;
  value: string;
}

export interface Table {
  heading: string;
  columns: readonly string[];
  rows: readonly (readonly string[])[];
  /** Stands in place of a table without rows. */
  empty: string;
  /** The last so many rows are sums. */
  sums: number;
  /** On a roll the first cell, which is long, stands above the figures of its row. */
  stacked?: boolean;
}

/** How sure the money is, drawn as the edge around the words: solid, dashed, or double for what needs a person. */
export type Certainty = "certain" | "notYet" | "needsPerson";

export interface Sheet {
  language: Language;
  /** What the print is journaled and counted under. */
  subjectId: string;
  office: string;
  till: string;
  title: string;
  number: string | null;
  amount: { figures: string; currency: string; words: string } | null;
  facts: readonly Fact[];
  state: { certainty: Certainty; heading: string; detail: string } | null;
  tables: readonly Table[];
  notes: readonly string[];
  /** The text that scans back to the entry. */
  code: string | null;
  signatures: readonly string[];
  /** The part that is torn off and stays at the counter. */
  stub: {
    heading: string;
    facts: readonly Fact[];
    signatures: readonly string[];
    /** Where the bars say something shorter than the sheet's own code. */
    code?: string;
  } | null;
  copyMark: string;
  isCopy: boolean;
  /** The word that runs across training paper, and the sentence that explains it. */
  training: { word: string; note: string } | null;
  /** Draws a frame at the very edges, for a test page. */
  frame: boolean;
}
