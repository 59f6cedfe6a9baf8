// The till over the calls that a person makes: shifts, cash in and out, the count, and the report.
import { expect, test } from "vitest";
import { captured } from "../journal/dayRows.ts";
import { temporaryFolder } from "../journal/till.ts";
import { BESA, CELIK, officeWith, provision, refusal, value } from "./counter.ts";
import { writeInto } from "./journalOf.ts";

const note = (denominationMinor: number, pieces: number) => ({ denominationMinor, pieces });

test("a shift from the float to an even count", async () => {
  const agent = await officeWith(CELIK);
  const changes: unknown[] = [];
  agent.on("till.changed", (payload) => changes.push(payload));
  expect(await value(agent.call("till.status"))).toMatchObject({
    open: false,
    expectedMinor: 0,
    currency: "ALL",
  });
  expect(
    await refusal(agent.call("till.move", { direction: "in", amountMinor: 1, reason: "x" })),
  ).toMatchObject({
    code: "tillClosed",
  });
  await value(agent.call("till.open", { floatMinor: 1_000_000 }));
  expect(await refusal(agent.call("till.open", { floatMinor: 5 }))).toMatchObject({ code: "tillOpen" });
  await value(agent.call("till.move", { direction: "in", amountMinor: 250_050, reason: "From the safe" }));
  const status = await value(
    agent.call("till.move", { direction: "out", amountMinor: 50, reason: "Stamps" }),
  );
  expect(status).toMatchObject({ open: true, openedBy: "Celik", floatMinor: 1_000_000, movedMinor: 250_000 });
  expect(status.expectedMinor).toBe(1_250_000);
  expect(
    await refusal(agent.call("till.move", { direction: "out", amountMinor: 1_250_001, reason: "All" })),
  ).toMatchObject({ code: "cashShort", field: "amountMinor" });
  const report = await value(agent.call("till.close", { counts: [note(100_000, 12), note(50_000, 1)] }));
  expect(report).toMatchObject({
    office: "Tirana 12",
    till: "T3",
    openedBy: "Celik",
    closedBy: "Celik",
    countedMinor: 1_250_000,
    differenceMinor: 0,
    openItems: [],
    movements: [
      { kind: "float", count: 1, sumMinor: 1_000_000 },
      { kind: "in", count: 1, sumMinor: 250_050 },
      { kind: "out", count: 1, sumMinor: -50 },
    ],
  });
  const verified = await value(agent.call("journal.verify"));
  expect(report).toMatchObject({ journalHead: verified.head, journalEntries: verified.entries });
  expect(changes).toHaveLength(4);
  expect(await value(agent.call("till.report", {}))).toEqual(report);
});

test("a difference is named, explained and approved by somebody else", async () => {
  const agent = await officeWith(BESA);
  await value(agent.call("till.open", { floatMinor: 10_000 }));
  const short = { counts: [note(1_000, 9)] };
  expect(await refusal(agent.call("till.close", short))).toMatchObject({
    code: "invalidInput",
    field: "note",
  });
  const explained = { ...short, note: "A note is missing." };
  expect(await refusal(agent.call("till.close", explained))).toMatchObject({
    code: "approvalNeeded",
    field: "approval",
  });
  for (const [approval, code, field] of [
    [{ name: "besa", pin: BESA.pin }, "approvalBySamePerson", "approval.name"],
    [{ name: "Celik", pin: CELIK.pin }, "wrongRole", "approval.name"],
    [{ name: "Ana", pin: "000000" }, "wrongPin", "approval.pin"],
  ] as const)
    expect(await refusal(agent.call("till.close", { ...explained, approval }))).toMatchObject({
      code,
      field,
    });
  expect(await value(agent.call("till.status"))).toMatchObject({ open: true });
  const report = await value(
    agent.call("till.close", { ...explained, approval: { name: "Ana", pin: "274913" } }),
  );
  expect(report).toMatchObject({ countedMinor: 9_000, differenceMinor: -1_000 });
  const { entries } = await value(agent.call("journal.search", { kinds: ["staff.approved"] }));
  expect(entries).toMatchObject([
    { actor: "Besa", summary: `Ana approved till.difference of ${report.shiftId} for Besa.` },
  ]);
});

test("where nobody else could approve, the counter still closes, with the reason on record", async () => {
  const agent = await officeWith(CELIK, { provision: { ...provision, staff: [CELIK] } });
  await value(agent.call("till.open", { floatMinor: 10_000 }));
  const report = await value(agent.call("till.close", { counts: [], note: "The drawer was emptied." }));
  expect(report).toMatchObject({ differenceMinor: -10_000 });
});

test("the next shift compares the head that stands on the last report", async () => {
  const agent = await officeWith(CELIK);
  await value(agent.call("till.open", { floatMinor: 0 }));
  const { journalHead } = await value(agent.call("till.close", { counts: [] }));
  const reversed = [...journalHead].toReversed().join("");
  expect(
    await refusal(agent.call("till.open", { floatMinor: 0, headCheck: reversed.slice(0, 8) })),
  ).toMatchObject({ code: "invalidInput", field: "headCheck" });
  const typed = `${journalHead.slice(0, 4)} ${journalHead.slice(4, 8).toUpperCase()}`;
  expect(await value(agent.call("till.open", { floatMinor: 0, headCheck: typed }))).toMatchObject({
    open: true,
  });
});

test("a doubt is carried over by name and is never a shortage", async () => {
  const dataDir = temporaryFolder();
  const setUp = await officeWith(CELIK, { dataDir });
  const { shiftId } = await value(setUp.call("till.open", { floatMinor: 10_000 }));
  await setUp.close();
  await writeInto(dataDir, ({ append }) => append(captured(1, 109_568, shiftId ?? "")));

  const agent = await officeWith(CELIK, { dataDir });
  expect(await value(agent.call("till.status"))).toMatchObject({
    queuedMinor: 109_568,
    confirmedMinor: 0,
    expectedMinor: 119_568,
    items: { queued: 1 },
  });
  const report = await value(agent.call("till.close", { counts: [note(119_568, 1)] }));
  expect(report.openItems).toMatchObject([{ itemId: "item-1", amountMinor: 109_568, state: "queued" }]);
  expect(report.movements).toContainEqual({ kind: "repayment", count: 1, sumMinor: 109_568 });
  expect(report.differenceMinor).toBe(0);
  expect(await value(agent.call("till.status"))).toMatchObject({ open: false, items: { queued: 1 } });
});

test("a report of a shift that nobody knows is refused", async () => {
  const agent = await officeWith(CELIK);
  expect(await refusal(agent.call("till.report", {}))).toMatchObject({ code: "tillClosed" });
  expect(await refusal(agent.call("till.report", { shiftId: "shift-0" }))).toMatchObject({
    field: "shiftId",
  });
});

test("a count that no till could hold is refused before anything is summed", async () => {
  const agent = await officeWith(CELIK);
  await value(agent.call("till.open", { floatMinor: 0 }));
  const counts = [note(10_000_000_000_000, 1_000_000)];
  expect(await refusal(agent.call("till.close", { counts }))).toMatchObject({
    code: "invalidInput",
    field: "counts",
  });
});
