// Who may make which call: what is not named here needs a person at the counter, and nothing opens by accident.
import { expect, test } from "vitest";
import { callNames } from "../../shared/callNames.ts";
import { ANA, BESA, CELIK, officeWith, refusal, signIn } from "./counter.ts";

/** Before anybody has signed in: only looking, counting, signing in, the way out of a lock, and training. */
const anyone = [
  ...["setup.get", "setup.connections", "setup.unlock", "setup.acceptData"],
  ...["setup.startTraining", "setup.leaveTraining"],
  ...["staff.session", "staff.list", "staff.signIn", "staff.signOut", "staff.switchUser", "staff.unlock"],
  ...["till.status", "training.decide", "training.misbehave", "training.line", "training.status"],
];

/** What a cashier may not do. */
const supervisor = [
  ...["approvals.list", "approvals.sign", "approvals.enrol", "approvals.confirm", "approvals.forget"],
  ...["till.setPartnerBalance", "loans.decideDoubt", "journal.export"],
  ...["setup.backUp", "setup.carryOut", "setup.carryIn"],
];

/** What a supervisor may not do either; the first four need nobody while there is no staff. */
const admin = [
  ...["setup.save", "setup.saveProvider", "setup.recoveryCode", "staff.save"],
  ...["setup.saveLimits", "setup.providers", "setup.moveTwin"],
  ...["setup.trustCertificates", "setup.distrustCertificate"],
  ...["scanners.save", "scanners.addFolder", "scanners.remove"],
];

const others = callNames.filter((name) => !anyone.includes(name));

async function codesOf(person: { name: string; pin: string } | null, names: readonly string[]) {
  const agent = await officeWith(null);
  if (person !== null) await signIn(agent, person);
  const codes = new Set<string>();
  for (const name of names) codes.add((await refusal(agent.call(name, {}))).code);
  return [...codes];
}

test("the lists name calls that exist", () => {
  const names: readonly string[] = callNames;
  expect([...anyone, ...supervisor, ...admin].filter((name) => !names.includes(name))).toEqual([]);
});

test("nobody at the counter does nothing but what anyone may", async () => {
  expect(await codesOf(null, others)).toEqual(["notSignedIn"]);
});

test("a cashier does nothing of a supervisor's or an administrator's", async () => {
  expect(await codesOf(CELIK, [...supervisor, ...admin])).toEqual(["wrongRole"]);
});

test("a supervisor does nothing of an administrator's", async () => {
  expect(await codesOf(BESA, admin)).toEqual(["wrongRole"]);
});

test("whoever is sent away or given a lower role has lost the higher one's calls at once", async () => {
  const agent = await officeWith(ANA);
  await agent.call("staff.save", { name: BESA.name, role: "admin" });
  await agent.call("staff.save", { name: ANA.name, role: "cashier" });
  for (const name of [...supervisor, ...admin])
    expect(await refusal(agent.call(name, {})), name).toMatchObject({ code: "wrongRole" });
});
