/** Has codes drawn into a PDF in a process apart. */
import { AskedProcess, type AskedProcessOptions } from "../askedProcess.ts";
import { type Stamp, type StampQuestion, stampAnswer } from "./stampMessages.ts";

export interface Stamper {
  /** Null where it cannot be done: the document is printed as it is. */
  stamp(pdf: Uint8Array, stamps: Stamp[]): Promise<Uint8Array | null>;
  /** Ends the process; what is under way is answered with null. */
  close(): Promise<void>;
}

const PATIENCE_MS = 30_000;

export type StamperOptions = Pick<AskedProcessOptions<Uint8Array | null>, "fork" | "clock" | "log">;

export function createStamper(options: StamperOptions): Stamper {
  const asked = new AskedProcess<Omit<StampQuestion, "number">, Uint8Array | null>({
    ...options,
    script: new URL("./stamping.worker.ts", import.meta.url),
    name: "documents.stamping",
    read: (message) => {
      const answer = stampAnswer.safeParse(message);
      return answer.success ? { number: answer.data.number, answer: answer.data.stamped } : null;
    },
    ended: null,
    patienceMs: PATIENCE_MS,
  });
  return {
    stamp: (pdf, stamps) => asked.ask({ bytes: Uint8Array.from(pdf), stamps }),
    close: () => asked.close(),
  };
}
