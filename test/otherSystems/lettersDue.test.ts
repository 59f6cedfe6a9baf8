/** Which repaid loans wait for their no-dues letter, and which letters this counter has. */
import { expect, it } from "vitest";
import { CELIK, value } from "../agent/counter.ts";
import { office } from "./office.ts";

/** Half of its last instalment is owed. */
const LOAN = "80002";

it("the payment that is the whole rest makes the letter due, and the letter ends that", async () => {
  const { agent } = await office(CELIK, {}, 20_000);
  await value(agent.call("till.open", { floatMinor: 1_000_000 }));
  expect(await value(agent.call("letters.list"))).toEqual({ letters: [], due: [] });
  const { remainingMinor } = await value(agent.call("loans.info", { providerId: "iute", loanRef: LOAN }));

  const pay = async (amountMinor: number, captureId: string) => {
    const repayment = { providerId: "iute", loanRef: LOAN, amountMinor, captureId };
    const { itemId } = await value(agent.call("repayments.capture", repayment));
    await expect
      .poll(
        async () => {
          const { items } = await value(agent.call("outbox.list", { state: "posted" }));
          return items.some((item) => item.itemId === itemId);
        },
        { timeout: 20_000 },
      )
      .toBe(true);
  };
  await pay(100, "capture-1");
  expect((await value(agent.call("letters.list"))).due).toEqual([]);
  await pay(remainingMinor - 100, "capture-2");
  expect((await value(agent.call("letters.list"))).due).toMatchObject([
    { loanId: null, loanRef: LOAN, clientName: expect.stringMatching(/\w+ \w+/) },
  ]);

  const letter = await value(
    agent.call("letters.noc", { providerId: "apollo", loanId: LOAN, loanType: "PL" }),
  );
  expect(await value(agent.call("letters.list"))).toMatchObject({
    letters: [{ loanRef: LOAN, loanType: "PL", documentId: letter.documentId, issuedBy: "Celik" }],
    due: [],
  });
});
