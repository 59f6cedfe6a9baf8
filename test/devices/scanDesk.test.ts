/** Scanning at a whole counter: pages come in, are put in order, compared with the loan, and reach the lender as they are. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PDFDocument } from "@cantoo/pdf-lib";
import { beforeAll, describe, expect, onTestFinished, test, vi } from "vitest";
import { failureWords } from "../../electron/devices/contract.ts";
import { refusal, value } from "../agent/counter.ts";
import { CELIK, DRITA, decide, openCounter } from "../desks/counter.ts";
import { plainPdf } from "../documents/files.ts";
import { temporaryFolder } from "../journal/till.ts";
import type { Mishap } from "./esclScanner.ts";
import { networkScanner } from "./networkScanner.ts";
import { evenJpeg } from "./samples.ts";
import { isSaneHere, useSaneTestDevice } from "./sources.ts";

/** Pages are decoded in a process of its own, which takes its time on a busy machine. */
vi.setConfig({ testTimeout: 120_000 });

beforeAll(useSaneTestDevice);

const white = evenJpeg(250, 60);

type Counter = Awaited<ReturnType<typeof openCounter>>;

/** The administrator sets the scanner up, the cashier is back at the counter. */
async function withScanner(counter: Counter, feed: readonly (Buffer | Mishap)[]) {
  const scanner = await networkScanner(feed);
  await counter.signIn(DRITA);
  const { id } = await value(
    counter.agent.call("scanners.save", { name: "Corridor", address: scanner.address }),
  );
  await counter.signIn(CELIK);
  return { scanner, sourceId: id };
}

function scan(counter: Counter, sourceId: string, more: object = {}) {
  return counter.agent.call("documents.scan", { sourceId, options: { source: "feeder" }, ...more });
}

function codes(checks: { code: string; level: string }[]): string[] {
  return checks.filter(({ level }) => level !== "ok").map(({ code }) => code);
}

/** Of rows about documents, in the order in which they were written. */
async function documentRows(counter: Counter) {
  const kinds = ["document.stored", "document.purged"];
  const { entries } = await value(
    counter.agent.call("journal.search", { kinds, page: { number: 1, size: 100 } }),
  );
  return entries.map(({ kind }) => kind).toReversed();
}

