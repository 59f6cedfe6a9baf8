// A dispute freezes its evidence: one file, checkable by anybody, without anybody's name, and the till stays as it is.
import { createHash } from "node:crypto";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { z } from "zod";
import { CELIK, officeWith, refusal, turnedClock, value } from "../agent/counter.ts";
import { BESA, type Counter, FLOAT, NELEA, openCounter } from "../desks/counter.ts";
import { temporaryFolder } from "../journal/till.ts";

const LOAN = "80001";
const note = (denominationMinor: number, pieces: number) => ({ denominationMinor, pieces });
const approval = { name: BESA.name, pin: BESA.pin };

const line = z.object({
  hash: z.string(),
  tag: z.string(),
  previous: z.string(),
  sequence: z.number(),
  kind: z.string(),
});

/** What somebody without the app and without keys can check: each line's own hash, and where it hangs on the one before. */
function checkedLines(text: string): z.infer<typeof line>[] {
  const lines = text.split("\n").filter((one) => one !== "");
  const rows = lines.map((one) => line.parse(JSON.parse(one)));
  for (const [at, one] of lines.entries()) {
    const row = rows[at];
    if (row === undefined) continue;
    const hashed = one.replace(`,"hash":"${row.hash}"`, "").replace(`,"tag":"${row.tag}"`, "");
    expect(createHash("sha256").update(hashed, "utf8").digest("hex")).toBe(row.hash);
    const before = rows[at - 1];
    if (before?.sequence === row.sequence - 1) expect(row.previous).toBe(before.hash);
  }
  return rows;
}

async function saved(counter: Counter, disputeId: string) {
  const path = join(temporaryFolder(), "evidence.zip");
  const { sha256 } = await value(counter.agent.call("disputes.save", { disputeId, path }));
  const bytes = readFileSync(path);
  expect(createHash("sha256").update(bytes).digest("hex")).toBe(sha256);
  const files = unzipSync(bytes);
  const text = (name: string) => {
    const found = files[name];
    if (found === undefined) throw new Error(`There is no ${name} in ${Object.keys(files).join(", ")}.`);
    return strFromU8(found);
  };
  return { files, names: Object.keys(files).toSorted(), text };
}

/** A payment of which nobody knows, taken from a person whose name and PIN this counter holds. */
async function shiftWithDoubt() {
  const counter = await openCounter({ examples: true });
  const { loanRef } = await counter.active();
  await counter.check(LOAN, 10_000);
  counter.lender.misbehave("error500BeforeBooking", 1, { operation: "insertRepayment" });
  const doubt = await counter.capture(LOAN, 10_000, { payerName: "Tudor Vidrașcu", payerPhone: "069123456" });
  await counter.itemTo(doubt.itemId, "attention/absentTwice");
  return { counter, doubt, loanRef };
}

test("a difference at the closing: the shift, its items, their wires and the journal, in one file", async () => {
  const { counter, doubt } = await shiftWithDoubt();
  const { expectedMinor } = await counter.till();
  const z = await value(
    counter.agent.call("till.close", {
      counts: [note(expectedMinor - 5_000, 1)],
      note: "A note is missing.",
      approval,
    }),
  );
  const before = await value(counter.agent.call("till.report", {}));
  const dispute = await value(
    counter.agent.call("disputes.open", { shiftId: z.shiftId, note: "The drawer was right at noon." }),
  );
  expect(dispute).toMatchObject({
    about: "shift",
    shiftId: z.shiftId,
    by: "Celik",
    itemId: null,
    sequence: null,
  });
  // It changes no till: only its own line stands on the report now.
  expect(await value(counter.agent.call("till.report", {}))).toEqual({ ...before, disputes: [dispute] });

  const pack = await saved(counter, dispute.disputeId);
  const { items } = await value(counter.agent.call("outbox.list", {}));
  expect(items.map(({ itemId }) => itemId)).toContain(doubt.itemId);
  expect(pack.names).toEqual(
    [
      ...["clock.json", "items.json", "journal.jsonl", "shift.html", "shift.json", "summary.html"],
      ...["versions.json", "wire.json", ...items.map(({ receiptNo }) => `receipts/${receiptNo}.html`)],
    ].toSorted(),
  );
  const rows = checkedLines(pack.text("journal.jsonl"));
  expect(rows[0]).toMatchObject({ kind: "till.opened", sequence: z.firstSequence });
  expect(rows.map(({ kind }) => kind)).toContain("till.closed");
  expect(rows.map(({ sequence }) => sequence)).toEqual(
    Array.from({ length: z.lastSequence - z.firstSequence + 1 }, (_, at) => z.firstSequence + at),
  );
  expect(JSON.parse(pack.text("wire.json"))).toContainEqual(
    expect.objectContaining({
      itemId: doubt.itemId,
      attempts: [
        expect.objectContaining({ outcome: "unconfirmed", wire: expect.objectContaining({ status: 500 }) }),
      ],
    }),
  );
  expect(JSON.parse(pack.text("versions.json"))).toMatchObject({ office: "Chișinău 6514", currency: "MDL" });
  const summary = pack.text("summary.html");
  for (const wanted of [
    dispute.disputeId,
    doubt.receiptNo,
    "The drawer was right at noon.",
    "Dovezi pentru o contestație",
    // The entries too are in the office's language, by their kind and their facts.
    "Celik: Casa a fost deschisă",
    "programul: ",
    "motivul: de două ori absent din registre",
    "aprobat de: Besa · ce: Închiderea casei cu diferență",
  ])
    expect(summary).toContain(wanted);
  expect(summary).not.toMatch(/The till was|The lender|counted|approved|Attempt/);
  // Each file's own hash stands in the summary.
  for (const [name, bytes] of Object.entries(pack.files))
    if (name !== "summary.html") expect(summary).toContain(createHash("sha256").update(bytes).digest("hex"));
});

