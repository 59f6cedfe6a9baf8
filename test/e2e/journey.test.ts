// One customer through everything, in the real Electron and by keyboard alone: first run, application, agreement,
// payout, repayments online and off, a restart; compared with the training lender's own books.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import {
  apply,
  fillRepayment,
  firstRunAndTill,
  infoOf,
  payOut,
  repayOffline,
  setLine,
  signAgreement,
  signIn,
} from "./clerk.ts";
import { launch } from "./electron.ts";
import { watchForMouse } from "./keyboard.ts";
import { bookedHere, lenderLoan } from "./lenderBooks.ts";

let dataDir: string;
test.beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "counterfoil-journey-"));
});
test.afterEach(() => rm(dataDir, { recursive: true, force: true }));

test("from the first start to repayments that were taken without a line, by keyboard alone", async () => {
  const { app, page } = await launch({ dataDir });
  const counter = { app, page, dataDir, picture: async () => undefined };
  const mouse = await watchForMouse(page);
  await firstRunAndTill(counter);
  const loanRef = await apply(counter);
  await signAgreement(counter, loanRef);
  await payOut(counter, loanRef);

  await fillRepayment(counter, loanRef, "1905,88");
  await expect(page.getByText(/Booked by the lender at \d\d:\d\d/)).toBeVisible();
  expect(await infoOf(page, loanRef)).toMatchObject({
    ok: true,
    value: { totalMinor: 19_058_80, repaidMinor: 1_905_88, remainingMinor: 17_152_92, stale: false },
  });
  expect(bookedHere(await lenderLoan(dataDir, loanRef))).toEqual([1_905_88]);

  await setLine(page, false);
  for (const amount of ["100", "200.50", "300"]) await repayOffline(counter, loanRef, amount);
  await page.keyboard.press("F7");
  await expect(page.getByRole("radio", { name: "Not sent yet" })).toContainText("3");
  expect(await mouse.count()).toBe(0);
  await app.close();
  expect(bookedHere(await lenderLoan(dataDir, loanRef))).toEqual([1_905_88]);

  const second = await launch({ dataDir });
  await signIn({ ...counter, ...second });
  await setLine(second.page, true);
  await second.page.keyboard.press("F7");
  // The payout, the repayment at the counter, and the three of the day without a line.
  await expect(second.page.getByRole("radio", { name: "Booked" })).toContainText("5", { timeout: 60_000 });
  await expect(second.page.getByText("Nothing waiting")).toBeVisible();
  expect(bookedHere(await lenderLoan(dataDir, loanRef))).toEqual([1_905_88, 100_00, 200_50, 300_00]);
  expect(await infoOf(second.page, loanRef)).toMatchObject({
    ok: true,
    value: { repaidMinor: 2_506_38, remainingMinor: 16_552_42 },
  });
  expect(await second.page.evaluate(() => window.counterfoil.journal.verify())).toMatchObject({
    ok: true,
    value: { ok: true },
  });
  await second.app.close();
});
