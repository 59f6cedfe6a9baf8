// The second copy on a path of the office's choice, backups that are listed, and authorities that the lines trust besides.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import type { Agent } from "../../electron/agent.ts";
import { checkPlainChain } from "../../electron/journal/plainCheck.ts";
import { temporaryFolder } from "../journal/till.ts";
import { createAuthority } from "../providers/certificates.ts";
import {
  ANA,
  BESA,
  CELIK,
  OFFICE,
  officeWith,
  openAgent,
  refusal,
  signIn,
  turnedClock,
  value,
} from "./counter.ts";

const warnings = async (agent: Agent) => (await value(agent.call("setup.get"))).warnings;

test("the second copy moves to a folder of the office's choice with everything in it, and stays there", async () => {
  const dataDir = temporaryFolder();
  const stick = temporaryFolder();
  const agent = await officeWith(ANA, { dataDir });
  const own = (await value(agent.call("setup.safety"))).twin;
  expect(own).toMatchObject({ state: "inStep", chosen: false, folder: join(dataDir, "twin") });

  const moved = (await value(agent.call("setup.moveTwin", { path: stick }))).twin;
  expect(moved).toMatchObject({ state: "inStep", chosen: true, folder: stick });
  const { installationId } = await value(agent.call("setup.get"));
  const file = join(stick, `counterfoil-${installationId}.jsonl`);
  const { entries } = await value(agent.call("journal.verify"));
  expect(checkPlainChain(file)).toMatchObject({ ok: true, entries });
  await value(agent.call("till.open", { floatMinor: 1_000 }));
  expect(checkPlainChain(file)).toMatchObject({ ok: true, entries: entries + 1 });
  await agent.close();

  const again = openAgent({ dataDir });
  await signIn(again, ANA);
  expect((await value(again.call("setup.safety"))).twin).toMatchObject({ state: "inStep", folder: stick });
  // The file that it left behind is no rival: back there it is caught up.
  expect((await value(again.call("setup.moveTwin", {}))).twin).toMatchObject({
    state: "inStep",
    chosen: false,
    folder: join(dataDir, "twin"),
  });
  expect((await value(again.call("journal.verify"))).ok).toBe(true);
});

test("a stick that is out is missed on every screen, stops no money, and is caught up when it is back", async () => {
  const dataDir = temporaryFolder();
  const place = temporaryFolder();
  const stick = join(place, "stick");
  mkdirSync(stick);
  const clock = turnedClock();
  const agent = await officeWith(ANA, { dataDir, clock });
  await value(agent.call("setup.moveTwin", { path: stick }));
  renameSync(stick, join(place, "out"));
  await value(agent.call("till.open", { floatMinor: 1_000 }));
  expect(await warnings(agent)).toContain("twinMissing");
  expect((await value(agent.call("setup.safety"))).twin).toMatchObject({
    state: "missing",
    folder: stick,
    sameDisk: null,
  });
  renameSync(join(place, "out"), stick);
  clock.turn(3_000);
  await value(agent.call("till.move", { direction: "in", amountMinor: 500, reason: "Change" }));
  expect(await warnings(agent)).not.toContain("twinMissing");
  const { entries } = await value(agent.call("journal.verify"));
  const { installationId } = await value(agent.call("setup.get"));
  expect(checkPlainChain(join(stick, `counterfoil-${installationId}.jsonl`))).toMatchObject({
    ok: true,
    entries,
  });
});

test("no folder is taken that tells another story, lies in the till's own, or is none; only an administrator moves it", async () => {
  const dataDir = temporaryFolder();
  const agent = await officeWith(ANA, { dataDir });
  const { installationId } = await value(agent.call("setup.get"));
  const foreign = temporaryFolder();
  const file = join(foreign, `counterfoil-${installationId}.jsonl`);
  writeFileSync(file, "somebody else's notes\n");
  expect(await refusal(agent.call("setup.moveTwin", { path: foreign }))).toMatchObject({
    code: "wrongState",
    field: "path",
  });
  expect(readFileSync(file, "utf8")).toBe("somebody else's notes\n");
  expect(await refusal(agent.call("setup.moveTwin", { path: dataDir }))).toMatchObject({
    code: "invalidInput",
  });
  expect(await refusal(agent.call("setup.moveTwin", { path: join(foreign, "gone") }))).toMatchObject({
    code: "fileUnreadable",
  });
  expect((await value(agent.call("setup.safety"))).twin).toMatchObject({ chosen: false, state: "inStep" });
  await signIn(agent, BESA);
  expect((await refusal(agent.call("setup.moveTwin", { path: temporaryFolder() }))).code).toBe("wrongRole");
});

