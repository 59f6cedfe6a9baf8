/** Has PDFs opened in a process apart: one question at a time, and a process that crashes, hangs or swells is replaced. */
import type { Clock, ForkProcess } from "../ports.ts";
import { AskedProcess } from "./askedProcess.ts";
import { type InspectionQuestion, inspectionAnswer, type PdfFindings } from "./inspectionMessages.ts";

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

export function createInspector(options: InspectorOptions): Inspector {
  const {
    script = new URL("./inspection.worker.ts", import.meta.url),
    patienceMs = 30_000,
    ...others
  } = options;
  const asked = new AskedProcess<Omit<InspectionQuestion, "number">, PdfFindings>({
    ...others,
    script,
    patienceMs,
    name: "documents.inspection",
    read: (message) => {
      const answer = inspectionAnswer.safeParse(message);
      return answer.success ? { number: answer.data.number, answer: answer.data.findings } : null;
    },
    ended: { kind: "broken" },
  });
  return {
    pdf: (bytes, find) => asked.ask({ bytes: Uint8Array.from(bytes), find }),
    close: () => asked.close(),
  };
}
