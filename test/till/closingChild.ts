// A till in a process of its own, which is killed in the middle of a closing: `closingChild.ts <folder> <where>`.
import { createAgent } from "../../electron/agent.ts";
import { CHEAP, testKeyring } from "../journal/parts.ts";

const [dataDir = "", where = ""] = process.argv.slice(2);

const agent = createAgent({
  dataDir,
  keyring: testKeyring(),
  pinCost: CHEAP,
  provision: {
    ...{ office: "Tirana 12", till: "T3", currency: "ALL", language: "sq", providers: [] },
    staff: [
      { name: "Besa", role: "supervisor", pin: "630284" },
      { name: "Celik", role: "cashier", pin: "519027" },
    ],
  },
});

async function call(name: string, input: unknown): Promise<void> {
  const reply = await agent.call(name, input);
  if (!reply.ok) console.log(`${name} ${reply.error.code}`);
}

await call("staff.signIn", { name: "Celik", pin: "519027" });
await call("till.open", { floatMinor: 10_000 });
const counts = [{ denominationMinor: 1_000, pieces: 9 }];
// Refused for want of a second person: the count is in the journal, the shift is open.
if (where === "asked") await call("till.close", { counts, note: "A note is missing." });
if (where === "closed")
  await call("till.close", {
    ...{ counts, note: "A note is missing.", approval: { name: "Besa", pin: "630284" } },
  });
console.log(where);
setInterval(() => undefined, 60_000);
