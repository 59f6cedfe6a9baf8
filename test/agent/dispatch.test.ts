// What comes back for a call that is unknown, malformed, forbidden or broken; and that nothing of it ends the program.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Printing } from "../../electron/ports.ts";
import { callNames } from "../../shared/callNames.ts";
import { temporaryFolder } from "../journal/till.ts";
import { ANA, CELIK, officeWith, openAgent, refusal, value } from "./counter.ts";

test("an unknown call, and names that every object has", async () => {
  const agent = await officeWith(ANA);
  for (const name of ["setup.format", "", "toString", "__proto__", "constructor", "setup"])
    expect(await refusal(agent.call(name, {}))).toEqual({
      code: "unknownCall",
      message: "There is no such call.",
    });
});

for (const [name, input, field, message] of [
  ["till.open", {}, "floatMinor", "Fill this in."],
  ["till.open", { floatMinor: -5 }, "floatMinor", "This is too small."],
  ["till.open", { floatMinor: 10.5 }, "floatMinor", "Enter a whole number."],
  ["till.open", { floatMinor: Number.NaN }, "floatMinor", "This has to be of another kind: number."],
  ["till.open", { floatMinor: "100" }, "floatMinor", "This has to be of another kind: number."],
  ["till.open", { floatMinor: 1e14 }, "floatMinor", "This is too large: at most 10000000000000."],
  ["till.move", { direction: "up", amountMinor: 1, reason: "x" }, "direction", "Choose one of: in, out."],
  ["till.move", { direction: "in", amountMinor: 1, reason: "" }, "reason", "Fill this in."],
  [
    "till.move",
    { direction: "in", amountMinor: 1, reason: "a\u202eb" },
    "reason",
    "Contains hidden characters.",
  ],
  [
    "till.close",
    { counts: [{ denominationMinor: 100, pieces: -1 }] },
    "counts.0.pieces",
    "This is too small.",
  ],
  ["till.close", { counts: [], approval: { name: "Ana" } }, "approval.pin", "Fill this in."],
  [
    "setup.save",
    { office: "A", till: "1", currency: "lek", language: "sq" },
    "currency",
    "A currency is three capital letters (ISO 4217).",
  ],
  ["loans.info", { providerId: "iute", loanRef: "1&x=2" }, "loanRef", "A loan reference is a number."],
  ["staff.session", { name: "x" }, "name", "There is no such field: name."],
  ["documents.import", { name: "x" }, "path", "Fill this in."],
  ["staff.save", [], undefined, "This has to be of another kind: object."],
  ["staff.save", "text", undefined, "This has to be of another kind: object."],
] as const)
  test(`${name} ${JSON.stringify(input)} is refused beside its field`, async () => {
    const agent = await officeWith(ANA);
    const error = await refusal(agent.call(name, input));
    expect(error).toEqual({ code: "invalidInput", message, ...(field === undefined ? {} : { field }) });
  });

test("nothing that anybody sends to any call ends the program or comes back as a bug", async () => {
  const agent = await officeWith(ANA);
  const odd: unknown[] = [
    undefined,
    null,
    0,
    "",
    [],
    { a: { b: { c: [] } } },
    { providerId: "nobody" },
    new Map(),
  ];
  for (const name of callNames) {
    if (name === "staff.signOut" || name.startsWith("setup.startTraining")) continue;
    for (const input of odd) {
      const reply = await agent.call(name, input);
      expect(reply.ok ? null : reply.error.code, `${name} ${JSON.stringify(input)}`).not.toBe("unexpected");
    }
  }
});

test("a bug is a reference in the reply and in the log, and not a word of what was typed", async () => {
  const dataDir = temporaryFolder();
  const printing: Printing = {
    printers: async () => {
      throw new TypeError("Printer of customer Mira Dushaj is undefined");
    },
    print: async () => ({ ok: false, printer: "", message: null }),
    pdf: async () => new Uint8Array(),
  };
  const agent = await officeWith(CELIK, { dataDir, printing });
  const error = await refusal(agent.call("printers.list"));
  expect(error).toMatchObject({ code: "unexpected", reference: expect.stringMatching(/^[0-9a-f]{8}$/) });
  const log = readFileSync(join(dataDir, "logs", "counterfoil.log"), "utf8");
  expect(log).toContain(error.reference);
  expect(log).toContain('"call":"printers.list"');
  expect(log + JSON.stringify(error)).not.toContain("Mira");
});

test("calls before the start has ended wait for it, and calls after the end are refused", async () => {
  const agent = openAgent();
  const early = agent.call("setup.get");
  expect(await value(early)).toMatchObject({ ready: false });
  await agent.close();
  await agent.close();
  expect(await refusal(agent.call("setup.get"))).toMatchObject({ code: "notAvailable" });
});

test("a listener that fails or goes away disturbs nobody", async () => {
  const agent = await officeWith(CELIK);
  const heard: string[] = [];
  agent.on("till.changed", () => {
    throw new Error("A listener's bug.");
  });
  const off = agent.on("till.changed", () => heard.push("first"));
  agent.on("till.changed", () => heard.push("second"));
  await value(agent.call("till.open", { floatMinor: 0 }));
  off();
  await value(agent.call("till.move", { direction: "in", amountMinor: 5, reason: "x" }));
  expect(heard).toEqual(["first", "second", "second"]);
});