test("backups are listed, the newest first, with their place and how many are kept", async () => {
  const dataDir = temporaryFolder();
  const agent = await officeWith(BESA, { dataDir, clock: turnedClock() });
  const made = await value(agent.call("setup.backUp"));
  const { backups } = await value(agent.call("setup.safety"));
  expect(backups).toMatchObject({ folder: join(dataDir, "backups"), kept: 10 });
  expect(backups.files[0]).toMatchObject({ name: made.path.split("/").at(-1) });
  expect(backups.files[0]?.bytes).toBeGreaterThan(10_000);
});

/** A lender whose certificate only the office's own authority vouches for, as behind a proxy that looks into TLS. */
async function lenderBehind(authority: ReturnType<typeof createAuthority>): Promise<string> {
  const server = createServer(authority.server(["127.0.0.1"]), (_request, response) => {
    response.setHeader("content-type", "application/xml");
    response.end(
      "<loan_response><message>No active loan found!</message><status>-1</status></loan_response>",
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  return `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test("an authority that two people let in is trusted at once and after a restart, and no more when it is removed", async () => {
  const authority = createAuthority();
  const baseUrl = await lenderBehind(authority);
  const dataDir = temporaryFolder();
  const agent = await officeWith(ANA, { dataDir });
  await value(
    agent.call("setup.saveProvider", {
      ...{ id: "iute", kind: "iute", name: "Iute", baseUrl, environment: "test" },
      settings: { partnerType: "post", languages: ["rom"], currency: OFFICE.currency },
      secrets: { username: "u", password: "p" },
    }),
  );
  const asked = (till: Agent) => till.call("loans.info", { providerId: "iute", loanRef: "80001" });
  expect((await refusal(asked(agent))).code).toBe("certificate");

  const path = join(temporaryFolder(), "posta.pem");
  writeFileSync(path, authority.ca);
  const alone = agent.call("setup.trustCertificates", { path });
  expect((await refusal(alone)).code).toBe("approvalNeeded");
  const approval = { name: BESA.name, pin: BESA.pin };
  const { added } = await value(agent.call("setup.trustCertificates", { path, approval }));
  expect(added).toHaveLength(1);
  expect(added[0]?.subject).toMatch(/^CN=Test authority \d+$/);
  expect((await refusal(asked(agent))).code).toBe("noActiveLoan");
  rmSync(path);
  await agent.close();

  const again = openAgent({ dataDir });
  await signIn(again, ANA);
  expect((await refusal(asked(again))).code).toBe("noActiveLoan");
  const sha256 = added[0]?.sha256 ?? "";
  expect((await value(again.call("setup.distrustCertificate", { sha256 }))).certificates).toEqual([]);
  expect((await refusal(asked(again))).code).toBe("certificate");
  const found = await value(again.call("journal.search", { kinds: ["setup.certificateTrusted"] }));
  expect(found.total).toBe(1);
});

test("what is no authority's certificate is refused in words, and a cashier brings none", async () => {
  const authority = createAuthority();
  const agent = await officeWith(ANA);
  const folder = temporaryFolder();
  const approval = { name: BESA.name, pin: BESA.pin };
  const refused = async (content: string | Buffer) => {
    const path = join(folder, "file.pem");
    writeFileSync(path, content);
    return refusal(agent.call("setup.trustCertificates", { path, approval }));
  };
  const { cert, key } = authority.server(["lender.example"]);
  expect((await refused("hello")).message).toMatch(/holds no certificate/);
  expect((await refused(Buffer.from([0x30, 0x03, 1, 2, 3]))).message).toMatch(/holds no certificate/);
  expect((await refused(cert)).message).toMatch(/one computer, not of an authority/);
  expect((await refused(`${authority.ca}${key}`)).message).toMatch(/private key/);
  expect(await refused(Buffer.alloc(2 * 1024 * 1024))).toMatchObject({ code: "fileTooLarge", field: "path" });
  expect((await value(agent.call("setup.safety"))).certificates).toEqual([]);
  expect(existsSync(folder)).toBe(true);
  await signIn(agent, CELIK);
  expect((await refused(authority.ca)).code).toBe("wrongRole");
});