describe("pages from a network scanner", () => {
  test("become a sealed PDF that says what is wrong with them; more are added to it, the older one is let go", {
    timeout: 60_000,
  }, async () => {
    const counter = await openCounter();
    const { sourceId } = await withScanner(counter, [white, white]);
    const progress: number[] = [];
    onTestFinished(counter.agent.on("scan.progress", ({ pages }) => progress.push(pages)));
    const first = await value(scan(counter, sourceId));
    expect(first).toMatchObject({ pages: 2, mime: "application/pdf" });
    expect(codes(first.checks)).toEqual(["blankPage"]);
    expect(first.checks.find(({ code }) => code === "blankPage")?.message).toContain("Pages 1, 2");
    expect(progress).toEqual([1, 2]);
    const sealed = readFileSync(join(counter.dataDir, "documents", first.documentId));
    expect(sealed.includes("%PDF")).toBe(false);

    const more = await withScanner(counter, [evenJpeg(20, 60)]);
    const both = await value(scan(counter, more.sourceId, { documentId: first.documentId }));
    expect(both.pages).toBe(3);
    expect(codes(both.checks)).toEqual(["blankPage", "tooDark"]);
    expect((await refusal(counter.agent.call("documents.read", { documentId: first.documentId }))).code).toBe(
      "unknownDocument",
    );
    expect(await documentRows(counter)).toEqual(["document.stored", "document.stored", "document.purged"]);
    expect(readdirSync(join(counter.dataDir, "documents"))).toEqual([both.documentId]);

    const listed = await value(counter.agent.call("documents.pages", { documentId: both.documentId }));
    expect(listed.pages.map(({ problems }) => problems.join("+"))).toEqual([
      "blankPage",
      "blankPage",
      "tooDark",
    ]);
    const pages = [{ number: 3, turn: 90 }, { number: 1 }];
    const arranged = await value(
      counter.agent.call("documents.arrange", { documentId: both.documentId, pages }),
    );
    expect(arranged.pages).toBe(2);
    const { bytes } = await value(counter.agent.call("documents.read", { documentId: arranged.documentId }));
    const angles = (await PDFDocument.load(bytes)).getPages().map((page) => page.getRotation().angle);
    expect(angles).toEqual([90, 0]);
  });

  test("a page in another's place comes from another document", async () => {
    const counter = await openCounter();
    const agreement = await value(
      counter.agent.call("documents.import", { name: "a.pdf", bytes: await plainPdf("90001", 3) }),
    );
    const picture = await value(
      counter.agent.call("documents.import", { name: "b.jpg", bytes: Uint8Array.from(white) }),
    );
    const replaced = await value(
      counter.agent.call("documents.arrange", {
        documentId: agreement.documentId,
        pages: [{ number: 1 }, { number: 1, documentId: picture.documentId }, { number: 3 }],
      }),
    );
    expect(replaced).toMatchObject({ pages: 3, mime: "application/pdf", name: "a.pdf" });
    // Files that a person chose stay: only scans that live on in a newer one are let go.
    expect(
      await value(counter.agent.call("documents.read", { documentId: agreement.documentId })),
    ).toMatchObject({ name: "a.pdf" });
    const none = await refusal(
      counter.agent.call("documents.arrange", { documentId: agreement.documentId, pages: [{ number: 9 }] }),
    );
    expect(none).toMatchObject({ code: "invalidInput", field: "pages" });
  });

  test("a jam after a page keeps the page and says so; a jam at once is an error, and the counter goes on", async () => {
    const counter = await openCounter();
    const { sourceId } = await withScanner(counter, [white, "jam"]);
    const kept = await value(scan(counter, sourceId));
    expect(kept.pages).toBe(1);
    expect(codes(kept.checks)).toContain("scanStopped");
    expect(kept.checks.find(({ code }) => code === "scanStopped")?.message).toContain("jammed");
    const dead = await withScanner(counter, ["cut"]);
    expect(await refusal(scan(counter, dead.sourceId))).toMatchObject({
      code: "scannerFailed",
      message: failureWords.broke,
    });
    expect(await refusal(scan(counter, "nobody"))).toMatchObject({
      code: "scannerFailed",
      field: "sourceId",
    });
    expect((await counter.till()).open).toBe(true);
  });

  test("one scan at a time, and whoever waits for a silent scanner can stop it", async () => {
    const counter = await openCounter();
    const { sourceId } = await withScanner(counter, [white, "hang"]);
    const waiting = new Promise<void>((resolve) => {
      onTestFinished(counter.agent.on("scan.progress", () => resolve()));
    });
    const scanning = scan(counter, sourceId);
    await waiting;
    expect((await refusal(scan(counter, sourceId))).code).toBe("openOperation");
    await value(counter.agent.call("scanners.stop", { sourceId }));
    const kept = await value(scanning);
    expect(kept.checks.find(({ code }) => code === "scanStopped")?.message).toContain("stopped");
  });

  test("addresses that are none are refused beside their field; scanners are kept over a restart and removed", async () => {
    const counter = await openCounter();
    const { sourceId } = await withScanner(counter, []);
    await counter.signIn(DRITA);
    for (const address of ["ftp://10.0.0.2", "http://user@10.0.0.2", "10.0.0.2", "http://10.0.0.2/?x=1"])
      expect(await refusal(counter.agent.call("scanners.save", { name: "X", address }))).toMatchObject({
        code: "invalidInput",
        field: "address",
      });
    await counter.restart(DRITA);
    const own = async () =>
      (await value(counter.agent.call("scanners.list", {}))).scanners.filter(({ kind }) => kind === "escl");
    expect((await own()).map(({ name }) => name)).toEqual(["Corridor"]);
    await value(counter.agent.call("scanners.remove", { sourceId }));
    expect(await own()).toEqual([]);
  });
});

