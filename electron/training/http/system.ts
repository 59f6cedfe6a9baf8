/** What the four systems that answer in JSON have in common: line, books, requests, tokens and bad days. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { z } from "zod";
import { createBookFile, readBooks } from "../bookFile.ts";
import type { MisbehaveOptions, ReceivedRequest, TrainingKind, TrainingProvider } from "../contract.ts";
import { TrainingRefusal } from "../contract.ts";
import { createPlans } from "../plans.ts";
import { createPauses, systemTimer, type Timer } from "../timers.ts";
import { type BadDay, commonBadDays, descriptions, type SystemExchange } from "./badDays.ts";
import { pageReply, readableParams, readQuery, type SystemCall } from "./jsonReply.ts";
import { openLine } from "./line.ts";
import { createTokenDesk, type TokenDesk } from "./tokenDesk.ts";
import { createWire, httpDate, type Reply, readBody, type Wire } from "./wire.ts";

export interface SystemOptions {
  /** The JSON file that keeps the books; without it they live in memory. */
  readonly booksPath?: string;
  /** Wins over the port of the last time; 0 or nothing takes that one, or any. */
  readonly port?: number;
  readonly clock?: () => number;
  readonly timer?: Timer;
  /** Told about a fault of the trainer itself (not a misbehaviour); the request was answered with 500. */
  readonly onFault?: (error: unknown) => void;
}

export interface SystemRoute<Operation extends string> {
  readonly operation: Operation;
  readonly methods: readonly string[];
  /** The whole path; one group in it is the call's subject. */
  readonly path: RegExp;
  readonly does: "changes" | "reads" | "token";
}

export interface Outcome<Entries> {
  readonly entries: Entries;
  readonly reply: Reply;
}

export interface System<Entries, Operation extends string> {
  readonly kind: TrainingKind;
  /** What `baseUrl` ends with. */
  readonly basePath: string;
  readonly routes: readonly SystemRoute<Operation>[];
  readonly entriesSchema: z.ZodType<Entries>;
  newEntries(at: string): Entries;
  /** Carries one request out: what the books become and what is answered. */
  answer(
    call: SystemCall<Operation>,
    entries: Entries,
    side: { tokens: TokenDesk; origin: string },
  ): Outcome<Entries> | Promise<Outcome<Entries>>;
  readonly badDays: Readonly<Record<string, BadDay>>;
}

export interface RunningSystem<Entries> extends TrainingProvider {
  readonly origin: string;
  readonly booksSetAside: string | null;
  entries(): Entries;
  /** The other side's own staff change something. */
  change(work: (entries: Entries) => Entries): Promise<void>;
  withdrawTokens(): void;
}

const KEPT_REQUESTS = 5_000;

const requestSchema = z.object({
  number: z.number().int(),
  at: z.string(),
  method: z.string(),
  path: z.string(),
  operation: z.string().nullable(),
  params: z.record(z.string(), z.string()),
  misbehaviour: z.string().nullable(),
  repeated: z.boolean(),
});

interface Books<Entries> {
  port: number;
  lineUp: boolean;
  entries: Entries;
  requests: ReceivedRequest[];
}

