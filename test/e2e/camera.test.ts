// The camera of a document stand in the real Electron: shut until a person opens it, a page that is cut out of what the
// camera sees, replaced and sent; and everything else that a page might wish for stays refused meanwhile.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { photographed, writtenPdf } from "../devices/samples.ts";
import { onTable } from "../devices/tablePicture.ts";
import { apply, button, firstRunAndTill } from "./clerk.ts";
import { launch, type RunningApp } from "./electron.ts";
import { tabTo } from "./keyboard.ts";

let dataDir: string;
let running: RunningApp | null = null;

test.beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "counterfoil-camera-"));
});
test.afterEach(async () => {
  await running?.app.close();
  await rm(dataDir, { recursive: true, force: true });
});

/** Chromium's own camera for tests, which sees what stands in a file. Nobody presses "allow": the app's rules decide. */
async function cameraSeeing(picture: Buffer): Promise<string[]> {
  const path = join(dataDir, "table.mjpeg");
  await writeFile(path, picture);
  return ["--use-fake-device-for-media-stream", `--use-file-for-fake-video-capture=${path}`];
}

async function wishes(page: Page): Promise<Record<string, string>> {
  return page.evaluate(async () => {
    const outcome = async (constraints: MediaStreamConstraints) => {
      try {
        const stream = await navigator.mediaDevices.getUserMedia(constraints);
        for (const track of stream.getTracks()) track.stop();
        return "given";
      } catch (error) {
        return error instanceof Error ? error.name : "?";
      }
    };
    const frame = document.createElement("iframe");
    frame.allow = "camera";
    document.body.append(frame);
    const inFrame = async () => {
      try {
        await frame.contentWindow?.navigator.mediaDevices.getUserMedia({ video: true });
        return "given";
      } catch (error) {
        return Reflect.get(Object(error), "name");
      }
    };
    const found = {
      camera: await outcome({ video: true }),
      microphone: await outcome({ audio: true }),
      both: await outcome({ audio: true, video: true }),
      frame: String(await inFrame()),
      screen: await navigator.mediaDevices.getDisplayMedia().then(
        () => "given",
        () => "NotAllowedError",
      ),
    };
    frame.remove();
    return found;
  });
}

const nothing = {
  camera: "NotAllowedError",
  microphone: "NotAllowedError",
  both: "NotAllowedError",
  frame: "NotAllowedError",
  screen: "NotAllowedError",
};

test("a page under the camera becomes a page of the signed agreement, and the camera is shut before and after", async () => {
  test.setTimeout(300_000);
  const [written = Buffer.alloc(0)] = photographed(await writtenPdf(), "jpeg", 150);
  const table = onTable(written, {
    ...{ width: 1600, height: 1200, shade: 60 },
    page: { x: 800, y: 600, height: 1100, turn: 0.05 },
  });
  running = await launch({ dataDir, args: await cameraSeeing(table) });
  const { app, page } = running;
  const counter = { app, page, dataDir, picture: async () => undefined };
  await firstRunAndTill(counter);
  const loanRef = await apply(counter);
  await page.evaluate(
    (ref) => window.counterfoil.training.decide({ loanRef: ref, decision: "approve" }),
    loanRef,
  );
  await page.keyboard.press("Control+R");
  await tabTo(page, button(page, "Issue the agreement"));
  await page.keyboard.press("Enter");
  const signed = page.getByRole("group", { name: "Signed agreement" });
  const panel = page.getByRole("region", { name: "Pages of: Signed agreement" });
  const camera = panel.getByRole("region", { name: "Camera: Signed agreement" });
  const pages = panel.getByRole("listbox", { name: "Pages" });

  await test.step("nothing is given before a person asks, and a page that nobody touches cannot open it", async () => {
    expect(await wishes(page)).toEqual(nothing);
    await page.waitForFunction(async () => {
      const opened = await window.counterfoil.camera.open();
      await window.counterfoil.camera.close();
      // The keys that a person pressed a moment ago count for five seconds.
      return !opened.ok && opened.error.code === "forbidden";
    });
    expect(await wishes(page)).toEqual(nothing);
  });

  await test.step("opened by keyboard, it shows what it sees, and Enter takes the page", async () => {
    await tabTo(page, signed.getByRole("button", { name: "Scan" }));
    await page.keyboard.press("Enter");
    await panel.getByLabel("Scanner").selectOption({ label: "Camera" });
    await tabTo(page, panel.getByRole("button", { name: "Scan", exact: true }));
    await page.keyboard.press("Enter");
    await expect(camera).toContainText("1600 × 1200 dots");
    expect(await wishes(page)).toEqual({ ...nothing, camera: "given" });
    await expect(camera.getByRole("button", { name: "Take the picture" })).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(pages.getByRole("option")).toHaveCount(1, { timeout: 60_000 });
    await expect(camera.getByRole("button", { name: "Take the next page" })).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(pages.getByRole("option")).toHaveCount(2, { timeout: 60_000 });
    await expect(panel).toContainText("Page 2 is the same paper as another page here.");
  });

  await test.step("the page is the paper alone, upright, and as large as paper is", async () => {
    const shown = await pages
      .locator("img")
      .evaluateAll((pictures) =>
        pictures.flatMap((picture) =>
          picture instanceof HTMLImageElement ? [picture.naturalWidth / picture.naturalHeight] : [],
        ),
      );
    expect(shown).toHaveLength(2);
    for (const ratio of shown) expect(Math.abs(ratio - 210 / 297)).toBeLessThan(0.02);
  });

  await test.step("left, the camera is shut again", async () => {
    await tabTo(page, camera.getByRole("button", { name: "Close the camera" }));
    await page.keyboard.press("Enter");
    await expect(camera).toBeHidden();
    expect(await wishes(page)).toEqual(nothing);
    await tabTo(page, panel.getByRole("button", { name: "Use these pages" }));
    await page.keyboard.press("Enter");
    await expect(signed).toContainText("2 pages");
  });
});

test("without a camera and without a scanner the panel says what to do, and takes files", async () => {
  await writeFile(join(dataDir, "dll.conf"), "");
  running = await launch({ dataDir, env: { SANE_CONFIG_DIR: dataDir } });
  const { app, page } = running;
  await firstRunAndTill({ app, page, dataDir, picture: async () => undefined });
  await page.keyboard.press("F2");
  const copy = page.getByRole("group", { name: "Copy of the identity document" });
  await tabTo(page, copy.getByRole("button", { name: "Scan" }));
  await page.keyboard.press("Enter");
  const panel = page.getByRole("region", { name: "Pages of: Copy of the identity document" });
  await expect(panel).toContainText("No scanner is found.");
  await expect(panel.getByRole("button", { name: "Add files" })).toBeFocused();
});
