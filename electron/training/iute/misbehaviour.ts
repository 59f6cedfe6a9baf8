/** The bad days that this lender can have: what each does to one request, and the sentence that describes it. */
import type { MisbehaviourDescription } from "../contract.ts";
import type { FormReading } from "../http/form.ts";
import type { Reply, Wire } from "../http/wire.ts";
import type { Books } from "./books.ts";
import { findLoan } from "./books.ts";
import { errorReply, htmlReply } from "./replies.ts";
import { type IuteOperation, iuteOperations, routes } from "./routes.ts";
import * as spoilt from "./spoiltXml.ts";

/** One request as a misbehaviour sees it. */
export interface IuteExchange {
  readonly operation: IuteOperation;
  readonly wire: Wire;
  readonly reading: FormReading;
  readonly delayMillis: number | null;
  /** The books as they stood when the misbehaviour was switched on, and as they stand now. */
  readonly booksThen: Books;
  readonly booksNow: Books;
  /** Does what was asked; what it books is on the disk when this resolves. Gives the faithful reply. */
  perform(): Promise<Reply>;
  /** The same request arrives once more, is entered in the list of requests, and is performed. */
  repeat(): Promise<Reply>;
  /** What other books, or another request, would have been answered. Nothing is booked. */
  preview(books: Books, reading: FormReading): Promise<Reply>;
  pause(delayMillis: number): Promise<void>;
}

interface Misbehaviour {
  readonly description: string;
  /** Where it happens unless an operation is named. */
  readonly usually: readonly IuteOperation[];
  /** Where it can happen at all. */
  readonly possibly: readonly IuteOperation[];
  act(exchange: IuteExchange): Promise<void> | void;
}

const changing = ["newLoan", "cancel", "uploadFiles", "confirmCashRelease", "insertRepayment"] as const;
const changingByGet = ["cancel", "confirmCashRelease", "insertRepayment"] as const;
const gets = iuteOperations.filter((operation) => routes[operation].method === "GET");
const withXml = ["calculate", "newLoan", "checkStatus", "loanInfo", "allowCashRelease"] as const;
const withAmounts = ["calculate", "loanInfo", "allowCashRelease"] as const;
const withContent = [...withXml, "generateAgreement"] as const;
const aboutOneLoan = ["checkStatus", "loanInfo", "allowCashRelease", "generateAgreement"] as const;
const LATE_MILLIS = 90_000;
const SLOW_MILLIS = 4_000;
const DAY_MILLIS = 86_400_000;

type Act = Misbehaviour["act"];

/** To requests that change something; to others where the operation is named. */
const onChanges = (description: string, act: Act): Misbehaviour => ({
  description,
  usually: changing,
  possibly: iuteOperations,
  act,
});
const onEverything = (description: string, act: Act): Misbehaviour => ({
  ...onChanges(description, act),
  usually: iuteOperations,
});
const only = (operations: readonly IuteOperation[], description: string, act: Act): Misbehaviour => ({
  description,
  usually: operations,
  possibly: operations,
  act,
});
const inXml = (
  operations: readonly IuteOperation[],
  description: string,
  spoil: spoilt.Spoil,
): Misbehaviour =>
  only(operations, description, async ({ wire, perform }) => {
    const reply = await perform();
    if (reply.status !== 200) return wire.answer(reply);
    wire.answer({ ...reply, body: Buffer.from(spoil(Buffer.from(reply.body).toString("utf8")), "utf8") });
  });

const serverError = htmlReply(500, "Internal Server Error", ["Internal Server Error"]);
const badGateway = htmlReply(502, "502 Bad Gateway", ["502 Bad Gateway", "nginx"]);
const portal = htmlReply(200, "Welcome", ["Welcome to our free Wi-Fi. Please accept the terms to go on."]);
const emptySuccess: Reply = { status: 200, contentType: null, body: new Uint8Array() };