export async function startSystem<Entries, Operation extends string>(
  system: System<Entries, Operation>,
  options: SystemOptions,
): Promise<RunningSystem<Entries>> {
  const clock = options.clock ?? Date.now;
  const instant = () => new Date(clock()).toISOString();
  const booksSchema = z.object({
    port: z.number().int(),
    lineUp: z.boolean(),
    entries: system.entriesSchema,
    requests: z.array(requestSchema),
  });
  const opened =
    options.booksPath === undefined
      ? { books: null, setAside: null }
      : await readBooks(options.booksPath, booksSchema);
  const file = createBookFile<Books<Entries>>(options.booksPath);
  let books: Books<Entries> = opened.books ?? {
    port: 0,
    lineUp: true,
    entries: system.newEntries(instant()),
    requests: [],
  };
  const badDays: Readonly<Record<string, BadDay>> = { ...commonBadDays, ...system.badDays };
  const plans = createPlans<string, null>();
  const pauses = createPauses(options.timer ?? systemTimer);
  const tokens = createTokenDesk(clock);
  const listeners = new Set<() => void>();
  const underWay = new Set<Promise<void>>();
  const tell = () => {
    for (const listener of listeners) listener();
  };

  async function keep(changed: Books<Entries>): Promise<void> {
    books = changed;
    await file.save(books);
    tell();
  }

  function note(request: Omit<ReceivedRequest, "number">): void {
    const number = (books.requests.at(-1)?.number ?? 0) + 1;
    books = { ...books, requests: [...books.requests, { number, ...request }].slice(-KEPT_REQUESTS) };
  }

  async function receive(request: IncomingMessage, wire: Wire): Promise<void> {
    const method = request.method ?? "";
    const [path = "", ...rest] = (request.url ?? "").split("?");
    const body = await readBody(request);
    if (!body.ok) {
      if (body.reason === "tooLarge") wire.answer(pageReply(413, "Too large", "The request is too large."));
      return;
    }
    const routes = system.routes.filter((candidate) => candidate.path.test(path));
    const served = routes.find(({ methods }) => methods.includes(method)) ?? null;
    const route = served ?? routes[0] ?? null;
    const call = {
      method,
      subject: decoded(route?.path.exec(path)?.[1]),
      query: readQuery(rest.join("?")),
      headers: request.headers,
      body: body.body,
      at: instant(),
    };
    const plan = served ? plans.take(served.operation) : null;
    note({
      at: call.at,
      method,
      path,
      operation: route?.operation ?? null,
      params: readableParams(call),
      misbehaviour: plan?.kind ?? null,
      repeated: false,
    });
    if (!route) return wire.answer(pageReply(404, "Not Found", "There is nothing at this address."));
    if (!served) {
      const allow = { Allow: routes.flatMap(({ methods }) => methods).join(", ") };
      return wire.answer({ ...pageReply(405, "Method Not Allowed", "Not this method."), headers: allow });
    }
    const exchange: SystemExchange = {
      operation: served.operation,
      wire,
      delayMillis: plan?.delayMillis ?? null,
      async perform() {
        const side = { tokens, origin: `http://127.0.0.1:${line.port}` };
        const outcome = await system.answer({ ...call, operation: served.operation }, books.entries, side);
        if (outcome.entries !== books.entries) await keep({ ...books, entries: outcome.entries });
        return outcome.reply;
      },
      withdrawTokens: tokens.withdrawAll,
      pause: pauses.pause,
    };
    const badDay = plan ? badDays[plan.kind] : undefined;
    if (badDay) await badDay.act(exchange);
    else wire.answer(await exchange.perform());
  }

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
      wire.answer(pageReply(500, "Fault", "The training system itself has failed."));
      throw error;
    });
    track(dealtWith.finally(tell));
  }

  const line = await openLine({
    port: options.port || books.port,
    up: books.lineUp,
    handle,
    malformedAnswer: () =>
      `HTTP/1.1 400 Bad Request\r\nDate: ${httpDate(clock())}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`,
  });
  await keep({ ...books, port: line.port });

  function operationsOf(kind: string, { operation }: MisbehaveOptions): readonly string[] {
    const badDay = badDays[kind];
    if (!badDay) {
      const known = Object.keys(badDays).join(", ");
      throw new TrainingRefusal("unknownKind", `There is no misbehaviour "${kind}". There are: ${known}.`);
    }
    if (operation === undefined) return usual(system.routes, badDay.usually);
    if (system.routes.some((route) => route.operation === operation)) return [operation];
    throw new TrainingRefusal("unknownOperation", `This system has no operation "${operation}".`);
  }

  return {
    kind: system.kind,
    baseUrl: `http://127.0.0.1:${line.port}${system.basePath}`,
    origin: `http://127.0.0.1:${line.port}`,
    misbehaviours: descriptions(badDays),
    booksSetAside: opened.setAside,
    misbehave: (kind, times, how = {}) => plans.add(kind, times, operationsOf(kind, how), how, null),
    calm: plans.clear,
    async setLine(up) {
      await (up ? line.raise() : line.drop());
      await keep({ ...books, lineUp: up });
    },
    lineUp: () => line.up,
    requests: () => structuredClone(books.requests),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    entries: () => structuredClone(books.entries),
    change: (work) => keep({ ...books, entries: work(books.entries) }),
    withdrawTokens: tokens.withdrawAll,
    async close() {
      await line.drop();
      pauses.endAll();
      while (underWay.size > 0) await Promise.all(underWay);
      await file.save(books);
      await file.settled();
      listeners.clear();
    },
  };
}

/** A system without anything that changes has its bad days with questions instead. */
function usual(routes: readonly SystemRoute<string>[], usually: BadDay["usually"]): readonly string[] {
  const named = (wanted: (does: SystemRoute<string>["does"]) => boolean) =>
    routes.filter(({ does }) => wanted(does)).map(({ operation }) => operation);
  if (typeof usually === "object") return usually;
  switch (usually) {
    case "all":
      return named(() => true);
    case "token":
      return named((does) => does === "token");
    case "questions":
      return named((does) => does !== "token");
    case "changes": {
      const changing = named((does) => does === "changes");
      return changing.length > 0 ? changing : named((does) => does === "reads");
    }
  }
}

function decoded(segment: string | undefined): string | null {
  if (segment === undefined) return null;
  try {
    return decodeURIComponent(segment);
  } catch {
    // A broken escape names nothing that the system has.
    return segment;
  }
}
