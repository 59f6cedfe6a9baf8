/** SANE's own test device through the real `scanimage`: pages, settings, jams, death in the middle, and stopping. */
import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { failureWords, type ScanOptions } from "../../electron/devices/contract.ts";
import { findSaneSources, saneSource, saneSourceId } from "../../electron/devices/sane.ts";
import { readSaneOptions, saneSettings } from "../../electron/devices/saneOptions.ts";
import { ScanFolders } from "../../electron/devices/scanFolder.ts";
import { decodePictures } from "../../electron/documents/pages/picture.ts";
import { gathered, isSaneHere, useSaneTestDevice } from "./sources.ts";

beforeAll(useSaneTestDevice);

const scans = mkdtempSync(join(tmpdir(), "counterfoil-scans-"));
const folders = new ScanFolders(scans);
afterAll(() => rmSync(scans, { recursive: true, force: true }));
const device = saneSource("test:0", "Noname frontend-tester", folders);

function leftBehind(): string[] {
  return readdirSync(scans);
}

describe.runIf(isSaneHere())("SANE's test device", () => {
  test("is found with its name", async () => {
    const sources = await findSaneSources(folders);
    expect(sources.map(({ id, name }) => `${id} ${name}`)).toContain(
      "sane:test:0 Noname frontend-tester (test:0)",
    );
  });

  test("the glass gives one whole page in grey at the resolution asked for, and nothing stays on the disk", async () => {
    const before = leftBehind();
    const { pages, refusal } = await gathered(device, { resolution: 150, "test-picture": "Grid" });
    expect(refusal).toBeNull();
    expect(pages).toHaveLength(1);
    expect(pages[0]?.dotsPerInch).toBe(150);
    const [picture] = decodePictures(pages[0]?.bytes ?? new Uint8Array());
    // 80 by 100 mm is what the device scans when nobody says otherwise.
    expect(picture?.width).toBeCloseTo((80 / 25.4) * 150, -1);
    expect(picture?.dotsPerInch).toBe(150);
    expect(leftBehind()).toEqual(before);
  });

  test("the feeder gives its ten pages and is then empty", async () => {
    const { pages, refusal } = await gathered(device, { resolution: 20, source: "feeder" });
    expect(refusal).toBeNull();
    expect(pages).toHaveLength(10);
  });

  test("as many pages as asked for, in the device's own words", async () => {
    const options = { resolution: 20, source: "Automatic Document Feeder", mode: "Color", pages: 3 };
    expect((await gathered(device, options)).pages).toHaveLength(3);
  });

  test.each([
    ["SANE_STATUS_JAMMED", failureWords.jammed],
    ["SANE_STATUS_NO_DOCS", failureWords.empty],
    ["SANE_STATUS_COVER_OPEN", failureWords.coverOpen],
    ["SANE_STATUS_DEVICE_BUSY", failureWords.busy],
    ["SANE_STATUS_IO_ERROR", failureWords.broke],
  ])("%s is said in plain words, without half a page", async (status, words) => {
    const { pages, refusal } = await gathered(device, { "read-return-value": status });
    expect(pages).toEqual([]);
    expect(refusal).toMatchObject({ code: "scannerFailed", message: words, retry: true });
  });

  test("a device that is gone is said to be", async () => {
    const { refusal } = await gathered(saneSource("test:7", "Gone", folders));
    expect(refusal).toMatchObject({ code: "scannerFailed", message: failureWords.gone });
  });

  test("stopped after the second page, the two whole ones stay", async () => {
    let told = 0;
    const { pages, refusal } = await gathered(
      device,
      { resolution: 100, source: "feeder", "read-delay": true, "read-delay-duration": 200_000 },
      (_, stop) => {
        told += 1;
        if (told === 2) stop();
      },
    );
    expect(refusal?.message).toBe(failureWords.stopped);
    expect(pages.length).toBeLessThan(10);
    for (const { bytes } of pages) expect(decodePictures(bytes)).toHaveLength(1);
  });

  test("a scanner process that dies in the middle of a page leaves the whole ones before it", async () => {
    const { pages, refusal } = await gathered(
      device,
      { resolution: 300, source: "feeder", "read-delay": true, "read-delay-duration": 200_000 },
      () => {
        // Only our own child: the system's other scans are not ours to end.
        execFileSync("pkill", ["-KILL", "-P", String(process.pid), "-x", "scanimage"]);
      },
    );
    expect(pages.length).toBeGreaterThan(0);
    expect(pages.length).toBeLessThan(10);
    expect(refusal).toMatchObject({ code: "scannerFailed", message: failureWords.broke });
    for (const { bytes } of pages) expect(decodePictures(bytes)).toHaveLength(1);
  });

  test("nothing but the device's own settings becomes an argument", async () => {
    const wrong: ScanOptions[] = [
      { "output-file": "/tmp/x" },
      { batch: "x" },
      { mode: "Purple" },
      { resolution: "many" },
      { d: "x" },
    ];
    for (const options of wrong) {
      const { refusal } = await gathered(device, options);
      expect(refusal, JSON.stringify(options)).toMatchObject({ code: "invalidInput", field: "options" });
    }
  });
});