test("a folder's files are set aside once they are sealed; a damaged one beside them stays and is told of", async () => {
  const counter = await openCounter();
  const path = temporaryFolder();
  await counter.signIn(DRITA);
  const { id } = await value(counter.agent.call("scanners.addFolder", { name: "Corridor", path }));
  expect(
    (await refusal(counter.agent.call("scanners.addFolder", { name: "X", path: join(path, "no") }))).field,
  ).toBe("path");
  const cut = Buffer.concat([white.subarray(0, 300), Buffer.from([0xff, 0xd9])]);
  writeFileSync(join(path, "1.jpg"), white);
  writeFileSync(join(path, "2.jpg"), cut);
  const document = await value(counter.agent.call("documents.scan", { sourceId: id, options: {} }));
  expect(document.pages).toBe(1);
  expect(codes(document.checks)).toContain("leftOut");
  expect(readdirSync(path).sort()).toEqual(["2.jpg", "taken"]);
  rmSync(path, { recursive: true });
  const gone = await refusal(counter.agent.call("documents.scan", { sourceId: id, options: {} }));
  expect(gone).toMatchObject({ code: "scannerFailed" });
  expect(gone.message).toContain(path);
  mkdirSync(path);
});

describe("compared with the loan", () => {
  test("too few pages, another loan's text, and a file that another loan has used", {
    timeout: 60_000,
  }, async () => {
    const counter = await openCounter();
    const { loanId, loanRef } = await counter.apply();
    await decide(counter.lender, loanRef, "approve");
    const agreement = await value(counter.agent.call("agreements.fetch", { loanId, language: "rom" }));
    const compare = (documentId: string) =>
      value(counter.agent.call("documents.compare", { documentId, loanId })).then(({ checks }) =>
        codes(checks),
      );
    expect(await compare(agreement.documentId)).toEqual([]);
    const other = await value(
      counter.agent.call("documents.import", {
        name: "x.pdf",
        bytes: await plainPdf("99999", agreement.pages + 1),
      }),
    );
    expect(await compare(other.documentId)).toEqual(["pageCount", "loanReference"]);
    const second = await counter.apply({ pin: "J90606014N", firstName: "Ion" });
    await decide(counter.lender, second.loanRef, "approve");
    await value(counter.agent.call("agreements.fetch", { loanId: second.loanId, language: "rom" }));
    await value(
      counter.agent.call("agreements.upload", {
        loanId: second.loanId,
        agreementDocumentId: other.documentId,
      }),
    );
    expect(await compare(other.documentId)).toContain("usedForOtherLoan");
    expect(
      (await refusal(counter.agent.call("documents.compare", { documentId: other.documentId, loanId: "no" })))
        .code,
    ).toBe("unknownLoan");
  });
});

test.runIf(isSaneHere())(
  "SANE's test device at the counter: its black and white pictures get the warnings that they deserve",
  { timeout: 60_000 },
  async () => {
    const counter = await openCounter();
    const { scanners } = await value(counter.agent.call("scanners.list", {}));
    expect(scanners.map(({ id }) => id)).toContain("sane:test:0");
    const from = (options: object) =>
      counter.agent.call("documents.scan", { sourceId: "sane:test:0", options });
    const black = await value(from({ resolution: 100 }));
    expect(codes(black.checks)).toEqual(["tooDark", "tooCoarse"]);
    const blank = await value(from({ resolution: 200, "test-picture": "Solid white" }));
    expect(codes(blank.checks)).toEqual(["blankPage"]);
    const grid = await value(from({ resolution: 200, "test-picture": "Grid" }));
    expect(codes(grid.checks)).toEqual([]);
    expect(await refusal(from({ "read-return-value": "SANE_STATUS_JAMMED" }))).toMatchObject({
      code: "scannerFailed",
      message: failureWords.jammed,
    });
  },
);