const table = {
  timeoutAfterBooking: onChanges("Books the request and never answers.", async ({ wire, perform }) => {
    await perform();
    wire.hang();
  }),
  timeoutBeforeBooking: onChanges("Never answers and books nothing.", ({ wire }) => wire.hang()),
  lateBooking: onChanges(
    "Books only after ninety seconds, when the client has stopped waiting.",
    async (exchange) => {
      await exchange.pause(exchange.delayMillis ?? LATE_MILLIS);
      exchange.wire.answer(await exchange.perform());
    },
  ),
  error500AfterBooking: onChanges("Books the request and answers 500.", async ({ wire, perform }) => {
    await perform();
    wire.answer(serverError);
  }),
  error500BeforeBooking: onChanges("Books nothing and answers 500.", ({ wire }) => wire.answer(serverError)),
  html502AfterBooking: onChanges(
    "Books the request; a gateway answers 502 in HTML.",
    async ({ wire, perform }) => {
      await perform();
      wire.answer(badGateway);
    },
  ),
  resetAfterBooking: onChanges("Books the request and resets the connection.", async ({ wire, perform }) => {
    await perform();
    wire.reset();
  }),
  resetBeforeBooking: onChanges("Resets the connection and books nothing.", ({ wire }) => wire.reset()),
  emptyReplyAfterBooking: onChanges(
    "Books the request and hangs up without a byte.",
    async ({ wire, perform }) => {
      await perform();
      wire.hangUp();
    },
  ),
  captivePortal: onEverything("A captive portal answers everything with 200 and its own page.", ({ wire }) =>
    wire.answer(portal),
  ),
  captivePortalEmpty: onChanges("Something on the way answers an empty 200; nothing is booked.", ({ wire }) =>
    wire.answer(emptySuccess),
  ),
  redirectToLogin: onChanges("Redirects (302) to a login page; nothing is booked.", ({ wire }) =>
    wire.answer({ ...htmlReply(302, "Login", ["Please log in."]), headers: { Location: "/iute/login" } }),
  ),
  truncatedBody: onEverything(
    "Does what was asked, but the answer breaks off half-way.",
    async (exchange) => {
      exchange.wire.answerHalf(await exchange.perform());
    },
  ),
  malformedXml: inXml(withXml, "Answers XML that is not well formed.", spoilt.malformed),
  wrongLoan: only(aboutOneLoan, "Answers about another loan than the one asked for.", async (exchange) => {
    const { books, reading } = aboutAnImpostor(exchange.booksNow, exchange.reading);
    exchange.wire.answer(await exchange.preview(books, reading));
  }),
  duplicateGet: {
    description: "A proxy on the way repeats the GET: it is booked twice and answered once.",
    usually: changingByGet,
    possibly: gets,
    async act({ wire, perform, repeat }) {
      const first = await perform();
      await repeat();
      wire.answer(first);
    },
  },
  refuse400: onChanges("Refuses with 400 and a sentence; nothing is booked.", ({ wire }) =>
    wire.answer(errorReply(400, ["The request could not be processed."])),
  ),
  credentials403: onEverything("Does not know the user name or password any more (403).", ({ wire }) =>
    wire.answer(errorReply(403, ["Bad credentials"])),
  ),
  slow: onEverything("Does what was asked, but takes four seconds.", async (exchange) => {
    await exchange.pause(exchange.delayMillis ?? SLOW_MILLIS);
    exchange.wire.answer(await exchange.perform());
  }),
  staleReplica: only(
    ["loanInfo"],
    "Loan info comes from a copy of the books that stopped following when this was switched on.",
    async (exchange) => exchange.wire.answer(await exchange.preview(exchange.booksThen, exchange.reading)),
  ),
  xmlBomb: inXml(
    withXml,
    "Answers XML with entities that expand to a thousand million words.",
    spoilt.entityBomb,
  ),
  doctype: inXml(withXml, "Answers XML with a document type from outside.", spoilt.documentType),
  numbersInWords: inXml(withAmounts, "Writes amounts in words.", spoilt.numbersInWords),
  missingField: inXml(withXml, "Leaves out the field that matters most.", spoilt.missingField),
  duplicatedField: inXml(withXml, "Sends one field twice, with two values.", spoilt.duplicatedField),
  exponentDecimals: inXml(withAmounts, "Writes amounts with exponents: 5.4784E3.", spoilt.exponentDecimals),
  decimalCommas: inXml(withAmounts, "Writes amounts with a comma.", spoilt.decimalCommas),
  hugeInstalments: inXml(["loanInfo"], "Loan info lists fifty thousand instalments.", spoilt.hugeInstalments),
  instalmentsOutOfOrder: inXml(
    ["loanInfo"],
    "Loan info lists the instalments backwards.",
    spoilt.instalmentsOutOfOrder,
  ),
  repaidAboveTotal: inXml(
    ["loanInfo"],
    "Loan info says that more is repaid than was owed.",
    spoilt.repaidAboveTotal,
  ),
  byteOrderMark: inXml(withXml, "Puts a byte order mark before the XML.", spoilt.byteOrderMark),
  brokenAgreement: only(
    ["generateAgreement"],
    "The agreement ends after its first kilobyte.",
    async ({ wire, perform }) => {
      const reply = await perform();
      wire.answer({ ...reply, body: reply.body.subarray(0, 1024) });
    },
  ),
  wrongDate: onEverything(
    "The lender's clock is a day ahead; otherwise all is well.",
    async ({ wire, perform }) => wire.answer(await perform(), DAY_MILLIS),
  ),
  badContentType: only(
    withContent,
    "The right content under a type that is not.",
    async ({ wire, perform }) =>
      wire.answer({ ...(await perform()), contentType: "application/octet-stream" }),
  ),
} as const satisfies Record<string, Misbehaviour>;

export type MisbehaviourKind = keyof typeof table;

export const misbehaviours: Readonly<Record<MisbehaviourKind, Misbehaviour>> = table;

export function isMisbehaviourKind(kind: string): kind is MisbehaviourKind {
  return Object.hasOwn(table, kind);
}

/** What the training screen lists. */
export const IUTE_MISBEHAVIOURS: readonly MisbehaviourDescription[] = Object.entries(misbehaviours).map(
  ([kind, { description }]) => ({ kind, description }),
);

/** The same question about a loan next to the one asked for, which belongs to somebody else. */
function aboutAnImpostor(books: Books, reading: FormReading): { books: Books; reading: FormReading } {
  if (!reading.ok) return { books, reading };
  const name = reading.form.has("loanRef") ? "loanRef" : "loan_ref";
  const loan = findLoan(books, String(reading.form.get(name)));
  if (!loan) return { books, reading };
  const loanRef = String(Number(loan.loanRef) + 700_000);
  const application = { ...loan.application, pin: "X98765432Q", firstName: "Another", lastName: "Client" };
  return {
    books: { ...books, loans: [...books.loans, { ...loan, loanRef, application }] },
    reading: { ok: true, form: new Map(reading.form).set(name, loanRef) },
  };
}
