// Cash that goes to the safe or to another till: under way until somebody has it, in no drawer, and never a shortage.
import { describe, expect, test } from "vitest";
import type { Agent } from "../../electron/agent.ts";
import { acknowledgementOf, readTransferCode, transferCode } from "../../electron/desks/till/transferCode.ts";
import { ANA, BESA, CELIK, officeWith, provision, refusal, signIn, value } from "../agent/counter.ts";

const note = (denominationMinor: number, pieces: number) => ({ denominationMinor, pieces });
const approval = { name: BESA.name, pin: BESA.pin };

async function openTill(more: object = {}): Promise<Agent> {
  const agent = await officeWith(CELIK, { provision: { ...provision, ...more } });
  await value(agent.call("till.open", { floatMinor: 1_000_000 }));
  return agent;
}

const lines = (status: { expectedMinor: number; movedMinor: number; underWayMinor: number }) => [
  status.expectedMinor,
  status.movedMinor,
  status.underWayMinor,
];

async function status(agent: Agent) {
  return lines(await value(agent.call("till.status")));
}

describe("to the safe", () => {
  test("a supervisor takes it at once with a PIN", async () => {
    const agent = await openTill();
    const to = { kind: "safe", name: "Safe" } as const;
    const transfer = await value(agent.call("till.transfer", { to, amountMinor: 400_000, approval }));
    expect(transfer).toMatchObject({ state: "accepted", endedBy: "Besa", by: "Celik", code: null });
    expect(transfer.slipNo).toMatch(/^Tirana12-T3-[0-9a-f]{6}-1$/);
    expect(await status(agent)).toEqual([600_000, -400_000, 0]);
    const { entries } = await value(agent.call("journal.search", { kinds: ["staff.approved"] }));
    expect(entries).toMatchObject([
      { summary: `Besa approved till.transfer of ${transfer.transferId} for Celik.` },
    ]);
  });

  test("and later: until then it is under way, and the drawer is right without it", async () => {
    const agent = await openTill();
    const to = { kind: "safe", name: "Safe" } as const;
    const { transferId } = await value(agent.call("till.transfer", { to, amountMinor: 400_000 }));
    expect(await status(agent)).toEqual([600_000, -400_000, 400_000]);
    const report = await value(agent.call("till.close", { counts: [note(100_000, 6)] }));
    expect(report).toMatchObject({
      differenceMinor: 0,
      transfers: [{ transferId, state: "underWay", amountMinor: 400_000 }],
      movements: [
        { kind: "float", sumMinor: 1_000_000 },
        { kind: "transferOut", count: 1, sumMinor: -400_000 },
      ],
    });
    expect(await value(agent.call("till.handover"))).toMatchObject({
      lastShift: { countedMinor: 600_000, differenceMinor: 0 },
      transfersUnderWay: [{ transferId }],
    });
    // Accepting moves no cash of this till: it needs no open shift.
    expect(await refusal(agent.call("till.transferAccepted", { transferId }))).toMatchObject({
      code: "approvalNeeded",
    });
    await value(agent.call("till.transferAccepted", { transferId, approval }));
    expect(await refusal(agent.call("till.transferAccepted", { transferId, approval }))).toMatchObject({
      code: "wrongState",
    });
    expect(await status(agent)).toEqual([0, 0, 0]);
    // The closed shift's report says for ever what it said at the closing.
    expect(await value(agent.call("till.report", {}))).toEqual(report);
  });

  test("what nobody took comes back into the drawer that is open then", async () => {
    const agent = await openTill();
    const to = { kind: "safe", name: "Safe" } as const;
    const { transferId } = await value(agent.call("till.transfer", { to, amountMinor: 400_000 }));
    await value(agent.call("till.close", { counts: [note(100_000, 6)] }));
    const back = { transferId, reason: "The safe was locked." };
    expect(await refusal(agent.call("till.transferBack", back))).toMatchObject({ code: "tillClosed" });
    await value(agent.call("till.open", { floatMinor: 600_000 }));
    expect(await value(agent.call("till.transferBack", back))).toMatchObject({ state: "cameBack" });
    expect(await status(agent)).toEqual([1_000_000, 400_000, 0]);
    expect(await refusal(agent.call("till.transferAccepted", { transferId, approval }))).toMatchObject({
      code: "wrongState",
    });
    const { movements } = await value(agent.call("till.report", {}));
    expect(movements).toContainEqual({ kind: "transferBack", count: 1, sumMinor: 400_000 });
  });

  test("more than there is does not leave, and a PIN here is no other till's acceptance", async () => {
    const agent = await openTill();
    const safe = { kind: "safe", name: "Safe" } as const;
    expect(await refusal(agent.call("till.transfer", { to: safe, amountMinor: 1_000_001 }))).toMatchObject({
      code: "cashShort",
      field: "amountMinor",
    });
    const till = { kind: "till", name: "T4" } as const;
    expect(await refusal(agent.call("till.transfer", { to: till, amountMinor: 1, approval }))).toMatchObject({
      code: "invalidInput",
      field: "approval",
    });
    expect(await status(agent)).toEqual([1_000_000, 0, 0]);
  });

  test("who counts blind learns nothing from trying sums with a PIN that is wrong", async () => {
    const agent = await openTill();
    const nobodys = { name: "Nobody", pin: "000000" };
    for (const amountMinor of [999_999, 1_000_001])
      expect(
        await refusal(
          agent.call("till.transfer", {
            to: { kind: "safe", name: "Safe" },
            amountMinor,
            approval: nobodys,
          }),
        ),
      ).toMatchObject({ code: "wrongPin" });
  });
});

