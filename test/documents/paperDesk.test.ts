/** Paper at the counter: made, printed, printed again, saved; and what the journal and the next print say about it. */
import { existsSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import type { PrintJob } from "../../electron/ports.ts";
import { value } from "../agent/counter.ts";
import { writeInto } from "../agent/journalOf.ts";
import { BESA, openCounter } from "../desks/counter.ts";
import { photographed } from "../devices/samples.ts";
import { temporaryFolder } from "../journal/till.ts";
import { jpeg, plainPdf, tiff } from "./files.ts";
import { htmlOf, OFFLINE, printerIn, rowsOf } from "./printer.ts";

/** What a person chose is looked at in a process of its own, which takes its time on a busy machine. */
vi.setConfig({ testTimeout: 120_000 });

/** A counter whose line is down, with one repayment taken. */
async function takenOffline() {
  const tray: PrintJob[] = [];
  const printer = printerIn(tray);
  const counter = await openCounter({ printing: printer });
  await counter.lender.setLine(false);
  const taken = await counter.capture("90001", 109_568, OFFLINE);
  return { counter, tray, printer, ...taken };
}

describe("the receipt of a repayment taken offline", () => {
  test("says that the lender has not confirmed it, and is kept sealed", async () => {
    const { counter, itemId, receiptNo } = await takenOffline();
    const made = await value(counter.agent.call("receipts.make", { itemId, paper: "roll80" }));
    for (const words of [receiptNo, "1.095,68", "O mie nouăzeci și cinci 68/100 MDL", "Ion &amp; Fiii"])
      expect(made.html).toContain(words);
    expect(made.html).toContain("Creditorul nu a confirmat încă această plată.");
    expect(made.copy).toBe(false);
    const read = await value(counter.agent.call("documents.read", { documentId: made.documentId }));
    expect(Buffer.from(read.bytes).toString("utf8")).toBe(made.html);
    expect(readFileSync(join(counter.dataDir, "documents", made.documentId)).includes("Fiii")).toBe(false);
    const again = await value(counter.agent.call("receipts.make", { itemId, paper: "roll80" }));
    expect(again.documentId).toBe(made.documentId);
  });

  test("is printed once, and from then on as a copy, whichever way", async () => {
    const { counter, itemId, tray } = await takenOffline();
    const { agent } = counter;
    const { documentId } = await value(agent.call("receipts.make", { itemId }));
    expect(await value(agent.call("receipts.prints", { itemId }))).toEqual({ count: 0, state: "never" });
    const first = await value(agent.call("receipts.print", { itemId, paper: "roll80", printer: "Counter" }));
    expect(first).toMatchObject({ result: "sent", printer: "Counter", copy: false, copies: 1 });
    expect(htmlOf(tray[0])).toContain('data-copy="no"');
    expect(tray[0]?.page.widthUm).toBe(80_000);
    const second = await value(agent.call("documents.print", { documentId }));
    expect(second).toMatchObject({ result: "sent", copy: true });
    expect(htmlOf(tray[1])).toContain('data-copy="yes"');
    expect(await value(agent.call("receipts.make", { itemId }))).toMatchObject({ copy: true });
    expect(await value(agent.call("receipts.prints", { itemId }))).toEqual({ count: 2, state: "printed" });
  });

  test("without paper the money stays valid, and the paper that follows is no copy", async () => {
    const { counter, itemId, printer, tray } = await takenOffline();
    printer.hasPaper = false;
    const failed = await value(counter.agent.call("receipts.print", { itemId }));
    expect(failed).toMatchObject({ result: "failed", message: "Out of paper.", copy: false });
    expect((await counter.item(itemId)).state).toBe("queued");
    printer.hasPaper = true;
    expect(await value(counter.agent.call("receipts.print", { itemId }))).toMatchObject({ copy: false });
    expect(htmlOf(tray[0])).toContain('data-copy="no"');
    const { entries } = await rowsOf(counter, ["paper.printing", "paper.printed"]);
    expect(entries).toHaveLength(4);
  });

  test("a print that was under way when the program ended is unknown, and the next one a copy", async () => {
    const { counter, itemId } = await takenOffline();
    await counter.agent.close();
    await writeInto(counter.dataDir, ({ append }) =>
      append({
        kind: "paper.printing",
        payload: {
          ...{ printId: "print-1", what: "receipt", subjectId: itemId, printer: null },
          ...{ copies: 1, copy: false },
        },
        actor: "Celik",
      }),
    );
    await counter.restart();
    const { agent } = counter;
    expect(await value(agent.call("receipts.prints", { itemId }))).toEqual({ count: 1, state: "unknown" });
    expect(await value(agent.call("receipts.print", { itemId }))).toMatchObject({ copy: true });
  });

  test("becomes a PDF file where the program can make one, and counts as paper", async () => {
    const { counter, itemId } = await takenOffline();
    const { agent } = counter;
    const { documentId } = await value(agent.call("receipts.make", { itemId }));
    const path = join(temporaryFolder(), "receipt.pdf");
    await value(agent.call("documents.save", { documentId, path }));
    expect(readFileSync(path, "utf8")).toMatch(/^%PDF of \d+ letters$/);
    expect(await value(agent.call("receipts.print", { itemId }))).toMatchObject({ copy: true });
  });
});

test("once the lender has booked it, the receipt says so", async () => {
  const tray: PrintJob[] = [];
  const counter = await openCounter({ printing: printerIn(tray) });
  const { loanRef } = await counter.active();
  const { itemId } = await counter.capture(loanRef);
  await counter.itemTo(itemId, "posted/confirmed");
  const { html } = await value(counter.agent.call("receipts.make", { itemId }));
  expect(html).toContain("Înregistrată de creditor");
  expect(html).toContain("Nelea Iacovet");
}, 30_000);

test("a withdrawn payment has a slip for the withdrawal and one for the cash given back", async () => {
  const { counter, itemId, tray, receiptNo } = await takenOffline();
  const { agent } = counter;
  expect(await counter.refusal("receipts.make", { itemId, what: "giveBack" })).toMatchObject({
    code: "wrongState",
  });
  const { name, pin } = BESA;
  await value(agent.call("outbox.void", { itemId, reason: "Wrong loan", approval: { name, pin } }));
  const voided = await value(agent.call("receipts.make", { itemId, what: "void" }));
  expect(voided.html).toContain("Wrong loan");
  const given = await value(agent.call("repayments.giveBack", { itemId }));
  await value(agent.call("receipts.print", { itemId, what: "giveBack", paper: "roll58" }));
  expect(htmlOf(tray[0])).toContain(given.slipNo);
  expect(htmlOf(tray[0])).toContain(receiptNo);
});

test("the shift report and a test page are printed and journaled", async () => {
  const { counter, tray } = await takenOffline();
  const { agent } = counter;
  const report = await value(agent.call("receipts.printReport", { paper: "roll80" }));
  expect(report).toMatchObject({ result: "sent", copy: false });
  expect(htmlOf(tray[0])).toContain("1.095,68");
  expect(await value(agent.call("receipts.printReport", {}))).toMatchObject({ copy: true });
  expect(await value(agent.call("printers.test", { paper: "roll58" }))).toMatchObject({ copy: false });
  expect(await value(agent.call("printers.list", {}))).toEqual({
    printers: [{ name: "Counter", label: "Counter", isDefault: true }],
  });
});

describe("documents", () => {
  test("are read with a row in the journal, and printed as they are", async () => {
    const tray: PrintJob[] = [];
    const counter = await openCounter({ printing: printerIn(tray) });
    const { agent } = counter;
    const bytes = await plainPdf();
    const { documentId } = await value(agent.call("documents.import", { name: "signed.pdf", bytes }));
    await value(agent.call("documents.read", { documentId }));
    expect((await rowsOf(counter, ["customer.read"])).total).toBe(1);
    const printed = await value(agent.call("documents.print", { documentId, copies: 2 }));
    expect(printed).toMatchObject({ result: "sent", copies: 2, copy: false });
    expect(tray[0]).toMatchObject({ copies: 2, content: { kind: "pdf" } });
    const picture = await value(agent.call("documents.import", { name: "id.jpg", bytes: jpeg }));
    await value(agent.call("documents.print", { documentId: picture.documentId }));
    expect(htmlOf(tray[1])).toContain(`data:image/jpeg;base64,${jpeg.toString("base64")}`);
    const [fax] = photographed(await plainPdf("90001", 1), "tiff", 200);
    const sent = await value(
      agent.call("documents.import", { name: "fax.tiff", bytes: Uint8Array.from(fax ?? []) }),
    );
    await value(agent.call("documents.print", { documentId: sent.documentId }));
    expect(tray[2]?.content.kind).toBe("pdf");
    const empty = await value(agent.call("documents.import", { name: "empty.tiff", bytes: tiff(1) }));
    expect(await counter.refusal("documents.print", { documentId: empty.documentId })).toMatchObject({
      code: "unsupportedFile",
      field: "documentId",
    });
    expect((await rowsOf(counter, ["paper.printing"])).total).toBe(3);
  });

  test("come in by path with the path named where one is refused", async () => {
    const counter = await openCounter();
    const folder = temporaryFolder();
    const path = join(folder, "id.jpg");
    writeFileSync(path, jpeg);
    symlinkSync(path, join(folder, "link.jpg"));
    writeFileSync(join(folder, "empty.pdf"), "");
    writeFileSync(join(folder, "text.pdf"), "text");
    const imported = await value(counter.agent.call("documents.import", { name: "id.jpg", path }));
    expect(imported.bytes).toBe(jpeg.length);
    for (const [name, code] of [
      ["link.jpg", "fileUnreadable"],
      ["empty.pdf", "fileEmpty"],
      ["text.pdf", "unsupportedFile"],
    ] as const)
      expect(await counter.refusal("documents.import", { name, path: join(folder, name) })).toMatchObject({
        code,
        field: "path",
      });
  });

  test("without a way to a printer paper can still be made and kept", async () => {
    const counter = await openCounter();
    await counter.lender.setLine(false);
    const { itemId } = await counter.capture("90001", 109_568, OFFLINE);
    const { documentId } = await value(counter.agent.call("receipts.make", { itemId }));
    for (const [name, input] of [
      ["receipts.print", { itemId }],
      ["documents.print", { documentId }],
      ["printers.list", {}],
    ] as const)
      expect(await counter.refusal(name, input)).toMatchObject({ code: "notAvailable" });
    const path = join(temporaryFolder(), "receipt.html");
    await value(counter.agent.call("documents.save", { documentId, path }));
    expect(readFileSync(path, "utf8")).toContain("<!doctype html>");
  });

  test("a place that cannot be written is refused by its path, and nothing half is left there", async () => {
    const counter = await openCounter();
    const { documentId } = await value(
      counter.agent.call("documents.import", { name: "id.jpg", bytes: jpeg }),
    );
    const path = join(temporaryFolder(), "no such folder", "id.jpg");
    expect(await counter.refusal("documents.save", { documentId, path })).toMatchObject({
      code: "storageFailed",
      field: "path",
    });
    expect(existsSync(path)).toBe(false);
  });
});