test("the pack names no customer: not by name, not by PIN, not by telephone", async () => {
  const { counter, doubt } = await shiftWithDoubt();
  const { shiftId } = await counter.till();
  const asked = [
    { shiftId: shiftId ?? "", note: "The whole day." },
    { itemId: doubt.itemId, note: "This payment." },
  ];
  for (const dispute of asked) {
    const { disputeId } = await value(counter.agent.call("disputes.open", dispute));
    const { files } = await saved(counter, disputeId);
    const all = Object.values(files)
      .map((bytes) => strFromU8(bytes))
      .join("\n");
    for (const personal of [
      NELEA.pin,
      NELEA.lastName,
      NELEA.firstName,
      NELEA.gsm,
      "Tudor",
      "Vidra",
      "069123456",
    ])
      expect(all).not.toContain(personal);
  }
});

test("an item and a single entry, each with what belongs to it", async () => {
  const { counter, doubt } = await shiftWithDoubt();
  const item = await value(
    counter.agent.call("disputes.open", { itemId: doubt.itemId, note: "It was paid." }),
  );
  const { shiftId } = await counter.till();
  expect(item).toMatchObject({ about: "item", itemId: doubt.itemId, shiftId });
  const ofItem = checkedLines((await saved(counter, item.disputeId)).text("journal.jsonl"));
  expect(ofItem.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(["repayment.captured", "item.armed", "item.answered", "item.read"]),
  );
  const armed = ofItem.find(({ kind }) => kind === "item.armed");
  const entry = await value(
    counter.agent.call("disputes.open", { sequence: armed?.sequence ?? 0, note: "I did not send this." }),
  );
  expect(entry).toMatchObject({ about: "entry", sequence: armed?.sequence, itemId: doubt.itemId });
  const { disputes, total } = await value(counter.agent.call("disputes.list", {}));
  expect(total).toBe(2);
  expect(disputes).toEqual([entry, item]);
  // Another run of the program still has the evidence.
  await counter.restart();
  expect((await saved(counter, item.disputeId)).names).toContain("summary.html");
  expect((await value(counter.agent.call("journal.search", { kinds: ["dispute.saved"] }))).total).toBe(2);
});

test("what does not exist cannot be disputed, and two things at once neither", async () => {
  const counter = await openCounter();
  for (const [input, field] of [
    [{ shiftId: "shift-0", note: "x" }, "shiftId"],
    [{ itemId: "item-0", note: "x" }, "itemId"],
    [{ sequence: 99_999, note: "x" }, "sequence"],
  ] as const)
    expect(await refusal(counter.agent.call("disputes.open", input))).toMatchObject({
      code: "unknownItem",
      field,
    });
  for (const input of [
    { note: "x" },
    { itemId: "item-0", sequence: 1, note: "x" },
    { sequence: 1, note: "" },
  ])
    expect(await refusal(counter.agent.call("disputes.open", input))).toMatchObject({ code: "invalidInput" });
  expect((await value(counter.agent.call("disputes.list", {}))).total).toBe(0);
});

