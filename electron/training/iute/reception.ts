/** Receives each request: reads it, enters it in the list, and lets it be answered faithfully or on a bad day. */
import type { IncomingMessage } from "node:http";
import { type FormReading, readForm, readUrlEncoded } from "../http/form.ts";
import { type Reply, readBody, type Wire } from "../http/wire.ts";
import type { Plan } from "../plans.ts";
import type { Books } from "./books.ts";
import type { Ledger } from "./ledger.ts";
import { type IuteExchange, type MisbehaviourKind, misbehaviours } from "./misbehaviour.ts";
import { carryOut } from "./operations.ts";
import { errorReply, htmlReply, replyOf } from "./replies.ts";
import { type IuteOperation, operationAt, routes } from "./routes.ts";

export interface ReceptionOptions {
  readonly credentials: { readonly username: string; readonly password: string };
  readonly partnerType: string;
  readonly instant: () => string;
  readonly ledger: Ledger;
  readonly keep: (books: Books) => Promise<void>;
  readonly takePlan: (operation: string) => Plan<MisbehaviourKind, Books> | null;
  readonly pause: (delayMillis: number) => Promise<void>;
}

export function createReception(options: ReceptionOptions) {
  const { ledger, instant, partnerType } = options;
  const secret = Buffer.from(`${options.credentials.username}:${options.credentials.password}`, "utf8");
  const authorization = `Basic ${secret.toString("base64")}`;

  async function perform(
    request: IncomingMessage,
    operation: IuteOperation,
    reading: FormReading,
  ): Promise<Reply> {
    if (request.headers.authorization !== authorization) return errorReply(403, ["Bad credentials"]);
    const at = instant();
    const outcome = carryOut(operation, reading, ledger.books, { partnerType, at });
    if (outcome.books !== ledger.books) await options.keep(outcome.books);
    return replyOf(outcome.answer, at);
  }

  return async function receive(request: IncomingMessage, wire: Wire): Promise<void> {
    const method = request.method ?? "";
    const [path = "", ...query] = (request.url ?? "").split("?");
    const body = await readBody(request);
    if (!body.ok) {
      if (body.reason === "tooLarge") wire.answer(tooLarge);
      return;
    }
    const reading =
      method === "GET"
        ? readUrlEncoded(query.join("?"))
        : readForm(request.headers["content-type"], body.body);
    const operation = operationAt(path);
    const allowed = operation === null ? null : routes[operation].method;
    const plan = operation !== null && method === allowed ? options.takePlan(operation) : null;
    const misbehaviour = plan?.kind ?? null;
    const note = (repeated: boolean) => {
      const params = readableParams(reading);
      ledger.note({ at: instant(), method, path, operation, params, misbehaviour, repeated });
    };
    note(false);
    if (operation === null) return wire.answer(nothingHere);
    if (method !== allowed) return wire.answer(wrongMethod(String(allowed)));

    const exchange: IuteExchange = {
      operation,
      wire,
      reading,
      delayMillis: plan?.delayMillis ?? null,
      booksThen: plan?.context ?? ledger.books,
      booksNow: ledger.books,
      perform: () => perform(request, operation, reading),
      repeat() {
        note(true);
        return perform(request, operation, reading);
      },
      preview(books, asked) {
        const at = instant();
        return replyOf(carryOut(operation, asked, books, { partnerType, at }).answer, at);
      },
      pause: options.pause,
    };
    if (plan) await misbehaviours[plan.kind].act(exchange);
    else wire.answer(await exchange.perform());
  };
}

const nothingHere = htmlReply(404, "Not Found", ["There is nothing at this address."]);
const tooLarge: Reply = {
  ...htmlReply(413, "Too large", ["The request is too large."]),
  headers: { Connection: "close" },
};

/** A HEAD must not book what a GET would book; nothing but the documented method does. */
function wrongMethod(allowed: string): Reply {
  const page = htmlReply(405, "Method Not Allowed", [`This address takes ${allowed} only.`]);
  return { ...page, headers: { Allow: allowed } };
}

/** Parameters as text for the list of requests: files by name and size, long values cut. */
function readableParams(reading: FormReading): Record<string, string> {
  if (!reading.ok) return { malformed: reading.sentence };
  const entries = [...reading.form].map(([name, value]): [string, string] => [
    name,
    typeof value === "string" ? value.slice(0, 300) : `${value.fileName} (${value.bytes.byteLength} bytes)`,
  ]);
  return Object.fromEntries(entries);
}
