/** A real folder that a device writes to: whole files once, half files never, and a folder that goes away is named. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { systemClock } from "../../electron/composition/systemPorts.ts";
import { TAKEN_FOLDER, watchedFolderSource } from "../../electron/devices/watchedFolder.ts";
import { plainPdf } from "../documents/files.ts";
import { evenJpeg } from "./samples.ts";
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
