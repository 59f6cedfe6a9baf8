/** The Iute training provider: a real HTTP server on loopback that plays the lender's side of the Partner API. */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { MisbehaveOptions, ReceivedRequest, TrainingProvider } from "../contract.ts";
import { TrainingRefusal } from "../contract.ts";
import { openLine } from "../http/line.ts";
import { createWire, httpDate } from "../http/wire.ts";
import { createPlans } from "../plans.ts";
import { createPauses, systemTimer, type Timer } from "../timers.ts";
import { type AutoDecide, createAutomaticStaff } from "./automaticStaff.ts";
import { type Books, figuresOf, type LenderLoan, type LenderStep, type LoanFigures } from "./books.ts";
import { dateOf } from "./calendar.ts";
import { withExamples } from "./examples.ts";
import { openLedger } from "./ledger.ts";
import type { Change, Decision, Movement } from "./loanProcess.ts";
import { bookRepayment, decide, reverseRepayment } from "./loanProcess.ts";
import {
  IUTE_MISBEHAVIOURS,
  isMisbehaviourKind,
  type MisbehaviourKind,
  misbehaviours,
} from "./misbehaviour.ts";
import { createReception } from "./reception.ts";
import { errorReply, htmlReply } from "./replies.ts";
import { BASE_PATH, isIuteOperation } from "./routes.ts";

export interface TrainingIuteOptions {
  /** The JSON file that keeps the lender's books; without it they live in memory. */
  readonly booksPath?: string;
  readonly credentials: { readonly username: string; readonly password: string };
  readonly partnerType: string;
  /** Wins over the port of the last time; 0 or nothing takes that one, or any. */
  readonly port?: number;
  readonly clock?: () => number;
  readonly timer?: Timer;
  /** New books begin with the loans of `EXAMPLE_LOANS`. */
  readonly seedExamples?: boolean;
  /** Staff who decide by themselves; without it, nobody decides until `decide` is called. */
  readonly autoDecide?: AutoDecide;
  /** Told about a fault of the trainer itself (not a misbehaviour); the request was answered with 500. */
  readonly onFault?: (error: unknown) => void;
}

/** A copy of the books to look at, with what can be worked out about each loan. */
export interface BooksSnapshot {
  readonly loans: readonly (LenderLoan & LoanFigures)[];
  readonly requests: readonly ReceivedRequest[];
}

export interface TrainingIute extends TrainingProvider {
  readonly kind: "iute";
  /** Where a damaged books file was put when this lender began with new books, or null. */
  readonly booksSetAside: string | null;
  /** The lender's staff decide; gives the step that follows. Throws a TrainingRefusal where they cannot. */
  decide(loanRef: string, decision: Decision): Promise<LenderStep>;
  books(): BooksSnapshot;
  otherOfficePays(loanRef: string, amountMinor: number): Promise<void>;
  otherOfficeReverses(loanRef: string, amountMinor: number): Promise<void>;
}

