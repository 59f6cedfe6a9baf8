/** The wire between one program and the lender: late, lost, doubled and foreign answers, by the true time of the world. */
import type { Exchange, HttpRequest, Transport, WireFailure } from "../../electron/ports.ts";
import { minorFromDecimalText } from "../../shared/money.ts";
import {
  badCredentials,
  badGateway,
  brokenXml,
  emptySuccess,
  loanInfo,
  loginRedirect,
  noActiveLoan,
  type PlainAnswer,
  portalPage,
  refusal,
  releaseCheck,
  serverFault,
} from "./answers.ts";
import type { Dice } from "./dice.ts";
import { type Lender, type LenderAnswer, remainingMinor } from "./lender.ts";
import type { Diary } from "./time.ts";
import type { MoneyTrouble, Weather } from "./weather.ts";

const HOUR = 3_600_000;

export interface WireOptions {
  diary: Diary;
  dice: Dice;
  lender: Lender;
  weather: Weather;
  /** The program's own clock. */
  wallNow: () => number;
  /** Answers for a program that has ended reach nobody. */
  isAlive: () => boolean;
  /** A byte of something that moves money leaves now: gives the attempt that it belongs to. */
  moneyLeaves: (loanRef: string, amountMinor: number | null) => string;
  /** Somebody in between said "done" although nothing was booked. */
  falselyAcknowledged: (attemptId: string) => void;
  /** How many bookings of an attempt are still on their way. */
  onTheWay: Map<string, number>;
  /** What came back for an attempt, as the bytes say it: "200/0" is the documented success. */
  answers: Map<string, string>;
  /** Somebody else may be at the lender at the same moment. */
  meanwhile: (loanRef: string) => void;
}

interface Sending {
  request: HttpRequest;
  startedAt: number;
  resolve: (exchange: Exchange) => void;
}

