/** Network scanners that speak eSCL (AirScan): a job is asked for, its pages fetched until there is no next one. */
import type { ScannerFailure } from "../../shared/api/scanning.ts";
import { fileKindOf } from "../documents/fileKind.ts";
import type { Clock } from "../ports.ts";
import {
  MOST_PAGES,
  type ScannedPage,
  type ScannerSource,
  type ScanOptions,
  scannerFailed,
} from "./contract.ts";
import { askScanner, type ScannerReply } from "./esclHttp.ts";
import { readCapabilities, readStatus, type ScannerAbilities, scanSettings } from "./esclXml.ts";

export interface EsclScanner {
  id: string;
  name: string;
  /** `http://host[:port]`, with or without `/eSCL`. */
  address: string;
  clock: Clock;
}

const ANSWER_MS = 15_000;
/** A page is scanned while we wait for it. */
const PAGE_MS = 120_000;
const MOST_TIMES_BUSY = 60;

/** The scanner's root, always ending in a slash. */
function rootOf(address: string): URL {
  const url = new URL(address);
  if (url.pathname === "/" || url.pathname === "") url.pathname = "/eSCL/";
  if (!url.pathname.endsWith("/")) url.pathname += "/";
  return url;
}

/** The job that `Location` names, on the scanner itself: nobody sends us elsewhere. */
function jobOf(root: URL, location: string | null): URL | null {
  if (location === null) return null;
  try {
    const named = new URL(location, root);
    const job = new URL(root);
    job.pathname = named.pathname.replace(/\/?$/, "/");
    return job;
  } catch {
    return null;
  }
}

class Scan {
  readonly #scanner: EsclScanner;
  readonly #root: URL;
  readonly #signal: AbortSignal;

  constructor(scanner: EsclScanner, signal: AbortSignal) {
    this.#scanner = scanner;
    this.#root = rootOf(scanner.address);
    this.#signal = signal;
  }

  #get(path: string, base: URL, silenceMs: number): Promise<ScannerReply> {
    return askScanner({ method: "GET", url: new URL(path, base), signal: this.#signal, silenceMs });
  }

  async #abilities(): Promise<ScannerAbilities> {
    const reply = await this.#get("ScannerCapabilities", this.#root, ANSWER_MS);
    const read = reply.status === 200 ? readCapabilities(reply.body) : null;
    if (read === null) throw scannerFailed("notAScanner");
    return read;
  }

  /** What the scanner itself says is wrong, else `otherwise`. */
  async #whatIsWrong<Otherwise extends ScannerFailure | null>(
    otherwise: Otherwise,
  ): Promise<ScannerFailure | Otherwise> {
    const reply = await this.#get("ScannerStatus", this.#root, ANSWER_MS).catch(() => null);
    if (reply === null) return "gone";
    const { state, adfState } = readStatus(reply.body);
    if (
      adfState === "ScannerAdfJam" ||
      adfState === "ScannerAdfMispick" ||
      adfState === "ScannerAdfMultipickDetected"
    )
      return "jammed";
    if (adfState === "ScannerAdfHatchOpen") return "coverOpen";
    if (adfState === "ScannerAdfEmpty") return "empty";
    return state === "Processing" ? "busy" : otherwise;
  }

  async #begin(xml: string): Promise<URL> {
    const url = new URL("ScanJobs", this.#root);
    const reply = await askScanner({
      method: "POST",
      url,
      body: xml,
      signal: this.#signal,
      silenceMs: ANSWER_MS,
    });
    const job = reply.status === 201 ? jobOf(this.#root, reply.location) : null;
    if (job !== null) return job;
    if (reply.status === 503) throw scannerFailed(await this.#whatIsWrong("busy"));
    throw scannerFailed(await this.#whatIsWrong("settingsRefused"));
  }

  /** Null when there is no next page. */
  async #next(job: URL): Promise<Buffer | null> {
    for (let times = 0; times < MOST_TIMES_BUSY; times += 1) {
      const reply = await this.#get("NextDocument", job, PAGE_MS);
      switch (reply.status) {
        case 200:
          if (fileKindOf(reply.body) === null) throw scannerFailed("broke");
          return reply.body;
        case 404:
        case 410:
          return null;
        case 503:
          await this.#pause((reply.retryAfterSeconds ?? 1) * 1000);
          break;
        default:
          throw scannerFailed(await this.#whatIsWrong("broke"));
      }
    }
    throw scannerFailed("busy");
  }

  #pause(delayMs: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const callOff = this.#scanner.clock.after(delayMs, resolve);
      this.#signal.addEventListener(
        "abort",
        () => {
          callOff();
          reject(scannerFailed("stopped"));
        },
        { once: true },
      );
    });
  }

  /** The scanner is told to let the job go; whether it hears that changes nothing for us. */
  async #letGo(job: URL): Promise<void> {
    await askScanner({
      method: "DELETE",
      url: new URL(job.href.replace(/\/$/, "")),
      silenceMs: ANSWER_MS,
    }).catch(() => undefined);
  }

  async run(options: ScanOptions, onPage: (page: ScannedPage) => void): Promise<void> {
    const { xml, dotsPerInch, isFeeder } = scanSettings(await this.#abilities(), options);
    const job = await this.#begin(xml);
    let pages = 0;
    try {
      for (;;) {
        const bytes = await this.#next(job);
        if (bytes === null) break;
        pages += 1;
        onPage({ bytes, dotsPerInch });
        if (pages >= MOST_PAGES) break;
      }
    } catch (error) {
      await this.#letGo(job);
      throw error;
    }
    // A jam ends the pages just as an empty feeder does: only the scanner's state tells them apart.
    const wrong = isFeeder || pages === 0 ? await this.#whatIsWrong(null) : null;
    if (pages === 0) throw scannerFailed(wrong ?? "broke");
    if (wrong === "jammed" || wrong === "coverOpen") throw scannerFailed(wrong);
  }
}

export function esclSource(scanner: EsclScanner): ScannerSource {
  return {
    id: scanner.id,
    kind: "escl",
    name: scanner.name,
    scan: (options, onPage, signal) => new Scan(scanner, signal).run(options, onPage),
  };
}
