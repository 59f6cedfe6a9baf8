/** What was being typed: kept across a crash, sealed, and given back to the same person only. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { value } from "../agent/counter.ts";
import { BESA, CELIK, openCounter } from "./counter.ts";

test("a draft comes back to the person who typed it, after a restart as well, and to nobody else", async () => {
  const counter = await openCounter();
  const fields = { firstName: "Nelea-Draft", amount: "1095,68" };
  await value(counter.agent.call("drafts.save", { form: "application", fields: { firstName: "N" } }));
  const { savedAt } = await value(counter.agent.call("drafts.save", { form: "application", fields }));
  await counter.restart(BESA);
  const draft = () => value(counter.agent.call("drafts.get", { form: "application" }));
  expect(await draft()).toEqual({ fields: null, savedAt: null });
  await counter.signIn(CELIK);
  expect(await draft()).toEqual({ fields, savedAt });
  await value(counter.agent.call("drafts.drop", { form: "application" }));
  expect(await draft()).toEqual({ fields: null, savedAt: null });
});

test("a draft lies on the disk in no readable form", async () => {
  const counter = await openCounter();
  await value(
    counter.agent.call("drafts.save", { form: "application", fields: { lastName: "Zaharescu-Visible" } }),
  );
  await counter.agent.close();
  const files = readdirSync(counter.dataDir, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  expect(files.length).toBeGreaterThan(1);
  for (const { parentPath, name } of files)
    expect(readFileSync(join(parentPath, name)).includes("Zaharescu")).toBe(false);
});
