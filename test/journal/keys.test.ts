/** The till's keys: made once, opened by the keyring or the recovery code, locked otherwise; never "a new installation". */
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Keys, type KeysOptions, openKeys } from "../../electron/journal/keys/keys.ts";
import { newRecoveryCode, readRecoveryCode } from "../../electron/journal/keys/recoveryCode.ts";
import type { Keyring } from "../../electron/ports.ts";
import { captured, workDay } from "./dayRows.ts";
import { CHEAP, memoryStore, testKeyring, testRandom } from "./parts.ts";
import { newTill, type Till, temporaryFolder } from "./till.ts";

const broken: Keyring = {
  available: true,
  encrypt: () => Promise.reject(new Error("The keyring is locked.")),
  decrypt: () => Promise.reject(new Error("The keyring is locked.")),
};

function optionsOf(till: Till, more: Partial<KeysOptions> = {}): KeysOptions {
  const { folder, store, keyring, random } = till;
  return { folder, store, keyring, random, recoveryCost: CHEAP, ...more };
}
const reopened = (till: Till, more: Partial<KeysOptions> = {}) => openKeys(optionsOf(till, more));

async function workedTill(): Promise<{ till: Till; code: string }> {
  const till = await newTill();
  const code = String(till.keys.recoveryCode);
  const journal = till.open();
  workDay(journal, 2);
  journal.close();
  return { till, code };
}

describe("the keyring", () => {
  it("opens the till at the next start with the same keys, and the code is shown once", async () => {
    const { till } = await workedTill();
    expect(till.keys.recoveryCode).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){7}[0-9A-HJKMNP-TV-Z]{5}$/);
    till.keys.recoveryCodeShown();
    expect(till.keys.recoveryCode).toBeNull();
    const keys = await reopened(till);
    expect([keys.state, keys.lockReason, keys.recoveryCode, keys.keyringMissing]).toEqual([
      "open",
      null,
      null,
      false,
    ]);
    for (const purpose of [
      "tag",
      "digest",
      "blindIndex",
      "customerKeys",
      "pinPepper",
      "secrets",
      "drafts",
      "head",
    ] as const)
      expect(keys.key(purpose).equals(till.keys.key(purpose))).toBe(true);
    expect(keys.key("tag").equals(keys.key("digest"))).toBe(false);
  });

  it.each<[what: string, keyring: Keyring, reason: string, missing: boolean]>([
    ["is missing", testKeyring("office", false), "keyringMissing", true],
    ["is another one", testKeyring("somebody else"), "keyringChanged", false],
    ["is locked", broken, "keyringChanged", false],
    ["answers nonsense", { ...testKeyring(), decrypt: () => "bm9uc2Vuc2U=" }, "keyringChanged", false],
  ])(
    "that %s locks the till: the queue can be seen and counted, nothing is taken, the code opens it",
    async (_what, keyring, reason, missing) => {
      const { till, code } = await workedTill();
      const keys = await reopened(till, { keyring });
      expect([keys.state, keys.lockReason, keys.keyringMissing]).toEqual(["locked", reason, missing]);
      const journal = till.open({ keys });
      expect(journal.problem()).toBeNull();
      expect(journal.sql.prepare("SELECT SUM(amount_minor) FROM outbox").pluck().get()).toBe(30_000);
      expect(journal.verify()).toMatchObject({
        ok: true,
        detail: expect.stringContaining("wait for the recovery code"),
      });
      expect(journal.cells.get("items", "item-1")).toEqual({});
      for (const locked of [
        () => journal.write(({ append }) => append(captured(3, 1))),
        () => journal.digest("customer", "1"),
        () => journal.cells.find("items", "payerName", "Popa"),
        () => keys.sealSecret(["iute"], "x"),
      ])
        expect(locked).toThrow(expect.objectContaining({ code: "locked" }));
      await keys.unlock(code);
      journal.write(({ append }) => append(captured(3, 1)));
      expect(journal.verify()).toMatchObject({ ok: true, entries: 5 });
    },
  );

  it("that comes back by itself opens the till without the code", async () => {
    const { till } = await workedTill();
    let locked = true;
    const keyring = {
      ...testKeyring(),
      decrypt: (bytes: Uint8Array) => (locked ? broken.decrypt(bytes) : till.keyring.decrypt(bytes)),
    };
    const keys = await reopened(till, { keyring });
    expect([await keys.retryKeyring(), keys.state]).toEqual([false, "locked"]);
    locked = false;
    expect([await keys.retryKeyring(), keys.state, keys.lockReason]).toEqual([true, "open", null]);
  });

  it("a till made without one asks for the code at each start, and says so", async () => {
    const till = await newTill();
    const folder = temporaryFolder();
    const options = optionsOf(till, { folder, store: memoryStore(), keyring: testKeyring("office", false) });
    const made = await openKeys(options);
    expect([made.state, made.keyringMissing]).toEqual(["open", true]);
    const keys = await openKeys(options);
    expect([keys.state, keys.lockReason]).toEqual(["locked", "keyringMissing"]);
    await keys.unlock(String(made.recoveryCode));
    expect([keys.state, keys.keyringMissing]).toEqual(["open", true]);
  });

  it("every login of the counter's PC keeps its own way in, once it has shown the code", async () => {
    const { till, code } = await workedTill();
    const logins = ["office", "evening", "Sunday"].map((owner) => testKeyring(owner));
    for (const keyring of logins) {
      const keys = await reopened(till, { keyring });
      if (keys.state === "locked") await keys.unlock(code);
    }
    for (const keyring of logins) expect((await reopened(till, { keyring })).state).toBe("open");
    expect((await reopened(till, { keyring: testKeyring("stranger") })).state).toBe("locked");
  });
});