export async function startTrainingIute(options: TrainingIuteOptions): Promise<TrainingIute> {
  const clock = options.clock ?? Date.now;
  const timer = options.timer ?? systemTimer;
  const instant = () => new Date(clock()).toISOString();
  const ledger = await openLedger(options.booksPath, (books) =>
    options.seedExamples ? withExamples(books, instant()) : books,
  );
  const plans = createPlans<MisbehaviourKind, Books>();
  const pauses = createPauses(timer);
  const underWay = new Set<Promise<void>>();

  const staff = options.autoDecide
    ? createAutomaticStaff(options.autoDecide, timer, (loanRef, decision) => {
        const change = decide(ledger.books, loanRef, decision, instant());
        // A person was faster; then there is nothing left to decide.
        if (change.ok) track(keep(change.books));
      })
    : null;

  async function keep(books: Books): Promise<void> {
    await ledger.replace(books);
    staff?.look(ledger.books);
    ledger.tell();
  }

  const receive = createReception({
    credentials: options.credentials,
    partnerType: options.partnerType,
    instant,
    ledger,
    keep,
    takePlan: plans.take,
    pause: pauses.pause,
  });

  function track(work: Promise<unknown>): void {
    const tracked: Promise<void> = work
      .then(
        () => undefined,
        (error: unknown) => options.onFault?.(error),
      )
      .finally(() => underWay.delete(tracked));
    underWay.add(tracked);
  }

  function handle(request: IncomingMessage, response: ServerResponse): void {
    const wire = createWire(request, response, clock);
    const dealtWith = receive(request, wire).catch((error: unknown) => {
      wire.answer(htmlReply(500, "Fault", ["The training lender itself has failed."]));
      throw error;
    });
    track(dealtWith.finally(ledger.tell));
  }

  function malformedAnswer(): string {
    const page = Buffer.from(errorReply(400, ["The request is not HTTP."]).body).toString("utf8");
    const head = `HTTP/1.1 400 Bad Request\r\nDate: ${httpDate(clock())}\r\nConnection: close`;
    return `${head}\r\nContent-Type: text/html;charset=UTF-8\r\nContent-Length: ${page.length}\r\n\r\n${page}`;
  }

  const line = await openLine({
    port: options.port || ledger.books.port,
    up: ledger.books.lineUp,
    handle,
    malformedAnswer,
  });
  await keep({ ...ledger.books, port: line.port });

  async function move(change: (books: Books) => Change): Promise<LenderLoan> {
    const result = change(ledger.books);
    if (!result.ok) throw new TrainingRefusal(result.reason, result.sentence);
    await keep(result.books);
    return result.loan;
  }

  async function otherOffice(
    loanRef: string,
    amountMinor: number,
    book: typeof bookRepayment,
  ): Promise<void> {
    if (!Number.isSafeInteger(amountMinor) || amountMinor <= 0) {
      throw new TrainingRefusal("badAmount", "An amount is a whole number of minor units above zero.");
    }
    const movement: Movement = { amountMinor, date: dateOf(clock()), office: "other" };
    await move((books) => book(books, loanRef, movement, instant()));
  }

  let closed: Promise<void> | null = null;
  async function closeForGood(): Promise<void> {
    staff?.goHome();
    await line.drop();
    pauses.endAll();
    while (underWay.size > 0) await Promise.all(underWay);
    await ledger.close();
  }

  return {
    kind: "iute",
    baseUrl: `http://127.0.0.1:${line.port}${BASE_PATH}`,
    misbehaviours: IUTE_MISBEHAVIOURS,
    booksSetAside: ledger.setAside,
    misbehave(kind, times, how = {}) {
      const { known, operations } = planned(kind, how);
      plans.add(known, times, operations, how, ledger.books);
    },
    calm: plans.clear,
    async setLine(up) {
      await (up ? line.raise() : line.drop());
      await keep({ ...ledger.books, lineUp: up });
    },
    lineUp: () => line.up,
    requests: () => structuredClone(ledger.books.requests),
    subscribe: ledger.subscribe,
    decide: async (loanRef, decision) =>
      (await move((books) => decide(books, loanRef, decision, instant()))).step,
    books: () => ({
      loans: ledger.books.loans.map((loan) => structuredClone({ ...loan, ...figuresOf(loan) })),
      requests: structuredClone(ledger.books.requests),
    }),
    otherOfficePays: (loanRef, amountMinor) => otherOffice(loanRef, amountMinor, bookRepayment),
    otherOfficeReverses: (loanRef, amountMinor) => otherOffice(loanRef, amountMinor, reverseRepayment),
    // Once only: a second saving would write these books over those of the lender who has followed.
    close: () => {
      closed ??= closeForGood();
      return closed;
    },
  };
}

function planned(kind: string, { operation }: MisbehaveOptions) {
  if (!isMisbehaviourKind(kind)) {
    const known = IUTE_MISBEHAVIOURS.map((misbehaviour) => misbehaviour.kind).join(", ");
    throw new TrainingRefusal("unknownKind", `There is no misbehaviour "${kind}". There are: ${known}.`);
  }
  const { usually, possibly } = misbehaviours[kind];
  if (operation === undefined) return { known: kind, operations: usually };
  if (isIuteOperation(operation) && possibly.includes(operation))
    return { known: kind, operations: [operation] };
  throw new TrainingRefusal(
    "unknownOperation",
    `"${kind}" cannot happen to "${operation}". It can to: ${possibly.join(", ")}.`,
  );
}
