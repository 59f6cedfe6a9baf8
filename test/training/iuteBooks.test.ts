/** The lender's books outlive the app, its line can be pulled, and its staff and other offices can be played. */
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { EXAMPLE_LOANS } from "../../electron/training/iute/examples.ts";
import type { TrainingIute, TrainingIuteOptions } from "../../electron/training/iute/server.ts";
import { apply, applyUpTo, SAMPLE_APPLICATION } from "./iuteSamples.ts";
import { createManualTimer } from "./manualTimer.ts";
import { get, multipartBody, postMultipart, startLender } from "./rawClient.ts";

let folder: string;
let open: TrainingIute[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "lender-"));
  open = [];
});
afterEach(async () => {
  await Promise.all(open.map((lender) => lender.close()));
  await rm(folder, { recursive: true });
});

const booksPath = () => join(folder, "training", "iute.json");
async function start(options: Partial<TrainingIuteOptions> = {}) {
  const lender = await startLender({ booksPath: booksPath(), ...options });
  open.push(lender);
  return lender;
}
async function activeLoan(lender: TrainingIute) {
  const loanRef = await applyUpTo(lender, "authorised");
  await get(lender.baseUrl, "confirm/cash/release", { loanRef });
  return loanRef;
}
const repay = (lender: TrainingIute, loanRef: string, amount = "100") =>
  get(lender.baseUrl, "insert/repayment", { loanRef, date: "22052018", amount });
const repaid = (lender: TrainingIute, loanRef: string) =>
  lender.books().loans.find((loan) => loan.loanRef === loanRef)?.repaidMinor;

describe("the file", () => {
  it("has a booking in it before the booking is answered", async () => {
    const lender = await start();
    const loanRef = await activeLoan(lender);
    await repay(lender, loanRef, "12.34");
    expect(JSON.parse(await readFile(booksPath(), "utf8")).loans[0].repayments).toMatchObject([
      { amountMinor: 1234, date: "2018-05-22", at: "2018-06-26T09:30:00.000Z", office: "partner" },
    ]);
    expect(await readdir(join(folder, "training"))).toEqual(["iute.json"]);
  });

  it("brings back loans, requests, references and the port", async () => {
    const first = await start();
    const loanRef = await activeLoan(first);
    await repay(first, loanRef);
    await first.close();
    const second = await start({ seedExamples: true });
    expect(second.baseUrl).toBe(first.baseUrl);
    expect(second.books()).toEqual(first.books());
    expect(await apply(second)).toBe("90001");
    expect(second.requests().map(({ number }) => number)).toEqual([1, 2, 3, 4, 5]);
  });

  it("takes another port when its own is taken", async () => {
    const first = await start();
    await first.close();
    const squatter = createServer().listen(Number(new URL(first.baseUrl).port), "127.0.0.1");
    await new Promise((resolve) => squatter.once("listening", resolve));
    const second = await start();
    expect(second.baseUrl).not.toBe(first.baseUrl);
    expect((await get(second.baseUrl, "loan/info", { loanRef: "1" })).status).toBe(200);
    await new Promise((resolve) => squatter.close(resolve));
  });

  it.each(["", "{", "null", '{"version":2}', '{"version":1,"loans":7}'])("sets %j aside", async (content) => {
    await start().then((lender) => lender.close());
    await writeFile(booksPath(), content);
    const lender = await start();
    expect(lender.books().loans).toEqual([]);
    expect(lender.booksSetAside).toMatch(/iute\.json\.damaged-\d+$/);
    expect(await readFile(String(lender.booksSetAside), "utf8")).toBe(content);
  });

  it("books a hundred repayments that arrive together, each once", async () => {
    const lender = await start();
    const loanRef = await activeLoan(lender);
    await Promise.all(Array.from({ length: 100 }, () => repay(lender, loanRef, "1")));
    expect(repaid(lender, loanRef)).toBe(100_00);
    await lender.close();
    expect(repaid(await start(), loanRef)).toBe(100_00);
  });
});

