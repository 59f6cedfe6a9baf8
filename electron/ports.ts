/** The platform as the core sees it: every clock, dice, wire, key and printer comes in through one of these. */
import type { PrintProblem } from "../shared/api/paper.ts";
import type { Duplex, SheetSize } from "../shared/api/printing.ts";

export interface Clock {
  /** Milliseconds since 1970, as the computer believes. Never used for order. */
  now(): number;
  /** Milliseconds from an arbitrary point; never goes back, and includes no claim about the date. */
  monotonic(): number;
  /** Calls `wake` once after `delayMs`; the returned function calls it off. */
  after(delayMs: number, wake: () => void): () => void;
}

export interface Random {
  /** Cryptographically strong bytes. */
  bytes(count: number): Buffer;
  /** A number from 0 (included) to 1 (excluded), for jitter only. */
  fraction(): number;
}

/** The operating system's keyring (Electron: `safeStorage`). Each answer may be a promise and is awaited. */
export interface Keyring {
  readonly available: boolean | (() => boolean | Promise<boolean>);
  encrypt(text: string): Uint8Array | Promise<Uint8Array>;
  decrypt(bytes: Uint8Array): string | Promise<string>;
}

/** Small durable settings (Electron: electron-store). Secrets are sealed before they come here. */
export interface SettingsStore {
  get(name: string): unknown;
  set(name: string, value: unknown): void;
  delete(name: string): void;
}

export interface PrinterInfo {
  name: string;
  label: string;
  isDefault: boolean;
  /** What the printer says of itself; null or nothing where this system does not tell. */
  offers?: { duplex: boolean; sheets: SheetSize[] } | null;
}

/** Paper in micrometres. */
export interface PaperSize {
  widthUm: number;
  heightUm: number;
  /** A roll: `heightUm` is the most it may take, and it is cut after its last line. */
  isCutToLength?: true;
}

export interface PrintJob {
  title: string;
  content: { kind: "html"; html: string } | { kind: "pdf"; bytes: Uint8Array };
  printer: string | null;
  copies: number;
  page: PaperSize;
  /** Nothing: as the printer is set. */
  duplex?: Duplex;
  /** The sheet that a PDF is fitted on; nothing: its own size. */
  sheet?: SheetSize;
  /** The system's own dialog asks the person before anything is printed. */
  dialog?: boolean;
}

export interface PrintAnswer {
  ok: boolean;
  printer: string;
  message: string | null;
  /** Why it did not print, where that is one of the things that a person can do something about. */
  problem?: PrintProblem;
}

/** One page of a PDF as a picture: a byte a dot, row by row, 0 is black, 255 white. */
export interface DrawnPage {
  width: number;
  height: number;
  grey: Uint8Array;
}

export interface Printing {
  printers(): Promise<PrinterInfo[]>;
  print(job: PrintJob): Promise<PrintAnswer>;
  /** Renders HTML into a PDF. */
  pdf(html: string, page: PaperSize): Promise<Uint8Array>;
  /** Draws the pages of a PDF as they would be printed, in a process that holds no keys. Absent where nobody can. */
  drawn?(pdf: Uint8Array, dotsPerInch: number): Promise<DrawnPage[]>;
}

/** A process of its own that runs one of our scripts and hears and says nothing but messages. */
export interface ForkedProcess {
  send(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
  /** Told once, however it ended: by itself, by a crash or by `kill`. */
  onExit(listener: () => void): void;
  kill(): void;
}

/** Starts `script` without this program's environment (Electron: `utilityProcess`, else Node's `child_process`). */
export type ForkProcess = (script: URL) => ForkedProcess;

/** The system's proxy for an address as Chromium's resolver words it: "DIRECT", "PROXY host:port", … */
export type ResolveProxy = (url: string) => Promise<string>;

export interface HttpRequest {
  method: "GET" | "POST";
  url: string;
  headers: Record<string, string>;
  body?: Buffer;
  /** True for requests that move money: a connection of their own, never a reused one. */
  ownConnection: boolean;
  connectTimeoutMs: number;
  totalTimeoutMs: number;
  maxBodyBytes: number;
  onUpload?: (sentBytes: number, totalBytes: number) => void;
}

/** The furthest point a request reached; everything before `request` means that no byte of it has left. */
export type WirePhase = "lookup" | "connect" | "tls" | "request" | "headers" | "body" | "done";

export type WireFailure =
  | "nameLookup"
  | "refused"
  | "unreachable"
  | "certificate"
  | "tls"
  | "proxy"
  | "connectTimeout"
  | "timeout"
  | "reset"
  | "truncated"
  | "tooLarge"
  | "aborted"
  | "other";

/** Everything that is known about one request. A transport never throws for what the wire did. */
export interface Exchange {
  startedAt: number;
  durationMs: number;
  phase: WirePhase;
  /** False is a fact: no byte of the request can have left. True means "may have". */
  bytesLeft: boolean;
  failure: WireFailure | null;
  response: {
    status: number;
    /** Lower-case names. */
    headers: Record<string, string>;
    body: Buffer;
    complete: boolean;
  } | null;
  /** The provider's `Date` minus this computer's clock; null without a readable header. */
  clockOffsetMs: number | null;
}

export interface Transport {
  send(request: HttpRequest): Promise<Exchange>;
}
