/** The five training systems of one folder: their books outlive a restart, and each has its bad days. */
import { describe, expect, it, onTestFinished } from "vitest";
import { TrainingRefusal } from "../../electron/training/contract.ts";
import {
  startTrainingProviders,
  type TrainingProvidersOptions,
} from "../../electron/training/trainingProviders.ts";
import { temporaryFolder } from "../journal/till.ts";
import { ask, basic, bearer, form, jsonPost, tokenOf } from "./jsonClient.ts";
import { createManualTimer } from "./manualTimer.ts";

async function five(options: TrainingProvidersOptions = {}) {
  const systems = await startTrainingProviders(options);
  onTestFinished(() => systems.close());
  return systems;
}
type Five = Awaited<ReturnType<typeof five>>;

async function openAccount({ q2, configurations }: Five) {
  const secrets = configurations.find(({ id }) => id === "q2")?.secrets ?? {};
  const { clientId = "", clientSecret = "", username = "", password = "" } = secrets;
  const signIn = {
    grant_type: "password",
    client_id: clientId,
    client_secret: clientSecret,
    username,
    password,
  };
  const token = tokenOf(await ask(q2.tokenUrl, form(signIn)));
  const account = {
    borrowerId: "001G000001KY8by",
    loanProductId: "a1gG00000019OFe",
    loanAmount: 10000,
    term: 12,
    expectedDisbursalDate: "2026-12-22",
    firstInstallmentDate: "2027-01-09",
  };
  return ask(`${q2.baseUrl}/services/apexrest/peer/v1/loanAccounts`, jsonPost(token, account));
}

it("keep ports, books and requests over a restart", async () => {
  const folder = temporaryFolder();
  const first = await five({ folder });
  await openAccount(first);
  const before = first.configurations.map(({ baseUrl }) => baseUrl);
  await first.close();
  const again = await five({ folder });
  expect(again.configurations.map(({ baseUrl }) => baseUrl)).toEqual(before);
  expect(again.q2.entries().accounts).toHaveLength(1);
  expect(again.requests("q2").map(({ number, operation }) => [number, operation])).toEqual([
    [1, "token"],
    [2, "create"],
  ]);
});

it("are unreachable while their line is down, also after a restart, and come back where they were", async () => {
  const folder = temporaryFolder();
  const first = await five({ folder });
  await first.setLine(false);
  await expect(openAccount(first)).rejects.toThrow();
  await first.close();
  const again = await five({ folder });
  expect(again.lineUp()).toBe(false);
  await again.setLine(true);
  expect((await openAccount(again)).status).toBe(200);
});

it("Apollo closes a loan when it is repaid at the Iute lender", async () => {
  const { iute, apollo } = await five();
  const {
    clientId = "",
    clientSecret = "",
    apiKey = "",
  } = { clientId: "training", clientSecret: "training-secret", apiKey: "training-key" };
  const token = tokenOf(
    await ask(apollo.tokenUrl, form({ grant_type: "client_credentials" }, basic(clientId, clientSecret))),
  );
  const noc = () =>
    ask(`${apollo.baseUrl}/noc?partner_tag=TEST&loan_type=PL&partner_loan_id=80002`, {
      headers: { ...bearer(token).headers, "x-api-key": apiKey },
    });
  expect((await noc()).status).toBe(404);
  const loan = iute.books().loans.find(({ loanRef }) => loanRef === "80002");
  await iute.otherOfficePays("80002", loan?.remainingMinor ?? 0);
  expect((await noc()).status).toBe(200);
});

describe("bad days", () => {
  it.each<[kind: string, status: number, accounts: number]>([
    ["error500AfterBooking", 500, 1],
    ["error500BeforeBooking", 500, 0],
    ["html502AfterBooking", 502, 1],
    ["redirectToLogin", 302, 0],
    ["emptyBody", 200, 0],
    ["captivePortal", 200, 0],
    ["nullFields", 200, 1],
    ["malformedJson", 200, 1],
    ["tokensWithdrawn", 401, 0],
    ["anotherBorrower", 200, 1],
    ["apiException", 500, 0],
  ])("%s: %i, %i opened; once means once", async (kind, status, accounts) => {
    const systems = await five();
    systems.q2.misbehave(kind, 1, { operation: "create" });
    const answer = await openAccount(systems).catch(() => ({ status }));
    expect(answer.status).toBe(status);
    expect(systems.q2.entries().accounts).toHaveLength(accounts);
    expect(systems.requests("q2").at(-1)).toMatchObject({ operation: "create", misbehaviour: kind });
    expect((await openAccount(systems)).status).toBe(200);
    expect(systems.q2.entries().accounts).toHaveLength(accounts + 1);
  });

  it.each<[kind: string, accounts: number]>([
    ["resetAfterBooking", 1],
    ["resetBeforeBooking", 0],
    ["truncatedBody", 1],
  ])("%s: no whole answer, %i opened", async (kind, accounts) => {
    const systems = await five();
    systems.q2.misbehave(kind, 1, { operation: "create" });
    await expect(openAccount(systems)).rejects.toThrow();
    expect(systems.q2.entries().accounts).toHaveLength(accounts);
  });

  it("lateBooking: what was on its way is booked at the latest when the system closes", async () => {
    const timer = createManualTimer();
    const systems = await five({ timer });
    systems.misbehave("q2", "lateBooking", 1);
    const answer = openAccount(systems);
    await expect.poll(() => timer.waiting).toEqual([90_000]);
    expect(systems.q2.entries().accounts).toEqual([]);
    timer.ring();
    expect((await answer).status).toBe(200);
    expect(systems.q2.entries().accounts).toHaveLength(1);
  });

  it("every system describes its own; unknown ones are refused by name", async () => {
    const systems = await five();
    for (const { kind, misbehaviours } of systems.all) {
      expect(misbehaviours.length).toBeGreaterThan(10);
      expect(new Set(misbehaviours.map(({ description }) => description)).size).toBe(misbehaviours.length);
      expect(() => systems.misbehave(kind, "sulks", 1)).toThrow(TrainingRefusal);
    }
    expect(() => systems.misbehave("nobody", "slow", 1)).toThrow(TrainingRefusal);
    expect(() => systems.drap.misbehave("slow", 1, { operation: "create" })).toThrow(TrainingRefusal);
  });

  it("calm forgets what has not happened yet", async () => {
    const systems = await five();
    systems.misbehave("q2", "error500BeforeBooking", 5);
    systems.calm();
    expect((await openAccount(systems)).status).toBe(200);
  });
});