describe("the line", () => {
  it("goes down for open and new connections, stays down over a restart, and comes back on its port", async () => {
    const first = await start();
    first.misbehave("timeoutAfterBooking", 1);
    const booked = new Promise<void>((resolve) => {
      const leave = first.subscribe(() => {
        if (first.books().loans.length === 0) return;
        leave();
        resolve();
      });
    });
    const unanswered = postMultipart(first.baseUrl, "new/loan", multipartBody(SAMPLE_APPLICATION));
    await booked;
    await first.setLine(false);
    expect((await unanswered).how).toBe("noByte");
    expect((await get(first.baseUrl, "loan/info", { loanRef: "1" })).how).toBe("refused");
    await first.close();
    const second = await start();
    expect([second.lineUp(), second.baseUrl]).toEqual([false, first.baseUrl]);
    expect((await get(second.baseUrl, "loan/info", { loanRef: "1" })).how).toBe("refused");
    await second.setLine(true);
    expect((await get(second.baseUrl, "loan/info", { loanRef: "1" })).status).toBe(200);
  });
});

describe("the staff", () => {
  it.each<["approve" | "reject" | "authorise", string]>([
    ["approve", "approved"],
    ["reject", "rejected"],
  ])("%s a new loan", async (decision, step) => {
    const lender = await start();
    expect(await lender.decide(await apply(lender), decision)).toBe(step);
  });

  it("cannot authorise what was not signed, approve twice, or decide about an unknown loan", async () => {
    const lender = await start();
    const loanRef = await applyUpTo(lender, "approved");
    await expect(lender.decide(loanRef, "authorise")).rejects.toMatchObject({ code: "wrongStep" });
    await expect(lender.decide(loanRef, "approve")).rejects.toThrow("in status APPROVED");
    await expect(lender.decide("7", "reject")).rejects.toMatchObject({ code: "unknownLoan" });
  });

  it("decide by themselves when they are asked to, also after a restart", async () => {
    const timer = createManualTimer();
    const autoDecide = { approveAfterMillis: 2_000, authoriseAfterMillis: 3_000 };
    const first = await start({ timer, autoDecide });
    await apply(first);
    expect(timer.waiting).toEqual([2_000]);
    await first.close();
    expect(timer.waiting).toEqual([]);
    const second = await start({ timer, autoDecide });
    timer.ring();
    expect(second.books().loans[0]?.step).toBe("approved");
    const signed = applyUpTo(second, "signed");
    await expect(signed).resolves.toBe("90001");
    expect(second.books().loans[1]?.step).toBe("signed");
    timer.ring();
    timer.ring();
    expect(second.books().loans[1]?.step).toBe("authorised");
  });
});

describe("other offices", () => {
  it("pay and take back, down to zero and up to the whole", async () => {
    const lender = await start();
    const loanRef = await activeLoan(lender);
    await lender.otherOfficePays(loanRef, 657_408);
    expect(lender.books().loans[0]).toMatchObject({ step: "closed", remainingMinor: 0 });
    await lender.otherOfficeReverses(loanRef, 109_568);
    expect(lender.books().loans[0]).toMatchObject({ step: "active", repaidMinor: 547_840 });
    expect(
      lender.books().loans[0]?.repayments.map(({ office, amountMinor }) => [office, amountMinor]),
    ).toEqual([
      ["other", 657_408],
      ["other", -109_568],
    ]);
    await expect(lender.otherOfficePays(loanRef, 109_569)).rejects.toMatchObject({ code: "badAmount" });
    await expect(lender.otherOfficeReverses(loanRef, 547_841)).rejects.toMatchObject({ code: "badAmount" });
    await expect(lender.otherOfficePays(loanRef, 0.5)).rejects.toMatchObject({ code: "badAmount" });
    await expect(lender.otherOfficePays("7", 1)).rejects.toMatchObject({ code: "unknownLoan" });
  });
});

describe("the examples", () => {
  it("are what their descriptions say", async () => {
    const lender = await start({ seedExamples: true });
    const shown = lender
      .books()
      .loans.map((loan) => [loan.loanRef, loan.step, loan.repaidMinor, loan.remainingMinor]);
    expect(shown).toEqual([
      ["80001", "active", 4 * 407_410 + 100_000, 7 * 407_410 + 307_410],
      ["80002", "active", 5 * 109_568 + 54_784, 54_784],
      ["80003", "closed", 3 * 192_902, 0],
      ["80004", "authorised", 0, 1_905_880],
    ]);
    const known = lender.books().loans.map(({ loanRef, application }) => ({
      loanRef,
      clientPin: application.pin,
      clientName: `${application.firstName} ${application.lastName}`,
    }));
    expect(EXAMPLE_LOANS).toMatchObject(known);
    expect((await get(lender.baseUrl, "loan/info", { loanRef: "80003" })).body.toString()).toContain("-1");
    expect((await get(lender.baseUrl, "allow/cash/release", { loanRef: "80004" })).body.toString()).toContain(
      "true",
    );
  });
});
