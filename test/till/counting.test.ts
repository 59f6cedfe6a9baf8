// Counting blind: every count is in the journal before anybody is told what was expected, and every count is in the report.
import { expect, test } from "vitest";
import { BESA, CELIK, officeWith, provision, refusal, signIn, value } from "../agent/counter.ts";
import { temporaryFolder } from "../journal/till.ts";

const note = (denominationMinor: number, pieces: number) => ({ denominationMinor, pieces });
const approval = { name: BESA.name, pin: BESA.pin };

test("a float by denomination has to add up, and stands on the report", async () => {
  const agent = await officeWith(CELIK);
  const counts = [note(100_000, 3), note(5_000, 2)];
  expect(await refusal(agent.call("till.open", { floatMinor: 300_000, counts }))).toMatchObject({
    code: "invalidInput",
    field: "counts",
  });
  expect(await value(agent.call("till.status"))).toMatchObject({ open: false });
  await value(agent.call("till.open", { floatMinor: 310_000, counts }));
  expect(await value(agent.call("till.report", {}))).toMatchObject({ kind: "X", floatCounts: counts });
});

test("the count is durable before the answer: after the power went, the shift is open and the count is there", async () => {
  const dataDir = temporaryFolder();
  const before = await officeWith(CELIK, { dataDir });
  await value(before.call("till.open", { floatMinor: 10_000 }));
  const counts = [note(1_000, 9)];
  const counted = await value(before.call("till.count", { counts }));
  expect(counted).toMatchObject({
    number: 1,
    by: "Celik",
    countedMinor: 9_000,
    expectedMinor: 10_000,
    differenceMinor: -1_000,
    hint: { kind: "denomination", denominationMinor: 1_000, pieces: -1 },
  });
  await before.close();

  const agent = await officeWith(CELIK, { dataDir });
  expect(await value(agent.call("till.status"))).toMatchObject({ open: true, timesCounted: 1 });
  const x = await value(agent.call("till.report", {}));
  expect(x).toMatchObject({ kind: "X", counts: [{ number: 1, counts, countedMinor: 9_000 }] });
  expect(x.countedMinor).toBeNull();
  // Going on with the same count adds none; the closing is the first count's.
  const z = await value(
    agent.call("till.close", { counts, note: "A note is missing since the morning.", approval }),
  );
  expect(z.counts).toHaveLength(1);
  expect(z).toMatchObject({ kind: "Z", countedMinor: 9_000, differenceMinor: -1_000, approvedBy: "Besa" });
});

test("nobody fishes for the sum: a closing that was refused has left its count in the journal", async () => {
  const agent = await officeWith(CELIK);
  await value(agent.call("till.open", { floatMinor: 10_000 }));
  for (const pieces of [1, 5, 10]) await refusal(agent.call("till.close", { counts: [note(100, pieces)] }));
  expect(await value(agent.call("till.status"))).toMatchObject({ open: true, timesCounted: 3 });
  const report = await value(agent.call("till.close", { counts: [note(100, 100)] }));
  expect(
    report.counts.map(({ number, countedMinor, differenceMinor }) => [number, countedMinor, differenceMinor]),
  ).toEqual([
    [1, 100, -9_900],
    [2, 500, -9_500],
    [3, 1_000, -9_000],
    [4, 10_000, 0],
  ]);
  expect(report).toMatchObject({ differenceMinor: 0, approvedBy: null });
});

test("with blind counting a cashier who asks for too much is not told how much there is", async () => {
  const agent = await officeWith(CELIK);
  await value(agent.call("till.open", { floatMinor: 123_456 }));
  const tooMuch = { direction: "out", amountMinor: 999_999, reason: "To the safe" } as const;
  const told = await refusal(agent.call("till.move", tooMuch));
  expect(told).toMatchObject({ code: "cashShort", field: "amountMinor" });
  expect(told.message).not.toMatch(/1.?234/);
  await signIn(agent, BESA);
  expect((await refusal(agent.call("till.move", tooMuch))).message).toContain("1,234.56");
});

test("the office may show the sums before the count", async () => {
  const agent = await officeWith(CELIK, { provision: { ...provision, limits: { blindCount: 0 } } });
  expect(await value(agent.call("till.status"))).toMatchObject({ blindCount: false });
  await value(agent.call("till.open", { floatMinor: 100 }));
  const told = await refusal(agent.call("till.move", { direction: "out", amountMinor: 101, reason: "x" }));
  expect(told.message).toContain("1.00");
});

