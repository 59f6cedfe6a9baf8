/** A real folder that a device writes to: whole files once, half files never, and a folder that goes away is named. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { systemClock } from "../../electron/composition/systemPorts.ts";
import { TAKEN_FOLDER, watchedFolderSource } from "../../electron/devices/watchedFolder.ts";
import { plainPdf } from "../documents/files.ts";
import { canMountShares, deadShare } from "./deadShare.ts";
import { evenJpeg, tiffWithDirectoryFirst } from "./samples.ts";
import { gathered } from "./sources.ts";

const page = evenJpeg(240, 50);

function watched() {
  const path = mkdtempSync(join(tmpdir(), "counterfoil-folder-"));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  const source = watchedFolderSource({
    ...{ id: "folder-1", name: "Corridor", path, clock: systemClock, log: () => undefined },
    ...{ lookEveryMs: 30, patienceMs: 400 },
  });
  return { path, source, put: (name: string, bytes: Uint8Array) => writeFileSync(join(path, name), bytes) };
}

test("whole files are taken in the order of their numbers, set aside once safe, and never taken twice", async () => {
  const { path, source, put } = watched();
  put("scan10.jpg", page);
  put("scan2.pdf", await plainPdf());
  put("notes.txt", Buffer.from("not paper"));
  const { pages, refusal } = await gathered(source);
  expect(refusal).toBeNull();
  expect(pages.map(({ bytes }) => Buffer.from(bytes.subarray(0, 4)).toString("latin1"))).toEqual([
    "%PDF",
    "\xff\xd8\xff\xe0",
  ]);
  expect(readdirSync(path)).toContain("scan2.pdf");
  for (const { taken } of pages) await taken?.();
  expect(readdirSync(path).sort()).toEqual(["notes.txt", TAKEN_FOLDER]);
  expect(readdirSync(join(path, TAKEN_FOLDER))).toHaveLength(2);
  expect((await gathered(source)).refusal?.message).toContain("No file came");
});

test("a file that is still being written is waited for and taken whole", async () => {
  const { path, source, put } = watched();
  put("scan.jpg", page.subarray(0, 400));
  const scanning = gathered(source);
  renameSync(join(path, "scan.jpg"), join(path, "scan.tmp"));
  put("scan.jpg", page);
  const { pages } = await scanning;
  expect(pages.map(({ bytes }) => bytes.length)).toEqual([page.length]);
});

test("half a file, an empty one, a link and a text named .pdf never become pages", async () => {
  const { path, source, put } = watched();
  put("half.jpg", page.subarray(0, page.length - 40));
  put("empty.pdf", new Uint8Array());
  put("text.pdf", Buffer.from("Hello"));
  writeFileSync(join(path, "elsewhere"), page);
  symlinkSync(join(path, "elsewhere"), join(path, "link.jpg"));
  const { pages, refusal } = await gathered(source);
  expect(pages).toEqual([]);
  expect(refusal).toMatchObject({ code: "scannerFailed", field: "sourceId" });
  expect(refusal?.message).toContain("not complete or damaged");
  expect(existsSync(join(path, "half.jpg"))).toBe(true);
});

test("a folder that disappears is named, before and while waiting; when it is back it works again", async () => {
  const { path, source, put } = watched();
  rmSync(path, { recursive: true });
  expect((await gathered(source)).refusal?.message).toContain(path);
  mkdirSync(path);
  const waiting = gathered(source);
  rmSync(path, { recursive: true });
  expect((await waiting).refusal?.message).toContain(`${path} is gone`);
  mkdirSync(path);
  put("scan.jpg", page);
  expect((await gathered(source)).pages).toHaveLength(1);
});

test("a folder that does not let go of a file does not have it taken twice", async () => {
  const { path, source, put } = watched();
  put("scan.jpg", page);
  writeFileSync(join(path, TAKEN_FOLDER), "a file where the folder should be");
  const { pages } = await gathered(source);
  for (const { taken } of pages) await taken?.();
  expect(existsSync(join(path, "scan.jpg"))).toBe(true);
  expect((await gathered(source)).pages).toEqual([]);
});

test("a file too large to be a page is told of once, and does not hold up the others beside it", async () => {
  const { path, source, put } = watched();
  put("0.pdf", Buffer.from("%PDF-1.7"));
  truncateSync(join(path, "0.pdf"), 300 * 1024 * 1024);
  put("1.jpg", page);
  const first = await gathered(source);
  expect(first.pages).toHaveLength(1);
  expect(first.refusal).toMatchObject({ code: "scannerFailed", field: "sourceId", reason: "tooLarge" });
  for (const { taken } of first.pages) await taken?.();
  put("2.jpg", page);
  const second = await gathered(source);
  expect(second.pages).toHaveLength(1);
  expect(second.refusal).toBeNull();
  expect(readdirSync(path)).toContain("0.pdf");
});

test("a TIFF that begins with its directory is taken when its dots are there, and not before", async () => {
  const { path, source, put } = watched();
  const whole = tiffWithDirectoryFirst();
  put("fax.tif", whole.subarray(0, whole.length / 2));
  const half = await gathered(source);
  expect(half.pages).toEqual([]);
  expect(half.refusal).toMatchObject({ reason: "fileIncomplete" });
  expect(existsSync(join(path, "fax.tif"))).toBe(true);
  put("fax.tif", whole);
  expect((await gathered(source)).pages.map(({ bytes }) => bytes.length)).toEqual([whole.length]);
});

test.runIf(canMountShares)(
  "a share that has gone silent is named as gone, and holds up nothing else",
  async () => {
    const share = deadShare();
    const source = watchedFolderSource({
      ...{ id: "folder-1", name: "Corridor", path: share.path, clock: systemClock, log: () => undefined },
      answerMs: 300,
    });
    try {
      // The counter goes on meanwhile: with every question asked in its own thread, this would not even begin.
      const [{ refusal }, elsewhere] = await Promise.all([gathered(source), watchedElsewhere()]);
      expect(refusal).toMatchObject({ code: "scannerFailed", reason: "folderGone" });
      expect(elsewhere.pages).toHaveLength(1);
      // Nobody asks again while the first question hangs: each would hold a thread that others need.
      const again = await Promise.all(Array.from({ length: 8 }, () => gathered(source)));
      expect(again.map(({ refusal: why }) => why?.reason)).toEqual(
        Array.from({ length: 8 }, () => "folderGone"),
      );
      expect((await watchedElsewhere()).pages).toHaveLength(1);
    } finally {
      share.breakOff();
    }
  },
);

function watchedElsewhere() {
  const { source, put } = watched();
  put("scan.jpg", page);
  return gathered(source);
}