/**
 * A stand-in for `scanimage`: real drivers hang now and then while they close the device (the test device about once
 * in twenty failures on a busy computer), never when asked to.
 */
function hangingScanimage(words: string): string {
  const folder = mkdtempSync(join(tmpdir(), "counterfoil-hanging-"));
  const path = join(folder, "scanimage");
  writeFileSync(
    path,
    [
      "#!/bin/sh",
      'case "$*" in *" -A") printf "    --resolution 75|150dpi [75]\\n"; exit 0;; esac',
      'for word in "$@"; do case "$word" in --batch=*) folder="$(dirname "$(echo "$word" | cut -d= -f2)")";; esac; done',
      words,
      "exec sleep 600",
    ].join("\n"),
  );
  chmodSync(path, 0o755);
  return folder;
}

const pageDone = [
  'echo "Scanning page 1" >&2',
  'path="$folder/page-1.png"; printf "a picture" > "$path"',
  'echo "Scanned page 1. (scanner status = 5)" >&2',
  'echo "$path"',
].join("\n");

describe.skipIf(process.platform === "win32")("a driver that hangs while it closes the device", () => {
  const path = process.env["PATH"];
  afterEach(() => {
    process.env["PATH"] = path;
  });

  test.each([
    [
      "after a jam",
      'echo "Scanning page 1" >&2; echo "Scanned page 1. (scanner status = 6)" >&2',
      0,
      "jammed",
    ],
    ["after a whole page", pageDone, 1, null],
    ["after a second page that never began", `${pageDone}\necho "Scanning page 2" >&2`, 1, "broke"],
  ] as const)("%s is not waited for", async (_, words, pagesKept, failure) => {
    const folder = hangingScanimage(`${words}\necho "Batch terminated, 1 page scanned" >&2`);
    process.env["PATH"] = `${folder}:${path}`;
    const { pages, refusal } = await gathered(device);
    expect(pages).toHaveLength(pagesKept);
    expect(refusal?.message ?? null).toBe(failure === null ? null : failureWords[failure]);
  });
});

test("a device's listing is read: words, ranges, switches, and what is not active", () => {
  const offered = readSaneOptions(
    [
      "    --mode Lineart|Gray|Color [Lineart]",
      "    --resolution 75|150|300|600dpi [75]",
      "    --source ADF Front|ADF Duplex [ADF Front]",
      "    --swdeskew[=(yes|no)] [inactive]",
      "    -x 0..215.9mm [215.9]",
    ].join("\n"),
  );
  expect(offered.map(({ name, isActive }) => `${name} ${isActive}`)).toEqual([
    "mode true",
    "resolution true",
    "source true",
    "swdeskew false",
    "x true",
  ]);
  expect(saneSettings(offered, { resolution: 200, x: 100 })).toEqual({
    args: ["--mode=Gray", "--resolution=150", "-x", "100"],
    dotsPerInch: 150,
    pages: null,
  });
});

test("two devices never share an id, and every id may cross the bridge", () => {
  expect(saneSourceId("test:0")).toBe("sane:test:0");
  const ids = ["escl:http://10.0.0.2:80/a b", "escl:http://10.0.0.2:80/a_b"].map(saneSourceId);
  expect(new Set(ids).size).toBe(2);
  for (const id of ids) expect(id).toMatch(/^[A-Za-z0-9._:-]{1,80}$/);
});

test("pages that a crash left unsealed on the disk are cleared away at the next start", () => {
  const place = mkdtempSync(join(tmpdir(), "counterfoil-scans-"));
  mkdirSync(join(place, "scan-abc"));
  writeFileSync(join(place, "scan-abc", "page-1.png"), "a signed page");
  expect(new ScanFolders(place).clear()).toBeNull();
  expect(existsSync(place)).toBe(false);
});