test("evidence that was changed or taken away afterwards is none, and the till's own files are not written over", async () => {
  const counter = await openCounter();
  const dispute = await value(counter.agent.call("disputes.open", { sequence: 1, note: "Why?" }));
  const { disputeId, fileName, bytes } = dispute;
  const inside = join(counter.dataDir, "disputes", fileName);
  const kept = readFileSync(inside);
  expect(kept.byteLength).toBe(bytes);
  const path = join(temporaryFolder(), "pack.zip");
  expect(await refusal(counter.agent.call("disputes.save", { disputeId, path: inside }))).toMatchObject({
    code: "invalidInput",
    field: "path",
  });
  expect(
    await refusal(
      counter.agent.call("disputes.save", { disputeId, path: join(path, "below", "a-file.zip") }),
    ),
  ).toMatchObject({ code: "invalidInput", field: "path" });
  const changed = Buffer.from(kept);
  changed.writeUInt8((changed.readUInt8(60) + 1) % 256, 60);
  writeFileSync(inside, changed);
  expect(await refusal(counter.agent.call("disputes.save", { disputeId, path }))).toMatchObject({
    code: "fileUnreadable",
    message: expect.stringContaining("changed"),
  });
  rmSync(inside);
  expect(await refusal(counter.agent.call("disputes.save", { disputeId, path }))).toMatchObject({
    code: "fileUnreadable",
    message: expect.stringContaining("no longer"),
  });
});

test("a backup takes the evidence along, and what is gone from its own folder comes back from there", async () => {
  const counter = await openCounter();
  const open = () => value(counter.agent.call("disputes.open", { sequence: 1, note: "Why?" }));
  const { disputeId, fileName, sha256 } = await open();
  await counter.signIn(BESA);
  const { path: made } = await value(counter.agent.call("setup.backUp", {}));
  const copy = join(dirname(made), "disputes", fileName);
  expect(createHash("sha256").update(readFileSync(copy)).digest("hex")).toBe(sha256);
  rmSync(join(counter.dataDir, "disputes"), { recursive: true });
  const path = join(temporaryFolder(), "pack.zip");
  expect(await value(counter.agent.call("disputes.save", { disputeId, path }))).toEqual({ path, sha256 });
  expect(readFileSync(path)).toEqual(readFileSync(copy));
  // A copy that somebody changed is no evidence either, and the backup is still one.
  writeFileSync(copy, "nothing");
  expect((await refusal(counter.agent.call("disputes.save", { disputeId, path }))).code).toBe(
    "fileUnreadable",
  );
  await value(counter.agent.call("setup.backUp", {}));
});

test("a disputed count is disputed with the till open, too", async () => {
  const counter = await openCounter();
  const { shiftId } = await counter.till();
  await value(counter.agent.call("till.count", { counts: [note(FLOAT - 100, 1)] }));
  const { disputeId } = await value(
    counter.agent.call("disputes.open", { shiftId: shiftId ?? "", note: "I have counted three times." }),
  );
  expect(await counter.till()).toMatchObject({ open: true, expectedMinor: FLOAT });
  const report = await value(counter.agent.call("till.report", {}));
  expect(report).toMatchObject({ kind: "X", disputes: [{ disputeId }] });
  expect((await saved(counter, disputeId)).text("summary.html")).toContain(
    `${(FLOAT - 100) / 100}`.slice(0, 2),
  );
});

test.each([
  ["1970", Date.UTC(1970, 0, 1, 0, 5)],
  ["2101", Date.UTC(2101, 0, 1)],
])("a clock that believes in %s keeps nobody from disputing", async (_year, now) => {
  const clock = turnedClock();
  clock.turn(now - clock.now());
  const agent = await officeWith(CELIK, { clock });
  const { shiftId } = await value(agent.call("till.open", { floatMinor: 100 }));
  const dispute = await value(
    agent.call("disputes.open", { shiftId: shiftId ?? "", note: "This is not today." }),
  );
  const path = join(temporaryFolder(), "evidence.zip");
  await value(agent.call("disputes.save", { disputeId: dispute.disputeId, path }));
  expect(Object.keys(unzipSync(readFileSync(path)))).toContain("summary.html");
});
