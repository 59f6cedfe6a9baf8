/** Which printer takes which paper, and an agreement on its way to one. */
import { createHash } from "node:crypto";
import { describe, expect, test, vi } from "vitest";
import { readAgreementCodes } from "../../electron/documents/codes/reading.ts";
import type { Printing, PrintJob } from "../../electron/ports.ts";
import { value } from "../agent/counter.ts";
import { decide, openCounter } from "../desks/counter.ts";
import { drawn } from "./drawn.ts";
import { plainPdf } from "./files.ts";
import { OFFLINE, printerIn, rowsOf } from "./printer.ts";

// Real pages are drawn, photographed and read, each by a program of its own.
vi.setConfig({ testTimeout: 90_000 });

describe("where paper goes", () => {
  test("is chosen for each use, journaled with a name, and holds from then on", async () => {
    const tray: PrintJob[] = [];
    const counter = await openCounter({ printing: printerIn(tray) });
    const { agent } = counter;
    const fresh = await value(agent.call("printers.choices", {}));
    expect(fresh.choices).toEqual(
      ["agreement", "receipt", "report"].map((use) => ({ use, printer: null, paper: "a4", duplex: null })),
    );
    await value(agent.call("printers.choose", { use: "receipt", printer: "Roll", paper: "roll58" }));
    await value(agent.call("printers.choose", { use: "agreement", printer: "Laser", duplex: "longEdge" }));
    await value(agent.call("printers.choose", { use: "receipt", paper: "roll80" }));
    await counter.restart();
    await counter.lender.setLine(false);
    const { itemId } = await counter.capture("90001", 109_568, OFFLINE);
    await value(counter.agent.call("receipts.print", { itemId }));
    expect(tray[0]).toMatchObject({ printer: "Roll", page: { widthUm: 80_000 } });
    expect(tray[0]?.duplex).toBeUndefined();
    const { html } = await value(counter.agent.call("receipts.make", { itemId }));
    expect(html).toContain('<body class="roll80"');
    await value(counter.agent.call("receipts.print", { itemId, printer: "Other", paper: "a4" }));
    expect(tray[1]).toMatchObject({ printer: "Other", page: { widthUm: 210_000 } });
    await value(counter.agent.call("printers.test", { use: "receipt" }));
    expect(tray[2]).toMatchObject({ printer: "Roll", page: { widthUm: 80_000 } });
    const { documentId } = await value(
      counter.agent.call("documents.import", { name: "signed.pdf", bytes: await plainPdf() }),
    );
    await value(counter.agent.call("documents.print", { documentId }));
    expect(tray[3]).toMatchObject({ printer: "Laser", duplex: "longEdge" });
    await value(counter.agent.call("documents.print", { documentId, printer: "Counter", duplex: "simplex" }));
    expect(tray[4]).toMatchObject({ printer: "Counter", duplex: "simplex" });
    const { entries } = await rowsOf(counter, ["setup.printerChosen"]);
    expect(entries.map(({ actor, summary }) => `${actor}: ${summary}`)).toEqual([
      "Celik: Roll takes every receipt from now on (roll80).",
      "Celik: Laser takes every agreement from now on (a4).",
      "Celik: Roll takes every receipt from now on (roll58).",
    ]);
  });

  test("a closed dialog is no print, and what the printer said stands in the journal", async () => {
    const printer = printerIn([]);
    const closing: Printing = {
      ...printer,
      print: async () => ({ ok: false, printer: "Counter", message: "cancelled", problem: "dialogClosed" }),
    };
    const counter = await openCounter({ printing: closing });
    const { agent } = counter;
    const { documentId } = await value(
      agent.call("documents.import", { name: "signed.pdf", bytes: await plainPdf() }),
    );
    expect(await value(agent.call("documents.print", { documentId, dialog: true }))).toMatchObject({
      result: "cancelled",
      problem: "dialogClosed",
      copy: false,
    });
    expect(await value(agent.call("documents.prints", { documentId }))).toEqual({
      count: 0,
      state: "failed",
    });
    const { entries } = await rowsOf(counter, ["paper.printed"]);
    expect(entries[0]?.summary).toBe("The paper was cancelled by Counter. cancelled");
  });
});

describe("the agreement", () => {
  test("goes to the printer with a code on each page, counted, while the kept one stays as it came", async () => {
    const tray: PrintJob[] = [];
    const counter = await openCounter({ printing: { ...printerIn(tray), drawn } });
    const { agent } = counter;
    const { loanId, loanRef } = await counter.apply();
    await decide(counter.lender, loanRef, "approve");
    const agreement = await value(agent.call("agreements.fetch", { loanId, language: "rom" }));
    const { documentId, sha256, pages } = agreement;
    const mark = documentId.slice(-4).toUpperCase();
    for (const print of [1, 2]) {
      const printed = await value(agent.call("documents.print", { documentId }));
      expect(printed).toMatchObject({ result: "sent", codes: pages, copy: print > 1 });
      const content = tray[print - 1]?.content;
      if (content?.kind !== "pdf") throw new Error("An agreement is printed as a PDF.");
      const codes = await Promise.all(
        (await drawn(content.bytes, 200)).map(async (page) => (await readAgreementCodes(page)).codes),
      );
      expect(codes).toEqual(
        Array.from({ length: pages }, (_, at) => [`CFA:${loanRef}:${at + 1}/${pages}:${print}:${mark}`]),
      );
    }
    expect(await value(agent.call("documents.prints", { documentId }))).toEqual({
      count: 2,
      state: "printed",
    });
    const kept = await value(agent.call("documents.read", { documentId }));
    expect(createHash("sha256").update(kept.bytes).digest("hex")).toBe(sha256);
    const { entries } = await rowsOf(counter, ["paper.printing", "paper.printed"]);
    expect(entries.map(({ summary }) => summary)).toContain(
      `The paper was sent by Counter. Pages with our code: ${pages}.`,
    );
    expect(entries.filter(({ loanId: about }) => about === loanId)).toHaveLength(2);
  });
});
