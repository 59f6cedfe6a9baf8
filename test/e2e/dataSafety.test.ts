// A dying computer, the stick with the second copy, and whom the lines trust: the screens of the settings, walked.
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { createAuthority } from "../providers/certificates.ts";
import { button } from "./clerk.ts";
import { tabTo } from "./keyboard.ts";
import { bookedHere, lenderLoan } from "./lenderBooks.ts";
import {
  ANA,
  BESA,
  dialogsAnswer,
  LOAN,
  openSettings,
  openTill,
  picture,
  signInAs,
  takeOffline,
  tillsBeforeLender,
} from "./tills.ts";

const PASSPHRASE = "seven brown kettles";

let folder: string;
test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "counterfoil-continuity-"));
});
test.afterEach(() => rm(folder, { recursive: true, force: true }));

test("a dying computer's work goes to another till in a file, once, and both say what to do", async () => {
  const { lender, open } = await tillsBeforeLender(folder);
  const old = await open("T1");
  await signInAs(old.page, BESA);
  await openTill(old.page);
  await lender.setLine(false);
  const receiptNo = await takeOffline(old.page, 120_000, "form-carried-1");

  const next = await open("T2");
  await signInAs(next.page, BESA);
  await openSettings(next.page, "Another computer");
  const number = await next.page.evaluate(async () => {
    const office = await window.counterfoil.setup.get();
    return office.ok ? (office.value.installationId ?? "") : "";
  });
  await expect(next.page.getByText(number, { exact: true })).toBeVisible();

  const stick = join(folder, "stick");
  await mkdir(stick);
  const file = join(stick, "work.counterfoil");
  await dialogsAnswer(old.app, file);
  await openSettings(old.page, "Another computer");
  await old.page.getByLabel(/Installation number of the other till/).fill(number);
  await old.page.getByLabel("Passphrase of the file").first().fill(PASSPHRASE);
  await old.page.getByLabel("Passphrase once more").fill("seven brown kettle");
  await old.page.keyboard.press("Enter");
  await expect(old.page.getByLabel("Passphrase once more")).toBeFocused();
  await expect(old.page.getByText("The two differ.")).toBeVisible();
  await old.page.getByLabel("Passphrase once more").fill(PASSPHRASE);
  await picture(old.page, "carry-out-form");
  await old.page.keyboard.press("Enter");
  const question = old.page.getByRole("dialog");
  await expect(question).toContainText("This cannot be taken back.");
  await expect(question.getByRole("button", { name: "Leave it here" })).toBeFocused();
  await picture(old.page, "carry-out-question");
  await old.page.keyboard.press("Shift+Tab");
  await old.page.keyboard.press("Enter");
  await expect(old.page.getByRole("heading", { name: "The work is in the file" })).toBeFocused();
  await expect(old.page.getByRole("table", { name: "Payments in the file" })).toContainText(receiptNo);
  await expect(old.page.getByRole("main")).toContainText(number);
  await picture(old.page, "carried-out");
  expect(await readFile(file, "utf8")).not.toContain(LOAN);
  await old.page.keyboard.press("F7");
  await expect(old.page.getByText("It was carried out to another computer.")).toBeVisible();

  // The new till: a wrong passphrase stands beside its field, the right one takes it in.
  await dialogsAnswer(next.app, file);
  await tabTo(next.page, button(next.page, "Choose the file"));
  await next.page.keyboard.press("Enter");
  await expect(next.page.getByText("Chosen: work.counterfoil")).toBeVisible();
  const passphrase = next.page.getByLabel("Passphrase of the file").last();
  await passphrase.fill("seven brown cattle");
  await next.page.keyboard.press("Enter");
  await expect(next.page.getByText("The passphrase does not open this file.")).toBeVisible();
  await button(next.page, "Choose the file").click();
  await passphrase.fill(PASSPHRASE);
  await next.page.keyboard.press("Enter");
  await expect(next.page.getByRole("heading", { name: "The work is at this till now" })).toBeVisible();
  await expect(next.page.getByRole("table", { name: "Payments in the file" })).toContainText(receiptNo);
  await picture(next.page, "carried-in");
  await lender.setLine(true);
  await next.page.keyboard.press("F7");
  await button(next.page, "Send and check now").click();
  await expect(next.page.getByRole("radio", { name: "Booked" })).toContainText("1", { timeout: 30_000 });
  expect(bookedHere(await lenderLoan(folder, LOAN))).toEqual([120_000]);
  await old.app.close();
  await next.app.close();
  await lender.close();
});

test("the second copy, backups and certificates: chosen, shown, warned of and removed", async () => {
  const { lender, open } = await tillsBeforeLender(folder);
  const { app, page } = await open("T1");
  await signInAs(page, ANA);
  const stick = join(folder, "stick");
  await mkdir(stick);
  await dialogsAnswer(app, stick);
  await openSettings(page, "Data and safety");
  await expect(page.getByText("It holds everything that the journal holds.")).toBeVisible();
  await button(page, "Choose a folder").click();
  await expect(page.getByText("The second copy is complete in the new folder")).toBeVisible();
  await expect(page.getByRole("main")).toContainText(stick);
  await button(page, "Back up now").click();
  await expect(page.getByText(/Backed up and counted: \d+ entries/)).toBeVisible();
  await expect(page.getByRole("list", { name: "Backups that there are" })).toContainText("MB");
  await picture(page, "safety");

  await rm(stick, { recursive: true });
  await openTill(page);
  await page.keyboard.press("F7");
  await expect(page.getByText("The journal’s second copy is missing.")).toBeVisible();
  await openSettings(page, "Data and safety");
  await expect(page.getByText("It is missing: its folder is not there.")).toBeVisible();
  await picture(page, "twin-missing");

  const certificate = join(folder, "office.pem");
  await writeFile(certificate, createAuthority().ca);
  await dialogsAnswer(app, certificate);
  await openSettings(page, "Network");
  await expect(page.getByText("None. That is the usual case.")).toBeVisible();
  await button(page, "Choose the file").click();
  await expect(page.getByText("To approve: Trusting another certificate")).toBeVisible();
  await page
    .getByRole("group", { name: /second person/i })
    .getByRole("combobox")
    .fill(BESA.name);
  await page.getByRole("main").locator("input[type=password]").fill(BESA.pin);
  await button(page, "Choose the file").click();
  await expect(page.getByText(/Trusted from now on: CN=Test authority/)).toBeVisible();
  await expect(page.getByRole("list", { name: "Authorities that are trusted besides" })).toContainText(
    "SHA-256",
  );
  await picture(page, "network");
  await page.getByRole("button", { name: "Remove" }).click();
  const question = page.getByRole("dialog");
  await expect(question.getByRole("button", { name: "Keep it" })).toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByText("None. That is the usual case.")).toBeVisible();
  await app.close();
  await lender.close();
});
