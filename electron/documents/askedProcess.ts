/** A process apart that is asked one thing at a time; one that crashes, hangs or talks nonsense is replaced. */
import type { Clock, ForkedProcess, ForkProcess } from "../ports.ts";

export interface AskedProcessOptions<Answer> {
  fork: ForkProcess;
  clock: Clock;
  log(level: "info" | "warning" | "error", message: string, facts?: Record<string, string | number>): void;
  script: URL;
  /** Stands before the words in the log. */
  name: string;
  /** Null for what is no answer: then nothing more is believed from there. */
  read(message: unknown): { number: number; answer: Answer } | null;
  /** What a question gets for an answer when its process has ended. */
  ended: Answer;
  /** A question that is not answered by then hangs. */
  patienceMs: number;
  /** Without questions for so long, the process ends; the next question starts another. */
  idleMs?: number;
}

interface Pending<Answer> {
  number: number;
  settle(answer: Answer): void;
}

export class AskedProcess<Question extends object, Answer> {
  readonly #options: AskedProcessOptions<Answer>;
  #process: ForkedProcess | null = null;
  #pending: Pending<Answer> | null = null;
  #asked = 0;
  #last: Promise<unknown> = Promise.resolve();
  #closed = false;
  #callOffIdle: () => void = () => undefined;

  constructor(options: AskedProcessOptions<Answer>) {
    this.#options = options;
  }

  ask(question: Question): Promise<Answer> {
    const asked = this.#last.then(() => (this.#closed ? this.#options.ended : this.#ask(question)));
    this.#last = asked.catch(() => undefined);
    return asked;
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#end();
    await this.#last;
  }

  async #ask(question: Question): Promise<Answer> {
    const { clock, log, name, patienceMs, idleMs = 60_000 } = this.#options;
    this.#callOffIdle();
    this.#asked += 1;
    const number = this.#asked;
    let callOffPatience: () => void = () => undefined;
    const answer = await new Promise<Answer>((settle) => {
      this.#pending = { number, settle };
      callOffPatience = clock.after(patienceMs, () => {
        log("warning", `${name}.hung`, { patienceMs });
        this.#end();
      });
      this.#running().send({ ...question, number });
    });
    callOffPatience();
    this.#callOffIdle = clock.after(idleMs, () => this.#end());
    return answer;
  }

  #running(): ForkedProcess {
    if (this.#process !== null) return this.#process;
    const started = this.#options.fork(this.#options.script);
    this.#process = started;
    started.onMessage((message) => {
      const read = this.#options.read(message);
      if (read === null) started.kill();
      else if (read.number === this.#pending?.number) this.#settle(read.answer);
    });
    started.onExit(() => {
      if (this.#process !== started) return;
      this.#process = null;
      if (this.#pending !== null) this.#options.log("warning", `${this.#options.name}.ended`);
      this.#settle(this.#options.ended);
    });
    return started;
  }

  #settle(answer: Answer): void {
    const pending = this.#pending;
    this.#pending = null;
    pending?.settle(answer);
  }

  #end(): void {
    this.#callOffIdle();
    const running = this.#process;
    this.#process = null;
    running?.kill();
    this.#settle(this.#options.ended);
  }
}