describe("the recovery code", () => {
  it("is read however it is typed, and a mistyped group is named", async () => {
    const { till, code } = await workedTill();
    const keys = await reopened(till, { keyring: broken });
    const [first = "", ...rest] = code.split("-");
    const wrong = `${first.slice(0, -1)}${first.endsWith("0") ? "1" : "0"}`;
    await expect(keys.unlock([wrong, ...rest].join("-"))).rejects.toMatchObject({
      code: "wrongRecoveryCode",
      message: "Group 1 of the recovery code is mistyped.",
      field: "recoveryCode",
    });
    await expect(keys.unlock(code.slice(0, -1))).rejects.toThrow("eight groups of five");
    await expect(keys.unlock("")).rejects.toThrow("eight groups of five");
    await expect(keys.unlock(newRecoveryCode(testRandom("other")))).rejects.toThrow("another installation");
    expect(keys.state).toBe("locked");
    await keys.unlock(
      ` ${code.toLowerCase().replaceAll("-", " ").replaceAll("0", "o").replaceAll("1", "l")} `,
    );
    expect(keys.state).toBe("open");
  });

  it("a new one replaces the old one for good", async () => {
    const { till, code } = await workedTill();
    const next = await till.keys.newRecoveryCode();
    const keys = await reopened(till, { keyring: broken });
    await expect(keys.unlock(code)).rejects.toThrow("another installation");
    await keys.unlock(next);
    expect(keys.state).toBe("open");
    await expect((await reopened(till, { keyring: broken })).newRecoveryCode()).rejects.toMatchObject({
      code: "locked",
    });
  });

  it("every single wrong character is found, in its group", () => {
    const code = newRecoveryCode(testRandom());
    const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    for (const [at, letter] of [...code].entries()) {
      if (letter === "-") continue;
      for (const other of alphabet) {
        if (other === letter) continue;
        const reading = readRecoveryCode(code.slice(0, at) + other + code.slice(at + 1));
        expect(reading).toEqual({ ok: false, wrongGroup: Math.floor(at / 6) + 1 });
      }
    }
    expect(readRecoveryCode(code)).toMatchObject({ ok: true });
  });
});

describe("the wrapped key", () => {
  it("lies twice, and either copy is enough", async () => {
    const { till } = await workedTill();
    expect((await reopened(till, { store: memoryStore() })).state).toBe("open");
    rmSync(join(till.folder, "keys.json"));
    expect((await reopened(till)).state).toBe("open");
  });

  it.each(["", "{", "null", "{}", '{"version":2}'])(
    "damaged beside the journal (%j), the settings' copy opens it",
    async (text) => {
      const { till } = await workedTill();
      writeFileSync(join(till.folder, "keys.json"), text);
      expect((await reopened(till)).state).toBe("open");
    },
  );

  it("gone in both places, the till is locked: no new keys are made over a journal", async () => {
    const { till, code } = await workedTill();
    rmSync(join(till.folder, "keys.json"));
    const keys = await reopened(till, { store: memoryStore() });
    expect([keys.state, keys.lockReason]).toEqual(["locked", "envelopeMissing"]);
    await expect(keys.unlock(code)).rejects.toThrow("restore keys.json from a backup");
    expect(existsSync(join(till.folder, "keys.json"))).toBe(false);
    const journal = till.open({ keys });
    expect(journal.sql.prepare("SELECT COUNT(*) FROM outbox").pluck().get()).toBe(2);
  });

  it("tells nothing: neither key nor code stands in it", async () => {
    const { till, code } = await workedTill();
    const text = readFileSync(join(till.folder, "keys.json"), "utf8");
    const reading = readRecoveryCode(code);
    if (!reading.ok) throw new Error("The code is right.");
    for (const secret of [
      code,
      reading.secret,
      till.keys.key("tag").toString("base64"),
      till.keys.key("tag").toString("hex"),
    ])
      expect(text.includes(secret)).toBe(false);
  });

  it("two programs that begin on one empty folder end with one set of keys", async () => {
    const till = await newTill();
    const folder = temporaryFolder();
    const begin = (seed: string): Promise<Keys> =>
      openKeys(optionsOf(till, { folder, store: memoryStore(), random: testRandom(seed) }));
    const [one, other] = await Promise.all([begin("one"), begin("other")]);
    expect(one.key("tag").equals(other.key("tag"))).toBe(true);
    expect([one.recoveryCode, other.recoveryCode].filter((code) => code !== null)).toHaveLength(1);
    const third = await openKeys(optionsOf(till, { folder, store: memoryStore(), keyring: broken }));
    await third.unlock(String(one.recoveryCode ?? other.recoveryCode));
    expect(third.key("tag").equals(one.key("tag"))).toBe(true);
  });
});

describe("a provider's secret", () => {
  it("opens in its own place only", async () => {
    const till = await newTill();
    const sealed = till.keys.sealSecret(["iute", "password"], "näyte:pw");
    expect(till.keys.openSecret(["iute", "password"], sealed)).toBe("näyte:pw");
    expect(Buffer.from(sealed, "base64").includes("näyte")).toBe(false);
    for (const place of [["iute", "username"], ["q2", "password"], ["iute/password"]])
      expect(() => till.keys.openSecret(place, sealed)).toThrow("changed or moved");
    expect(() => till.keys.openSecret(["iute", "password"], `A${sealed.slice(1)}`)).toThrow(
      "changed or moved",
    );
  });
});