test("a count that something has moved after is counted anew", async () => {
  const agent = await officeWith(CELIK);
  await value(agent.call("till.open", { floatMinor: 10_000 }));
  const counts = [note(10_000, 1)];
  await value(agent.call("till.count", { counts }));
  await value(agent.call("till.move", { direction: "in", amountMinor: 500, reason: "Found" }));
  expect(await refusal(agent.call("till.close", { counts }))).toMatchObject({ field: "note" });
  expect(await value(agent.call("till.status"))).toMatchObject({ timesCounted: 2 });
});

test("counting needs an open till, and pieces that exist", async () => {
  const agent = await officeWith(CELIK);
  expect(await refusal(agent.call("till.count", { counts: [] }))).toMatchObject({ code: "tillClosed" });
  await value(agent.call("till.open", { floatMinor: 0 }));
  for (const counts of [[note(100, -1)], [note(-100, 1)], [note(100, 0.5)], [note(0, 1)]])
    for (const call of ["till.count", "till.close"])
      expect(await refusal(agent.call(call, { counts }))).toMatchObject({ code: "invalidInput" });
  expect(await value(agent.call("till.status"))).toMatchObject({ open: true, timesCounted: 0 });
});

test("what was approved is what is closed: cash that moves while the PIN is checked means counting again", async () => {
  const agent = await officeWith(CELIK);
  await value(agent.call("till.open", { floatMinor: 10_000 }));
  const short = { counts: [note(1_000, 9)], note: "A note is missing.", approval };
  const closing = refusal(agent.call("till.close", short));
  await value(agent.call("till.move", { direction: "out", amountMinor: 1_000, reason: "Stamps" }));
  expect(await closing).toMatchObject({ code: "tillOpen", retry: true });
  expect(await value(agent.call("till.status"))).toMatchObject({ open: true, expectedMinor: 9_000 });
  expect(await value(agent.call("till.close", { counts: short.counts }))).toMatchObject({
    differenceMinor: 0,
  });
});

test("a cashier's report before the count has no sums on paper; after it, and for a supervisor, it has", async () => {
  const agent = await officeWith(CELIK, { provision: { ...provision, language: "en" } });
  await value(agent.call("till.open", { floatMinor: 123_400 }));
  await value(agent.call("till.move", { direction: "in", amountMinor: 77_700, reason: "From the safe" }));
  const paper = async () => (await value(agent.call("receipts.makeReport", { paper: "a4" }))).html;
  const blind = await paper();
  for (const sum of ["1,234.00", "777.00", "2,011.00"]) expect(blind).not.toContain(sum);
  expect(blind).toContain("once the drawer was counted");
  await signIn(agent, BESA);
  for (const sum of ["1,234.00", "777.00", "2,011.00"]) expect(await paper()).toContain(sum);
  await signIn(agent, CELIK);
  await value(agent.call("till.count", { counts: [note(100, 1)] }));
  expect(await paper()).toContain("2,011.00");
  // Cash has moved since: what was learnt from the count is no longer what is in the drawer.
  await value(agent.call("till.move", { direction: "in", amountMinor: 100, reason: "Found" }));
  expect(await value(agent.call("till.status"))).toMatchObject({ timesCounted: 1, countStands: false });
  expect(await paper()).not.toContain("2,012.00");
});

test("a count that is typed again until it fits leaves every earlier one in the report, on the screen and on paper", async () => {
  const agent = await officeWith(CELIK, { provision: { ...provision, language: "en" } });
  await value(agent.call("till.open", { floatMinor: 10_000 }));
  // Fifty too many lie in the drawer; having seen it, the cashier takes them and counts what was expected.
  const over = await value(agent.call("till.count", { counts: [note(5_000, 3)] }));
  expect(over).toMatchObject({ expectedMinor: 10_000, differenceMinor: 5_000 });
  expect(await value(agent.call("till.status"))).toMatchObject({ countStands: true });
  const z = await value(agent.call("till.close", { counts: [note(5_000, 2)] }));
  expect(z).toMatchObject({ kind: "Z", differenceMinor: 0, note: null });
  expect(
    z.counts.map(({ number, by, counts, differenceMinor }) => [number, by, counts, differenceMinor]),
  ).toEqual([
    [1, "Celik", [note(5_000, 3)], 5_000],
    [2, "Celik", [note(5_000, 2)], 0],
  ]);
  const { html } = await value(agent.call("receipts.makeReport", { paper: "a4" }));
  expect(html).toMatch(/Recount 1:[\s\S]*?Celik, closed with this count/);
  expect(html).toMatch(/Count: [\s\S]*?150\.00[\s\S]*?50\.00[\s\S]*?Recount/);
  // The supervisor reads of it without looking for it.
  await signIn(agent, BESA);
  expect((await value(agent.call("till.shifts", {}))).shifts[0]).toMatchObject({ timesCounted: 2 });
});
