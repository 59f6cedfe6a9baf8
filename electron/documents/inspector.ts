/** Has PDFs opened in a process apart: one question at a time, and a process that crashes, hangs or swells is replaced. */
import type { Clock, ForkedProcess, ForkProcess } from "../ports.ts";
import { inspectionAnswer, type PdfFindings } from "./inspectionMessages.ts";

export interface Inspector {
  /** Never throws for what a document does: one that brings the process down is `broken`. */
  pdf(bytes: Uint8Array, find: string | null): Promise<PdfFindings>;
  /** Ends the process; a question that is under way is answered with `broken`. */
  close(): Promise<void>;
}

export interface InspectorOptions {
  fork: ForkProcess;
  clock: Clock;
  log(level: "info" | "warning" | "error", message: string, facts?: Record<string, string | number>): void;
  script?: URL;
  /** A document that is not understood by then hangs. */
  patienceMs?: number;
  /** Without questions for so long, the process ends; the next question starts another. */
  idleMs?: number;
}

interface Pending {
  number: number;
  settle(findings: PdfFindings): void;
}

class Line {
  readonly #options: InspectorOptions;
  readonly #script: URL;
  #process: ForkedProcess | null = null;
  #pending: Pending | null = null;
  #asked = 0;
  #callOffIdle: () => void = () => undefined;

  constructor(options: InspectorOptions) {
    this.#options = options;
    this.#script = options.script ?? new URL("./inspection.worker.ts", import.meta.url);
  }

  async ask(bytes: Uint8Array, find: string | null): Promise<PdfFindings> {
    const { clock, log, patienceMs = 30_000, idleMs = 60_000 } = this.#options;
    this.#callOffIdle();
    this.#asked += 1;
    const number = this.#asked;
    let callOffPatience: () => void = () => undefined;
    const findings = await new Promise<PdfFindings>((settle) => {
      this.#pending = { number, settle };
      callOffPatience = clock.after(patienceMs, () => {
        log("warning", "documents.inspectionHung", { patienceMs });
        this.end();
      });
      this.#running().send({ number, bytes, find });
    });
    callOffPatience();
    this.#callOffIdle = clock.after(idleMs, () => this.end());
    return findings;
  }

  #running(): ForkedProcess {
    if (this.#process !== null) return this.#process;
    const started = this.#options.fork(this.#script);
    this.#process = started;
    started.onMessage((message) => {
      const answer = inspectionAnswer.safeParse(message);
      // Whatever else the process says is no answer: after a bad document nothing from there is believed.
      if (!answer.success) started.kill();
      else if (answer.data.number === this.#pending?.number) this.#settle(answer.data.findings);
    });
    started.onExit(() => {
      if (this.#process !== started) return;
      this.#process = null;
      if (this.#pending !== null) this.#options.log("warning", "documents.inspectionEnded");
      this.#settle({ kind: "broken" });
    });
    return started;
  }

  #settle(findings: PdfFindings): void {
    const pending = this.#pending;
    this.#pending = null;
    pending?.settle(findings);
  }

  end(): void {
    this.#callOffIdle();
    const running = this.#process;
    this.#process = null;
    running?.kill();
    this.#settle({ kind: "broken" });
  }
}

export function createInspector(options: InspectorOptions): Inspector {
  const line = new Line(options);
  let last: Promise<unknown> = Promise.resolve();
  let closed = false;
  return {
    pdf(bytes, find) {
      const asked = last.then(() => (closed ? { kind: "broken" as const } : line.ask(bytes, find)));
      last = asked.catch(() => undefined);
      return asked;
    },
    async close() {
      closed = true;
      line.end();
      await last;
    },
  };
}
