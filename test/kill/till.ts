/** The till of the kill rounds, the same for the process that is killed and for the one that looks at what it left. */
import { type Agent, createAgent } from "../../electron/agent.ts";
import { CHEAP, testKeyring } from "../journal/parts.ts";
import { CREDENTIALS } from "../training/rawClient.ts";

export const CELIK = { name: "Celik", role: "cashier", pin: "519027" } as const;

/** Doubts are settled within fractions of a second; the order of things is the product's. */
const limits = {
  ...{ reconcileGraceMs: 5, absentQuarantineMs: 40, retryBaseMs: 10 },
  ...{ connectTimeoutMs: 2_000, requestTimeoutMs: 700, idleLockSeconds: 0, offlineMaxCount: 100_000 },
};

export function openTill(dataDir: string, baseUrl: string): Agent {
  const provider = {
    ...{ id: "iute", kind: "iute", name: "Iute", baseUrl, environment: "test" },
    ...{ settings: { partnerType: "post", languages: ["rom"] }, secrets: CREDENTIALS },
  };
  return createAgent({
    ...{ dataDir, keyring: testKeyring(), pinCost: CHEAP, appVersion: "kill", log: () => undefined },
    provision: {
      ...{ office: "Kishinev 1", till: "T1", currency: "MDL", language: "ro" },
      ...{ staff: [CELIK], providers: [provider], limits },
    },
  });
}

/** The value of a call that has to succeed. */
export async function must<Value>(
  reply: Promise<{ ok: true; value: Value } | { ok: false; error: { code: string; message: string } }>,
): Promise<Value> {
  const envelope = await reply;
  if (!envelope.ok) throw new Error(`${envelope.error.code}: ${envelope.error.message}`);
  return envelope.value;
}
