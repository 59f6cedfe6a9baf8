/** One document of the run, and what became of it. */

export interface Paper {
  path: string;
  /** Where it came from, in words. */
  from: string;
}

export interface Outcome {
  name: string;
  from: string;
  producer: string;
  bytes: number;
  /** Null where it was refused. */
  pages: number | null;
  /** What the counter said: kept with its warnings, or the refusal's code. */
  said: string;
  seconds: number;
  /** What the real window showed of it; null where it was not shown there. */
  shown: string | null;
}
