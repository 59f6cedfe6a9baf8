/** Files and a camera's pictures at a whole counter: looked at as closely as a scan, and known again on another loan. */
import { describe, expect, test, vi } from "vitest";
import { refusal, value } from "../agent/counter.ts";
import { decide, openCounter } from "../desks/counter.ts";
import { evenJpeg, photographed, writtenPdf } from "./samples.ts";

/** Pages are decoded in a process of its own, which takes its time on a busy machine. */
vi.setConfig({ testTimeout: 120_000 });

const white = evenJpeg(250, 60);

function codes(checks: { code: string; level: string }[]): string[] {
  return checks.filter(({ level }) => level !== "ok").map(({ code }) => code);
}

describe("a file that a person chose", () => {
  test("gets the warnings that a scan gets, in words and in facts", async () => {
    const counter = await openCounter();
    const dark = await value(
      counter.agent.call("documents.import", { name: "a.jpg", bytes: Uint8Array.from(evenJpeg(20, 60)) }),
    );
    expect(codes(dark.checks)).toEqual(["tooDark", "tooCoarse"]);
    expect(dark.checks.find(({ code }) => code === "tooDark")?.facts).toEqual({ pages: "1", count: 1 });
    const [sideways = Buffer.alloc(0)] = photographed(await writtenPdf({ turn: 90 }), "jpeg", 150);
    const turned = await value(
      counter.agent.call("documents.import", { name: "b.jpg", bytes: Uint8Array.from(sideways) }),
    );
    expect(codes(turned.checks)).toEqual(["sideways"]);
    const whole = evenJpeg(200);
    const half = await value(
      counter.agent.call("documents.import", {
        name: "c.jpg",
        bytes: Uint8Array.from(whole.subarray(0, whole.length / 2)),
      }),
    );
    expect(half.checks.filter(({ level }) => level === "error").map(({ code }) => code)).toEqual([
      "pictureDamaged",
    ]);
    expect((await counter.till()).open).toBe(true);
  });

  test("the same paper scanned a second time, for another loan, is said with how sure that is", async () => {
    const counter = await openCounter();
    const first = await counter.apply();
    const second = await counter.apply({ pin: "J90606014N", firstName: "Ion" });
    for (const { loanId, loanRef } of [first, second]) {
      await decide(counter.lender, loanRef, "approve");
      await value(counter.agent.call("agreements.fetch", { loanId, language: "rom" }));
    }
    const paper = await writtenPdf({ reference: first.loanRef ?? "" });
    const scanned = async (dotsPerInch: number) => {
      const [bytes = Buffer.alloc(0)] = photographed(paper, "jpeg", dotsPerInch);
      const imported = await value(
        counter.agent.call("documents.import", { name: "scan.jpg", bytes: Uint8Array.from(bytes) }),
      );
      return imported.documentId;
    };
    const used = await scanned(150);
    await value(counter.agent.call("agreements.upload", { loanId: first.loanId, agreementDocumentId: used }));
    const again = await scanned(200);
    const { checks } = await value(
      counter.agent.call("documents.compare", { documentId: again, loanId: second.loanId }),
    );
    expect(checks.find(({ code }) => code === "samePaper")).toMatchObject({
      level: "warning",
      facts: { loanRef: first.loanRef, sure: "certain" },
    });
    const own = await value(
      counter.agent.call("documents.compare", { documentId: again, loanId: first.loanId }),
    );
    expect(codes(own.checks)).not.toContain("samePaper");
  });

  test("a camera's picture is added as a page, in its colours where a card is copied", async () => {
    const counter = await openCounter();
    const [written = Buffer.alloc(0)] = photographed(await writtenPdf(), "jpeg", 150);
    const one = await value(
      counter.agent.call("documents.addPicture", { bytes: Uint8Array.from(written), straighten: true }),
    );
    expect(one).toMatchObject({ pages: 1, mime: "application/pdf" });
    const two = await value(
      counter.agent.call("documents.addPicture", {
        ...{ bytes: Uint8Array.from(white), straighten: false, inColour: true },
        documentId: one.documentId,
      }),
    );
    expect(two.pages).toBe(2);
    const listed = await value(counter.agent.call("documents.pages", { documentId: two.documentId }));
    expect(listed.pages.every(({ thumbnail }) => thumbnail !== null)).toBe(true);
    expect((await refusal(counter.agent.call("documents.read", { documentId: one.documentId }))).code).toBe(
      "unknownDocument",
    );
    const no = counter.agent.call("documents.addPicture", {
      bytes: Uint8Array.from(Buffer.from("no picture")),
      straighten: true,
    });
    expect(await refusal(no)).toMatchObject({ code: "unsupportedFile", field: "bytes" });
  });
});
