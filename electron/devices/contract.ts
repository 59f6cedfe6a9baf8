/** A place that pages come from, as the desks see it: whatever it is made of, it yields whole pages or says why not. */
import type { ScannerFailure, ScannerKind } from "../../shared/api/scanning.ts";
import { Refusal } from "../../shared/errors.ts";

export type ScanOptions = Readonly<Record<string, string | number | boolean>>;

export interface ScannedPage {
  /** A whole JPEG, PNG, TIFF or PDF, by content; never half a file. */
  bytes: Uint8Array;
  /** What the scanner was asked for; null where nobody asked. */
  dotsPerInch: number | null;
  /** Called once the page is safe with us: its source may let go of it. */
  taken?(): Promise<void>;
}

export interface ScannerSource {
  readonly id: string;
  readonly kind: ScannerKind;
  readonly name: string;
  /**
   * Resolves when the last page has been told of. Throws `scannerFailed`, `invalidInput` with field `options`, or, once
   * `signal` is raised, `scannerFailed` too; the pages told of before stay good.
   */
  scan(options: ScanOptions, onPage: (page: ScannedPage) => void, signal: AbortSignal): Promise<void>;
}

/** The English sentences; each says what to do. */
export const failureWords: Readonly<Record<ScannerFailure, string>> = {
  jammed: "The paper is jammed in the scanner. Take it out, straighten it and scan again.",
  empty: "There is no paper in the feeder. Put the pages in and scan again.",
  coverOpen: "The scanner's cover is open. Close it and scan again.",
  busy: "The scanner is busy. Wait until it is done and scan again.",
  gone: "The scanner does not answer. Check that it is switched on and connected, then scan again.",
  broke: "The scanner stopped in the middle of a page. Put that page in again and scan again.",
  denied: "This computer may not use the scanner. Ask whoever looks after the computer.",
  noMemory: "The scanner has no memory left for this page. Scan with fewer dots per inch.",
  stopped: "The scan was stopped.",
  tooLarge: "The scanner sent a page that is too large. Scan with fewer dots per inch.",
  noSoftware: "The scanning software of this computer is missing (SANE).",
  notAScanner: "At this address answers something that is no scanner. Check the address.",
  settingsRefused: "The scanner refuses these settings. Choose others and scan again.",
  folderGone: "The folder is gone or cannot be opened. Check the network drive, then scan again.",
  fileIncomplete: "The file in the folder is not complete or damaged. Let the device send it again.",
  noFile: "No file came into the folder. Scan on the device and send it there.",
  noPage: "The scanner sent no page. Put the paper in and scan again.",
  unknownScanner: "This scanner is not there any more. Choose another one.",
};

/** What a scan stopped with; `message` where the English sentence names more than the reason says. */
export function scannerFailed(reason: ScannerFailure, message = failureWords[reason]): Refusal {
  return new Refusal("scannerFailed", message, { field: "sourceId", retry: true, reason });
}

/** More than this is no page. */
export const MOST_PAGE_BYTES = 100 * 1024 * 1024;
/** A feeder that never runs empty is broken. */
export const MOST_PAGES = 200;
export const USUAL_DOTS_PER_INCH = 200;

/** The resolution that the caller asks for; throws `invalidInput` for what is none. */
export function resolutionIn(options: ScanOptions): number {
  const { resolution = USUAL_DOTS_PER_INCH } = options;
  const wanted = typeof resolution === "string" ? Number(resolution) : resolution;
  if (typeof wanted !== "number" || !Number.isFinite(wanted) || wanted < 1 || wanted > 2400)
    throw invalidOption("resolution");
  return wanted;
}

export function invalidOption(name: string): Refusal {
  return new Refusal("invalidInput", `The scanner has no such setting: ${name.slice(0, 40)}.`, {
    field: "options",
  });
}