export function createWire(options: WireOptions): Transport {
  const { diary, dice, lender, weather } = options;

  const answerIn = (delayMs: number, sending: Sending, exchange: () => Exchange) =>
    diary.after(delayMs, () => {
      if (options.isAlive()) sending.resolve(exchange());
    });

  function whole(sending: Sending, answer: PlainAnswer, aheadMs = 0): Exchange {
    const headers: Record<string, string> =
      answer.contentType === "" ? {} : { "content-type": answer.contentType };
    const response = {
      status: answer.status,
      headers,
      body: Buffer.from(answer.body, "utf8"),
      complete: true,
    };
    const clockOffsetMs = Math.round(diary.now() + aheadMs - options.wallNow());
    return { ...facts(sending), phase: "done", bytesLeft: true, failure: null, response, clockOffsetMs };
  }

  function failed(sending: Sending, failure: WireFailure, bytesLeft: boolean): Exchange {
    const phase = bytesLeft ? "request" : "connect";
    return { ...facts(sending), phase, bytesLeft, failure, response: null, clockOffsetMs: null };
  }

  function facts({ startedAt }: Sending) {
    return { startedAt, durationMs: Math.max(0, options.wallNow() - startedAt) };
  }

  function neverLeft(sending: Sending): void {
    answerIn(dice.between(1, 2_000), sending, () => failed(sending, "refused", false));
  }

  function silence(sending: Sending): void {
    const reset = dice.chance(0.5);
    const delayMs = reset ? dice.between(10, 20_000) : sending.request.totalTimeoutMs;
    answerIn(delayMs, sending, () => failed(sending, reset ? "reset" : "timeout", true));
  }

  function money(sending: Sending, loanRef: string, amountMinor: number | null): void {
    const trouble = weather.money();
    if (trouble === "notSent" || weather.outage === "line") {
      neverLeft(sending);
      return;
    }
    const attemptId = options.moneyLeaves(loanRef, amountMinor);
    const book = (): LenderAnswer =>
      amountMinor === null
        ? lender.release(loanRef, attemptId)
        : lender.repay(loanRef, amountMinor, attemptId);
    carryMoney(sending, attemptId, trouble, () => {
      options.meanwhile(loanRef);
      return book();
    });
  }

  function arriveIn(delayMs: number, attemptId: string, happen: () => void): void {
    const count = (change: number) =>
      options.onTheWay.set(attemptId, (options.onTheWay.get(attemptId) ?? 0) + change);
    count(1);
    diary.after(delayMs, () => {
      count(-1);
      happen();
    });
  }

  function carryMoney(
    sending: Sending,
    attemptId: string,
    trouble: Exclude<MoneyTrouble, "notSent"> | null,
    book: () => LenderAnswer,
  ): void {
    const thereMs = dice.between(5, 3_000);
    const backMs = dice.between(5, dice.chance(0.05) ? 70_000 : 3_000);
    const arrive = (happen: () => void) => arriveIn(thereMs, attemptId, happen);
    /** A way back that takes longer than anybody waits is a time-out. */
    const say = (answer: PlainAnswer) => {
      if (thereMs + backMs >= sending.request.totalTimeoutMs)
        answerIn(Math.max(0, sending.request.totalTimeoutMs - thereMs), sending, () =>
          failed(sending, "timeout", true),
        );
      else
        answerIn(backMs, sending, () => {
          options.answers.set(attemptId, `${answer.status}/${answer.body.length}`);
          return whole(sending, answer);
        });
    };
    const faithful = (result: LenderAnswer) => (result.ok ? emptySuccess : refusal(result.sentence));
    switch (trouble) {
      case null:
        arrive(() => say(faithful(book())));
        return;
      case "requestLost":
        silence(sending);
        return;
      case "answerLost":
        arrive(() => void book());
        silence(sending);
        return;
      case "faultBooked":
        arrive(() => {
          book();
          say(serverFault);
        });
        return;
      case "faultNotBooked":
        arrive(() => say(serverFault));
        return;
      case "gatewayBooked":
        arrive(() => {
          book();
          say(badGateway);
        });
        return;
      case "portal":
        arrive(() => say(portalPage));
        return;
      case "emptyPortal":
        options.falselyAcknowledged(attemptId);
        arrive(() => say(emptySuccess));
        return;
      case "redirect":
        arrive(() => say(loginRedirect));
        return;
      case "doubled":
        arrive(() => {
          const first = book();
          const second = book();
          // Which of the two answers a proxy passes on is its own business.
          say(faithful(dice.chance(0.5) ? first : second));
        });
        return;
      case "doubledLater":
        arrive(() => {
          say(faithful(book()));
          arriveIn(dice.between(1_000, HOUR), attemptId, () => void book());
        });
        return;
      case "bookedAndRefused":
        arrive(() => {
          book();
          say(refusal("The request could not be processed."));
        });
        return;
      case "refused":
        arrive(() => say(refusal("The request could not be processed.")));
        return;
      case "credentials":
        arrive(() => say(badCredentials));
        return;
      case "booksLate":
        arriveIn(dice.between(60_000, HOUR), attemptId, () => void book());
        silence(sending);
        return;
      case "truncated":
        arrive(() => {
          book();
          answerIn(backMs, sending, () => ({
            ...whole(sending, emptySuccess),
            failure: "truncated",
            phase: "body",
          }));
        });
        return;
    }
  }

  function reading(sending: Sending, loanRef: string, about: "info" | "release"): void {
    const trouble =
      weather.outage === "books" ? dice.pick(["answerLost", "fault"] as const) : weather.reading();
    if (trouble === "notSent" || trouble === "answerLost" || weather.outage === "line") {
      if (trouble === "notSent" || weather.outage === "line") neverLeft(sending);
      else silence(sending);
      return;
    }
    const loan = lender.loan(loanRef);
    const lagMs = trouble === "stale" ? dice.between(1_000, HOUR) : 0;
    if (trouble === "stale" || trouble === "falseNone") loan.wasMisreported = true;
    // The books are looked at while the request is on its way, so what comes back may be overtaken.
    diary.after(dice.between(5, 2_000), () => {
      const page = lender.pageOf(loan, lagMs);
      const truth =
        about === "release"
          ? releaseCheck(loan, page.status === "authorised")
          : page.status === "active" && remainingMinor(loan, page.version) > 0 && trouble !== "falseNone"
            ? loanInfo(loan, page.version)
            : noActiveLoan;
      const answer =
        trouble === "portal"
          ? portalPage
          : trouble === "fault"
            ? serverFault
            : trouble === "malformed"
              ? brokenXml
              : trouble === "otherLoan"
                ? loanInfo({ ...loan, loanRef: "99999" }, page.version)
                : trouble === "credentials"
                  ? badCredentials
                  : truth;
      answerIn(dice.between(5, 2_000), sending, () =>
        whole(sending, answer, trouble === "wrongDate" ? 24 * HOUR : 0),
      );
    });
  }

  return {
    send: (request) =>
      new Promise((resolve) => {
        if (!options.isAlive()) return;
        const sending: Sending = { request, startedAt: options.wallNow(), resolve };
        const url = new URL(request.url);
        const loanRef = url.searchParams.get("loanRef") ?? "";
        if (url.pathname.endsWith("/insert/repayment"))
          money(sending, loanRef, minorFromDecimalText(url.searchParams.get("amount") ?? "") ?? Number.NaN);
        else if (url.pathname.endsWith("/confirm/cash/release")) money(sending, loanRef, null);
        else if (url.pathname.endsWith("/allow/cash/release")) reading(sending, loanRef, "release");
        else if (url.pathname.endsWith("/loan/info")) reading(sending, loanRef, "info");
        else throw new Error(`Nobody in this world knows ${url.pathname}.`);
      }),
  };
}
