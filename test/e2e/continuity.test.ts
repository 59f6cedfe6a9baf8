// What money goes through, what older data may not send, and what a line that is down says: in the real window.
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { button, fillRepayment, heading, setLine } from "./clerk.ts";
import { launch } from "./electron.ts";
import { bookedHere, lenderLoan } from "./lenderBooks.ts";
import { openNetworkProbe } from "./networkProbe.ts";
import { BESA, LOAN, openTill, picture, signInAs, takeOffline, tillsBeforeLender } from "./tills.ts";

let folder: string;
test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "counterfoil-continuity-"));
});
test.afterEach(() => rm(folder, { recursive: true, force: true }));

test("money is no business of Chromium's: its own network log knows what it fetched, and never the lender", async () => {
  const log = join(folder, "netlog.json");
  const dataDir = join(folder, "till");
  const { app, page } = await launch({
    dataDir,
    args: ["--training", `--log-net-log=${log}`, "--net-log-capture-mode=Everything"],
  });
  await expect(heading(page, "Today")).toBeVisible();
  await openTill(page);
  const lender = await page.evaluate(async () => {
    const set = await window.counterfoil.setup.providers();
    return set.ok ? (set.value.providers.find(({ id }) => id === "iute")?.baseUrl ?? "") : "";
  });
  const { port } = new URL(lender);
  await fillRepayment({ app, page, dataDir, picture: async () => undefined }, LOAN, "3500");
  await expect(page.getByText(/Booked by the lender at \d\d:\d\d/)).toBeVisible();
  expect(bookedHere(await lenderLoan(dataDir, LOAN))).toEqual([350_000]);

  // The control: what does go through Chromium's stack stands in its log, so that an empty one proves nothing.
  const probe = await openNetworkProbe();
  const fetched = await app.evaluate(
    ({ net }, url) =>
      net.fetch(url).then(
        () => "answered",
        () => "broken off",
      ),
    `http://127.0.0.1:${probe.port}/control`,
  );
  expect([fetched, probe.contacts[0]]).toEqual(["broken off", "tcp"]);
  await probe.close();
  await app.close();

  const text = await readFile(log, "utf8");
  expect(text).toContain(`127.0.0.1:${probe.port}/control`);
  expect(port).toMatch(/^\d{4,5}$/);
  expect(text).not.toContain(`:${port}`);
  expect(text).not.toContain("insert/repayment");
});

test("an older copy of the data: seen and counted, sent by nobody, released by two", async () => {
  const { lender, open } = await tillsBeforeLender(folder);
  const first = await open("T1");
  await signInAs(first.page, BESA);
  await openTill(first.page);
  await lender.setLine(false);
  await takeOffline(first.page, 130_000, "form-restored-1");
  await first.app.close();
  const till = join(folder, "T1");
  const kept = await readFile(join(till, "journal.sqlite"));
  await lender.setLine(true);
  const second = await open("T1");
  await signInAs(second.page, BESA);
  await second.page.keyboard.press("F7");
  await expect(second.page.getByRole("radio", { name: "Booked" })).toContainText("1", { timeout: 30_000 });
  await second.app.close();
  for (const name of ["journal.sqlite-wal", "journal.sqlite-shm", "twin"])
    await rm(join(till, name), { recursive: true, force: true });
  await writeFile(join(till, "journal.sqlite"), kept);

  const { app, page } = await open("T1");
  await expect(heading(page, "This is an older copy of the data")).toBeVisible();
  await expect(page.getByText(/The journal ends at entry \d+, but \d+ were noted/)).toBeVisible();
  await expect(page.getByText("1 payment is waiting here.")).toBeVisible();
  await page.getByLabel("What was checked").fill("Compared with the lender on the telephone.");
  await page.getByLabel("Supervisor").fill(BESA.name);
  await page.getByLabel("PIN").fill(BESA.pin);
  await picture(page, "older-copy");
  await button(page, "Go on with this data").click();
  await signInAs(page, BESA);
  await page.keyboard.press("F7");
  await button(page, "Send and check now").click();
  await expect(
    page.getByText("Held back: this till’s data were restored", { exact: false }).first(),
  ).toBeVisible();
  await page.getByLabel("Type to filter").focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page.getByText("two people release it or mark it as booked", { exact: false })).toBeVisible();
  await button(page, "Read the lender’s books now").click();
  await expect(page.getByRole("region", { name: "What the lender’s books said" })).toContainText("Remaining");
  await picture(page, "held-back");
  expect(bookedHere(await lenderLoan(folder, LOAN))).toEqual([130_000]);
  await app.close();
  await lender.close();
});

test("a line that is down counts down to the next try, and is not forgotten there", async () => {
  const dataDir = join(folder, "till");
  const { app, page } = await launch({ dataDir, args: ["--training"] });
  await expect(heading(page, "Today")).toBeVisible();
  await openTill(page);
  await page.evaluate(() => window.counterfoil.loans.info({ providerId: "iute", loanRef: "80001" }));
  await setLine(page, false);
  const taken = await page.evaluate(() =>
    window.counterfoil.repayments.capture({
      ...{ providerId: "iute", loanRef: "80001", amountMinor: 50_000, captureId: "form-countdown" },
    }),
  );
  expect(taken.ok).toBe(true);
  await page.keyboard.press("F7");
  await expect(page.getByText(/We try again in \d:\d\d/)).toBeVisible();
  await page.getByLabel("Type to filter").focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  const next = page.getByRole("region", { name: "What happens next" });
  await expect(next).toContainText(/We try again at \d\d:\d\d, in \d:\d\d/);
  await picture(page, "countdown");
  await app.close();
});
