// A second person who is not there at all: the act is done, stands open, and is signed by whoever comes later.
import { expect, test } from "vitest";
import { temporaryFolder } from "../journal/till.ts";
import { ANA, BESA, CELIK, officeWith, provision, refusal, signIn, turnedClock, value } from "./counter.ts";
import { shortShift, WITHDRAWN } from "./shortShift.ts";

const alone = { ...provision, staff: [BESA, CELIK] };

test("who is alone closes with a difference, and a supervisor who comes later signs for it", async () => {
  const dataDir = temporaryFolder();
  const clock = turnedClock();
  const agent = await officeWith(BESA, {
    dataDir,
    clock,
    provision: { ...alone, staff: [{ ...BESA, role: "admin" }, CELIK] },
  });
  await shortShift(agent);
  const { shiftId, differenceMinor } = await value(
    agent.call("till.close", { ...WITHDRAWN, approval: { later: true } }),
  );
  expect(differenceMinor).toBe(-20_000);
  const waiting = await value(agent.call("approvals.list", {}));
  expect(waiting).toMatchObject({
    entries: [
      {
        what: "till.difference",
        itemId: shiftId,
        by: "Besa",
        signedBy: null,
        item: null,
        maySign: false,
        differenceMinor: -20_000,
        currency: "ALL",
      },
    ],
    total: 1,
    waiting: 1,
    waitingForYou: 0,
  });
  const approvalId = waiting.entries[0]?.approvalId ?? "";
  expect(await refusal(agent.call("approvals.sign", { approvalId }))).toMatchObject({
    code: "approvalBySamePerson",
  });
  await value(agent.call("staff.save", ANA));
  await signIn(agent, CELIK);
  expect(await refusal(agent.call("approvals.sign", { approvalId }))).toMatchObject({ code: "wrongRole" });
  await signIn(agent, ANA);
  expect(await value(agent.call("approvals.list", {}))).toMatchObject({ waiting: 1, waitingForYou: 1 });
  expect(
    await value(agent.call("approvals.sign", { approvalId, note: "Counted with her on Monday." })),
  ).toMatchObject({ by: "Besa", signedBy: "Ana", note: "Counted with her on Monday.", maySign: false });
  expect(await refusal(agent.call("approvals.sign", { approvalId }))).toMatchObject({ code: "wrongState" });
  expect(await value(agent.call("approvals.list", {}))).toMatchObject({ entries: [], waiting: 0 });
  expect(await value(agent.call("approvals.list", { state: "signed" }))).toMatchObject({
    entries: [{ approvalId, signedBy: "Ana" }],
    total: 1,
  });
  const { entries } = await value(
    agent.call("journal.search", { kinds: ["approval.deferred", "approval.signed"] }),
  );
  expect(entries.map(({ actor, summary }) => [actor, summary]).toReversed()).toEqual([
    ["Besa", `Besa was alone: till.difference of ${shiftId} is to be signed.`],
    ["Ana", `Ana signed for till.difference of ${shiftId} by Besa.`],
  ]);
  // The derived tables say what the rows say.
  expect(await value(agent.call("journal.verify"))).toMatchObject({ ok: true });
});

test("where somebody could be asked, nothing is signed later", async () => {
  const agent = await officeWith(CELIK, { provision: alone });
  await shortShift(agent);
  const refused = await refusal(agent.call("till.close", { ...WITHDRAWN, approval: { later: true } }));
  expect(refused).toMatchObject({ code: "approvalNeeded", field: "approval" });
  expect(refused.message).toContain("Besa");
  expect(await refusal(agent.call("till.close", WITHDRAWN))).toMatchObject({ code: "approvalNeeded" });
  await signIn(agent, BESA);
  expect(await value(agent.call("approvals.list", {}))).toMatchObject({ waiting: 0 });
});
