/**
 * How long a clerk waits between Enter and a receipt that nothing can take away: the whole call, against one bare row
 * written to the same disk with the same care (SQLite, WAL, synchronous FULL), turn by turn.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { createAgent } from "../../electron/agent.ts";
import type { Envelope } from "../../shared/errors.ts";
import { CHEAP, testKeyring } from "../journal/parts.ts";
import { median, milliseconds, say } from "./measuring.ts";

const RUNS = 200;
const WARM_UP = 20;
const CLERK = { name: "Celik", role: "cashier", pin: "519027" };

/** The line is down all day: nobody listens there. */
const provision = {
  ...{ office: "Chișinău 6514", till: "T-1", currency: "MDL", language: "ro" },
  staff: [{ name: "Ana", role: "admin", pin: "274913" }, CLERK],
  providers: [
    {
      ...{ id: "iute", kind: "iute", name: "Iute", baseUrl: "http://127.0.0.1:9", environment: "test" },
      settings: { partnerType: "post", languages: ["rom"] },
      secrets: { username: "partner", password: "secret" },
    },
  ],
  limits: { offlineMaxCount: 5000, offlineMaxTotalMinor: 1_000_000_000, retryBaseMs: 600_000 },
};

async function value<Value>(reply: Promise<Envelope<Value>>): Promise<Value> {
  const envelope = await reply;
  if (!envelope.ok) throw new Error(`${envelope.error.code}: ${envelope.error.message}`);
  return envelope.value;
}

const folder = await mkdtemp(join(tmpdir(), "counterfoil-bench-"));
const bare = new Database(join(folder, "bare.sqlite"));
bare.pragma("journal_mode = WAL");
bare.pragma("synchronous = FULL");
bare.exec("CREATE TABLE rows (sequence INTEGER PRIMARY KEY, payload TEXT NOT NULL) STRICT");
const insert = bare.prepare("INSERT INTO rows (payload) VALUES (?)");
/** As large as a capture's own row. */
const payload = JSON.stringify({
  itemId: "i".repeat(30),
  fieldsDigest: "f".repeat(64),
  rest: "r".repeat(400),
});

const agent = createAgent({
  ...{ dataDir: join(folder, "till"), keyring: testKeyring(), pinCost: CHEAP, provision },
});
try {
  await agent.ready;
  await value(agent.call("staff.signIn", { name: CLERK.name, pin: CLERK.pin }));
  await value(agent.call("till.open", { floatMinor: 100_000 }));
  const measured = { capture: [] as number[], bare: [] as number[] };
  for (let run = 0; run < WARM_UP + RUNS; run += 1) {
    const input = {
      ...{ providerId: "iute", loanRef: String(100_000 + run), amountMinor: 109_568 },
      ...{
        captureId: `bench-form-${run}`,
        clientPin: "1987654321123",
        payerPhone: "0691234567",
        payerName: "Ion",
      },
    };
    const began = performance.now();
    const { receiptNo } = await value(agent.call("repayments.capture", input));
    const taken = performance.now();
    insert.run(payload);
    const written = performance.now();
    if (!receiptNo.endsWith(`-${run + 1}`)) throw new Error(`${receiptNo} leaves a gap.`);
    if (run < WARM_UP) continue;
    measured.capture.push(taken - began);
    measured.bare.push(written - taken);
  }
  const [capture, row] = [median(measured.capture), median(measured.bare)];
  say(`From the capture to its receipt, medians of ${RUNS} runs turn by turn:`);
  say(`  repayments.capture, sealed, chained, durable   ${milliseconds(capture)}`);
  say(`  one bare row in SQLite, synchronous FULL       ${milliseconds(row)}`);
  say(`  ratio ${(capture / row).toFixed(2)}`);
} finally {
  await agent.close();
  bare.close();
  await rm(folder, { recursive: true, force: true });
}
