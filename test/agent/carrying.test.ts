// A dying PC: its unsettled work goes to another till in a file, once, and nothing of it is sent twice.
import { readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { expect, onTestFinished, test, vi } from "vitest";
import { systemClock } from "../../electron/composition/systemPorts.ts";
import type { Transport } from "../../electron/ports.ts";
import { createTransport } from "../../electron/providers/http.ts";
import { startTrainingIute, type TrainingIute } from "../../electron/training/iute/server.ts";
import { until } from "../desks/counter.ts";
import { temporaryFolder } from "../journal/till.ts";
import { applyUpTo } from "../training/iuteSamples.ts";
import { CREDENTIALS, get } from "../training/rawClient.ts";
import { BESA, CELIK, OFFICE, officeWith, provision, refusal, signIn, value } from "./counter.ts";

/** Each passphrase costs its guess, here as in the office. */
vi.setConfig({ testTimeout: 60_000 });

const PASSPHRASE = "seven brown kettles";
const SUM = 109_568;

async function lenderWithLoan(): Promise<{ lender: TrainingIute; loanRef: string }> {
  const lender = await startTrainingIute({ credentials: CREDENTIALS, partnerType: "post" });
  onTestFinished(() => lender.close());
  const loanRef = await applyUpTo(lender, "authorised");
  await get(lender.baseUrl, "confirm/cash/release", { loanRef });
  return { lender, loanRef };
}

interface TillOptions {
  currency?: string;
  graceMs?: number;
  transport?: Transport;
}

/** An office before this lender; doubts are settled within fractions of a second. */
async function till(
  lender: TrainingIute,
  number: string,
  { currency = "MDL", graceMs = 10, transport }: TillOptions = {},
) {
  const dataDir = temporaryFolder();
  const office = {
    ...{ ...provision, ...OFFICE, currency, till: number },
    limits: { reconcileGraceMs: graceMs, absentQuarantineMs: 100, retryBaseMs: 20, requestTimeoutMs: 5_000 },
    providers: [
      {
        ...{ id: "iute", kind: "iute", name: "Iute", baseUrl: lender.baseUrl, environment: "test" },
        ...{ settings: { partnerType: "post", languages: ["rom"] }, secrets: CREDENTIALS },
      },
    ],
  };
  const wire = transport === undefined ? {} : { transport };
  const agent = await officeWith(BESA, { dataDir, provision: office, ...wire });
  await value(agent.call("till.open", { floatMinor: 500_000 }));
  const capture = (loanRef: string, form: string, amountMinor = SUM) =>
    value(
      agent.call("repayments.capture", {
        ...{ providerId: "iute", loanRef, amountMinor, captureId: `form-${form}` },
        ...{ clientPin: "I123456789T", payerName: "Vasile Rusu", payerPhone: "069000000" },
      }),
    );
  const items = async () => (await value(agent.call("outbox.list", {}))).items;
  const reads = async (itemId: string) => {
    const item = (await items()).find((one) => one.itemId === itemId);
    return [item?.state, item?.certainty ?? item?.reason].filter(Boolean).join("/");
  };
  return {
    ...{ agent, dataDir, capture, items, reads },
    comesTo: (itemId: string, wanted: string) =>
      until(agent, "outbox.changed", async () => {
        const now = await reads(itemId);
        return now === wanted ? { now } : `${itemId} reads ${now} instead of ${wanted}`;
      }),
    total: async () => (await items()).reduce((sum, { amountMinor }) => sum + amountMinor, 0),
    out: (path: string, passphrase = PASSPHRASE, forInstallation?: string) =>
      agent.call("setup.carryOut", {
        path,
        passphrase,
        ...(forInstallation === undefined ? {} : { forInstallation }),
      }),
    in: (path: string, passphrase = PASSPHRASE) => agent.call("setup.carryIn", { path, passphrase }),
    installation: async () => (await value(agent.call("setup.get"))).installationId ?? "",
  };
}

const arrivals = (lender: TrainingIute) =>
  lender.requests().filter(({ operation }) => operation === "insertRepayment").length;
const repaid = (lender: TrainingIute, loanRef: string) =>
  lender.books().loans.find((loan) => loan.loanRef === loanRef)?.repaidMinor;

const file = () => join(temporaryFolder(), "work.counterfoil");

test("what waits and what is in doubt goes on at the other till, and stays alone at this one", async () => {
  const { lender, loanRef } = await lenderWithLoan();
  const dying = await till(lender, "T3", { graceMs: 600_000 });
  const next = await till(lender, "T4");
  // One payment was booked and nobody heard of it; one waits behind it.
  lender.misbehave("resetAfterBooking", 1, { operation: "insertRepayment" });
  const doubt = await dying.capture(loanRef, "one");
  await dying.comesTo(doubt.itemId, "unconfirmed");
  await lender.setLine(false);
  const waits = await dying.capture(loanRef, "two", 50_000);

  const path = file();
  const before = await value(dying.agent.call("till.status", {}));
  const carried = await value(dying.out(path));
  expect(carried.items).toBe(2);
  expect(await dying.reads(doubt.itemId)).toBe("held/carriedOut");
  expect(await dying.reads(waits.itemId)).toBe("held/carriedOut");
  const after = await value(dying.agent.call("till.status", {}));
  expect(after.expectedMinor).toBe(before.expectedMinor);
  expect(after.expectedMinor).toBe(
    after.floatMinor +
      after.movedMinor +
      after.confirmedMinor +
      after.queuedMinor +
      after.unconfirmedMinor +
      after.toReturnMinor,
  );
  expect(after.queuedMinor).toBe(0);
  const again = dying.agent.call("repayments.capture", {
    ...{ providerId: "iute", loanRef, amountMinor: SUM, captureId: "form-three" },
  });
  expect((await refusal(again)).code).toBe("loanFrozen");
  expect(
    await refusal(dying.agent.call("outbox.void", { itemId: waits.itemId, reason: "Typed wrongly." })),
  ).toMatchObject({ code: "wrongState" });

  expect((await value(next.in(path))).items).toBe(carried.items);
  await lender.setLine(true);
  await dying.agent.call("outbox.sync", {});
  await next.agent.call("outbox.sync", {});
  await next.comesTo(doubt.itemId, "posted/inferred");
  await next.comesTo(waits.itemId, "posted/confirmed");
  expect(repaid(lender, loanRef)).toBe(SUM + 50_000);
  expect(arrivals(lender)).toBe(2);
  expect(await dying.reads(waits.itemId)).toBe("held/carriedOut");
  expect(await dying.total()).toBe(SUM + 50_000);
  // The receipts are the old till's, and who paid is known at the new one.
  const there = (await next.items()).find(({ itemId }) => itemId === waits.itemId);
  expect(there?.receiptNo).toBe(waits.receiptNo);
  const name = await value(next.agent.call("journal.search", { text: "Rusu" }));
  expect(name.total).toBeGreaterThan(0);
  for (const one of [dying, next])
    expect(await value(one.agent.call("journal.verify"))).toMatchObject({ ok: true });
});

test("a payment that was being sent travels as unconfirmed, and the late answer changes nothing here", async () => {
  const { lender, loanRef } = await lenderWithLoan();
  let release: () => void = () => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const wire = createTransport({ clock: systemClock });
  const late: Transport = {
    send: async (request) => {
      const exchange = await wire.send(request);
      if (request.url.includes("insert/repayment")) await released;
      return exchange;
    },
  };
  const dying = await till(lender, "T3", { transport: late });
  const next = await till(lender, "T4");
  const { itemId } = await dying.capture(loanRef, "one");
  await dying.comesTo(itemId, "sending");
  await new Promise<void>((resolve) => {
    const look = () => {
      if (arrivals(lender) > 0) resolve();
    };
    lender.subscribe(look);
    look();
  });
  const path = file();
  expect((await value(dying.out(path))).items).toBe(1);
  expect(await dying.reads(itemId)).toBe("held/carriedOut");
  await value(next.in(path));
  await next.comesTo(itemId, "posted/inferred");
  expect(arrivals(lender)).toBe(1);
  release();
  await dying.agent.close();
  const journal = new Database(join(dying.dataDir, "journal.sqlite"), { readonly: true });
  const kinds = journal
    .prepare("SELECT kind FROM journal WHERE kind LIKE 'item.%' ORDER BY sequence")
    .pluck()
    .all();
  journal.close();
  expect(kinds).toEqual(["item.armed", "item.interrupted", "item.carriedOut"]);
});

test("the file opens once, with its passphrase, whole, and not where it came from", async () => {
  const { lender, loanRef } = await lenderWithLoan();
  const dying = await till(lender, "T3");
  const next = await till(lender, "T4");
  const third = await till(lender, "T5");
  expect(await refusal(dying.out(file()))).toMatchObject({ code: "wrongState" });
  await lender.setLine(false);
  const { itemId } = await dying.capture(loanRef, "one");
  const path = file();
  // The stick is not there: the work is set apart, and the same file is written where there is room.
  expect(await refusal(dying.out(join(path, "nowhere", "work")))).toMatchObject({
    code: "storageFailed",
    field: "path",
  });
  expect(await dying.reads(itemId)).toBe("held/carriedOut");
  expect((await value(dying.out(path))).items).toBe(1);
  const text = readFileSync(path, "utf8");
  for (const secret of ["Rusu", "I123456789T", loanRef, "069000000"]) expect(text).not.toContain(secret);

  const copy = (content: string) => {
    const other = file();
    writeFileSync(other, content);
    return other;
  };
  expect(await refusal(next.in(path, "seven brown kettle"))).toMatchObject({
    code: "invalidInput",
    field: "passphrase",
  });
  const at = text.indexOf('"sealed":"') + 40;
  const damaged = `${text.slice(0, at)}${text[at] === "A" ? "B" : "A"}${text.slice(at + 1)}`;
  const relabelled = text.replace(/"carryId":"[^"]+"/, '"carryId":"carry-0"');
  for (const [content, code] of [
    [damaged, "fileUnreadable"],
    [text.slice(0, -200), "fileUnreadable"],
    ["", "fileUnreadable"],
    ["{}", "fileUnreadable"],
    [relabelled, "invalidInput"],
  ] as const)
    expect((await refusal(next.in(copy(content)))).code, content.slice(0, 30)).toBe(code);
  expect((await refusal(next.in(join(path, "none")))).code).toBe("fileUnreadable");
  expect(await refusal(dying.in(path))).toMatchObject({ code: "wrongState" });
  expect(await next.items()).toEqual([]);

  const spare = copy(text);
  expect((await value(next.in(path))).items).toBe(1);
  expect((await refusal(next.in(path))).code).toBe("exists");
  expect((await refusal(next.in(spare))).code).toBe("exists");
  // The stick itself has told a third computer, too.
  expect((await refusal(third.in(path))).code).toBe("exists");
  expect(await next.items()).toHaveLength(1);
  // Written once more it is the same file, not a second one.
  const once = file();
  expect((await value(dying.out(once))).items).toBe(1);
  expect((await refusal(next.in(once))).code).toBe("exists");
  await lender.setLine(true);
  await next.agent.call("outbox.sync", {});
  await next.comesTo(itemId, "posted/confirmed");
  expect(arrivals(lender)).toBe(1);
});

test("a file for one installation opens at no other, and only a supervisor carries", async () => {
  const { lender, loanRef } = await lenderWithLoan();
  const dying = await till(lender, "T3");
  const next = await till(lender, "T4");
  const third = await till(lender, "T5");
  const abroad = await till(lender, "T6", { currency: "EUR" });
  await lender.setLine(false);
  await dying.capture(loanRef, "one");
  const path = file();
  await value(dying.out(path, PASSPHRASE, await next.installation()));
  expect((await refusal(third.in(path))).code).toBe("wrongState");
  expect((await refusal(dying.out(file(), PASSPHRASE, await third.installation()))).code).toBe("wrongState");
  expect((await value(next.in(path))).items).toBe(1);
  await signIn(third.agent, CELIK);
  expect((await refusal(third.out(file()))).code).toBe("wrongRole");
  expect((await refusal(abroad.in(path))).code).toBe("exists");
});

test("a file that is larger than any work is refused as too large, and one that is gone as unreadable", async () => {
  const { lender } = await lenderWithLoan();
  const next = await till(lender, "T4");
  const path = file();
  expect(await refusal(next.in(path))).toMatchObject({ code: "fileUnreadable", field: "path" });
  writeFileSync(path, "");
  truncateSync(path, 201 * 1024 * 1024);
  expect(await refusal(next.in(path))).toMatchObject({ code: "fileTooLarge", field: "path" });
});
