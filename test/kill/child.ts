/** The process that is killed: the whole core on a real folder, taking one repayment after the other and saying each receipt. */
import { once } from "node:events";
import { createInterface } from "node:readline";
import { CELIK, must, openTill } from "./till.ts";

/** One write a line: what was said before the end is in the pipe. */
function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

say("loaded");
const [start] = await once(createInterface({ input: process.stdin }), "line");
const [dataDir = "", baseUrl = "", round = "", ...loanRefs] = String(start).split(" ");
const agent = openTill(dataDir, baseUrl);
await agent.ready;
say("ready");
await must(agent.call("staff.signIn", { name: CELIK.name, pin: CELIK.pin }));
if (!(await must(agent.call("till.status"))).open)
  await must(agent.call("till.open", { floatMinor: 10_000 }));
for (let number = 1; number <= 500; number += 1) {
  const loanRef = loanRefs[number % loanRefs.length] ?? "";
  // Every sum is used once, so that the lender's list of requests tells which item each was for.
  const amountMinor = Number(round) * 500 + number;
  const captureId = `form-${round}-${number}`;
  const taken = await agent.call("repayments.capture", {
    providerId: "iute",
    loanRef,
    amountMinor,
    captureId,
  });
  // A loan that was frozen after a possible duplicate takes no more.
  if (taken.ok) say(`receipt ${taken.value.receiptNo} ${amountMinor}`);
  // Customers do not come at the same moment: between them the queue is carried.
  await new Promise((resolve) => setTimeout(resolve, number % 3 === 0 ? 60 : 10));
}