describe("to another till", () => {
  const to = { kind: "till", name: "t 4" } as const;

  test("the slip's code is taken in once, and its acknowledgement ends it: no lek is lost or made", async () => {
    const [sender, receiver] = [await openTill(), await openTill({ till: "T-4" })];
    const sent = await value(sender.call("till.transfer", { to, amountMinor: 250_050 }));
    expect(sent).toMatchObject({ state: "underWay", direction: "out", name: "t 4" });
    const code = sent.code ?? "";
    expect(await status(sender)).toEqual([749_950, -250_050, 250_050]);

    for (const [input, wanted] of [
      [
        { code: code.replace("-", "-9"), amountMinor: 250_050 },
        { code: "invalidInput", field: "code" },
      ],
      [
        { code: code.slice(0, -1), amountMinor: 250_050 },
        { code: "invalidInput", field: "code" },
      ],
      [
        { code, amountMinor: 250_000 },
        { code: "amountDiffers", field: "amountMinor" },
      ],
    ] as const)
      expect(await refusal(receiver.call("till.accept", input))).toMatchObject(wanted);
    const typed = ` ${code.toLowerCase().replaceAll("0", "o")} `;
    const received = await value(receiver.call("till.accept", { code: typed, amountMinor: 250_050 }));
    expect(received).toMatchObject({ direction: "in", state: "accepted", code: null });
    expect(await status(receiver)).toEqual([1_250_050, 250_050, 0]);
    expect(await refusal(receiver.call("till.accept", { code, amountMinor: 250_050 }))).toMatchObject({
      code: "exists",
    });

    const { transferId } = sent;
    const acknowledgement = received.acknowledgement ?? "";
    expect(
      await refusal(sender.call("till.transferAccepted", { transferId, acknowledgement: "ABCDEF-00000000" })),
    ).toMatchObject({ code: "invalidInput", field: "acknowledgement" });
    const ended = await value(sender.call("till.transferAccepted", { transferId, acknowledgement }));
    expect(ended).toMatchObject({ state: "accepted", endedBy: acknowledgement.slice(0, 6).toLowerCase() });
    expect(await status(sender)).toEqual([749_950, -250_050, 0]);
  });

  test("a slip for another till, in another currency or of this till's own is not taken in", async () => {
    const sender = await openTill();
    const { code } = await value(sender.call("till.transfer", { to, amountMinor: 100 }));
    const slip = { code: code ?? "", amountMinor: 100 };
    expect(await refusal((await openTill({ till: "T5" })).call("till.accept", slip))).toMatchObject({
      code: "invalidInput",
      field: "code",
      message: expect.stringContaining("another till"),
    });
    const euros = await openTill({ till: "T4", currency: "EUR" });
    expect(await refusal(euros.call("till.accept", slip))).toMatchObject({
      code: "notAvailable",
      message: expect.stringContaining("ALL"),
    });
    expect(await status(euros)).toEqual([1_000_000, 0, 0]);
    const own = await value(
      sender.call("till.transfer", { to: { kind: "till", name: "T3" }, amountMinor: 100 }),
    );
    expect(
      await refusal(sender.call("till.accept", { code: own.code ?? "", amountMinor: 100 })),
    ).toMatchObject({
      code: "wrongState",
    });
  });

  test("a till of the same name in another office takes it only when it is named", async () => {
    const sender = await openTill();
    const elsewhere = await openTill({ office: "Durrës 1", till: "T4" });
    const here = await value(sender.call("till.transfer", { to, amountMinor: 100 }));
    expect(
      await refusal(elsewhere.call("till.accept", { code: here.code ?? "", amountMinor: 100 })),
    ).toMatchObject({ code: "invalidInput", message: expect.stringContaining("another till") });
    const named = { kind: "till", name: "Durrës 1 / T4" } as const;
    const there = await value(sender.call("till.transfer", { to: named, amountMinor: 200 }));
    expect(
      await value(elsewhere.call("till.accept", { code: there.code ?? "", amountMinor: 200 })),
    ).toMatchObject({ direction: "in", amountMinor: 200 });
    // With its own office's name before it, a till is still one of this office.
    const own = await value(
      sender.call("till.transfer", { to: { kind: "till", name: "TIRANA 12, T4" }, amountMinor: 300 }),
    );
    const receiver = await openTill({ till: "T4" });
    await value(receiver.call("till.accept", { code: own.code ?? "", amountMinor: 300 }));
  });

  test("it comes back only before a second person, since the other till might have it", async () => {
    const sender = await openTill();
    const { transferId } = await value(sender.call("till.transfer", { to, amountMinor: 100 }));
    const back = { transferId, reason: "The other till is closed." };
    expect(await refusal(sender.call("till.transferBack", back))).toMatchObject({ code: "approvalNeeded" });
    await value(sender.call("till.transferBack", { ...back, approval }));
    expect(await status(sender)).toEqual([1_000_000, 0, 0]);
    expect(await value(sender.call("till.transfers", {}))).toMatchObject({
      total: 1,
      transfers: [{ transferId, state: "cameBack", reason: back.reason, endedBy: "Besa" }],
    });
    expect((await value(sender.call("till.transfers", { state: "underWay" }))).total).toBe(0);
  });

  test("the slips are numbered in the one series of this till, and its paper carries the code", async () => {
    const sender = await openTill();
    const numbers: number[] = [];
    for (const amountMinor of [100, 200, 300]) {
      const { slipNo } = await value(sender.call("till.transfer", { to, amountMinor }));
      numbers.push(Number(slipNo.split("-").at(-1)));
    }
    expect(numbers).toEqual([1, 2, 3]);
    const { transfers } = await value(sender.call("till.transfers", {}));
    const [last] = transfers;
    if (last === undefined) throw new Error("There is no transfer.");
    const { html } = await value(
      sender.call("till.makeSlip", { transferId: last.transferId, paper: "roll80" }),
    );
    for (const wanted of [last.slipNo, last.code ?? "", "3.00", "Fletë dorëzimi", "t 4"])
      expect(html.replaceAll(",", ".")).toContain(wanted.replaceAll(",", "."));
    expect(await refusal(sender.call("till.makeSlip", { transferId: "transfer-0" }))).toMatchObject({
      code: "unknownItem",
    });
  });
});

