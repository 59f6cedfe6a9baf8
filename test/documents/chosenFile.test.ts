/** Files as counters meet them: what cannot be read is refused at once, with its reason, and nothing is read half. */
import { execFileSync } from "node:child_process";
import { appendFileSync, mkdirSync, symlinkSync, truncateSync, unlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readChosenFile } from "../../electron/documents/chosenFile.ts";
import { temporaryFolder } from "../journal/till.ts";

function place(name: string): string {
  return join(temporaryFolder(), name);
}

function written(name: string, bytes: number): string {
  const path = place(name);
  writeFileSync(path, Buffer.alloc(bytes, 7));
  return path;
}

test.each<[string, () => string, object]>([
  ["an empty file", () => written("a.pdf", 0), { code: "fileEmpty" }],
  [
    "300 MB, without reading them",
    () => {
      const path = written("a.pdf", 1);
      truncateSync(path, 300 * 1024 * 1024);
      return path;
    },
    { code: "fileTooLarge" },
  ],
  [
    "a link",
    () => {
      const path = place("link.pdf");
      symlinkSync(written("a.pdf", 9), path);
      return path;
    },
    { code: "fileUnreadable", reason: "isLink" },
  ],
  [
    "a folder",
    () => {
      const path = place("folder.pdf");
      mkdirSync(path);
      return path;
    },
    { code: "fileUnreadable", reason: "notPlain" },
  ],
  ["a file that is gone", () => place("nothing.pdf"), { code: "fileUnreadable", reason: "noAccess" }],
])("%s is refused", async (_, make, refusal) => {
  await expect(readChosenFile(make())).rejects.toMatchObject({ ...refusal, field: "path" });
});

test.runIf(process.platform === "linux")(
  "a pipe that nobody writes to does not hold the counter up",
  async () => {
    const path = place("pipe.pdf");
    execFileSync("mkfifo", [path]);
    await expect(readChosenFile(path)).rejects.toMatchObject({ reason: "notPlain" });
  },
);

test.each<[string, (path: string) => void]>([
  ["grows", (path) => appendFileSync(path, "more")],
  ["shrinks", (path) => truncateSync(path, 10)],
  [
    "is replaced by another of its size",
    (path) => {
      unlinkSync(path);
      writeFileSync(path, Buffer.alloc(100_000, 8));
    },
  ],
])("a file that %s while it is read is refused, and read whole when it stands still", async (_, change) => {
  const path = written("a.pdf", 100_000);
  // It was looked at and is being opened.
  const reading = readChosenFile(path);
  change(path);
  await expect(reading).rejects.toMatchObject({ code: "fileUnreadable", reason: "changed" });
  expect((await readChosenFile(path)).length).toBeGreaterThan(0);
});

test("two at once are read each as it is", async () => {
  const paths = [written("a.pdf", 200_000), written("b.pdf", 300_000)];
  const read = await Promise.all(paths.map((path) => readChosenFile(path)));
  expect(read.map(({ length }) => length)).toEqual([200_000, 300_000]);
});