test("everybody may hand over; a cashier accepts for nobody", async () => {
  const agent = await openTill();
  const to = { kind: "safe", name: "Safe" } as const;
  const { transferId } = await value(agent.call("till.transfer", { to, amountMinor: 100 }));
  await signIn(agent, ANA);
  const byCelik = { transferId, approval: { name: CELIK.name, pin: CELIK.pin } };
  expect(await refusal(agent.call("till.transferAccepted", byCelik))).toMatchObject({ code: "wrongRole" });
});

describe("the characters on the slip", () => {
  const facts = {
    installationId: "6f3a1b",
    number: 12,
    amountMinor: 150_000,
    currency: "ALL",
    to: "Arka 2",
    training: false,
  };

  test("say who, how much and for whom, and any slip of the finger breaks them", () => {
    const code = transferCode(facts, "secret");
    expect(code).toMatch(/^T-6F3A1B-12-150000ALL-[0-9A-Z]{4}-[0-9A-Z]{8}-[0-9A-Z]{2}$/);
    expect(readTransferCode(code, { to: "ARKA-2", training: false })).toMatchObject({
      ...{ installationId: "6f3a1b", number: 12, amountMinor: 150_000, currency: "ALL", code },
    });
    for (let at = 0; at < code.length; at += 1) {
      const digit = code[at] === "7" ? "8" : "7";
      const wrong = code.slice(0, at) + digit + code.slice(at + 1);
      if (wrong !== code)
        expect(() => readTransferCode(wrong, { to: "Arka 2", training: false }), wrong).toThrow(
          /code on the slip|another/,
        );
    }
  });

  test("of a slip from training are no money, and training takes no real slip", () => {
    const practised = transferCode({ ...facts, training: true }, "secret");
    expect(practised).toMatch(/^TRAINING-/);
    expect(() => readTransferCode(practised, { to: "Arka 2", training: false })).toThrow(/no money/);
    expect(readTransferCode(practised, { to: "Arka 2", training: true })).toMatchObject({ number: 12 });
    const real = transferCode(facts, "secret");
    expect(() => readTransferCode(real, { to: "Arka 2", training: true })).toThrow(/real till/);
    // Cut off its mark, it no longer fits together.
    const cut = practised.replace("TRAINING", "T");
    expect(() => readTransferCode(cut, { to: "Arka 2", training: false })).toThrow(/code on the slip/);
  });

  test("belong to one sender and one receiver", () => {
    expect(transferCode(facts, "secret")).not.toBe(transferCode(facts, "another"));
    const code = transferCode(facts, "secret");
    expect(acknowledgementOf(code, "aaaaaa")).not.toBe(acknowledgementOf(code, "bbbbbb"));
  });
});
