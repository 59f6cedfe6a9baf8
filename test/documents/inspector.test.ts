/** PDFs are opened in a process apart: whatever one does to it, the program lives and the next document is read. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { constants, deflateRawSync } from "node:zlib";
import { expect, onTestFinished, test } from "vitest";
import { createInspector, type Inspector } from "../../electron/documents/inspector.ts";
import { forkNodeProcess } from "../../electron/documents/nodeProcess.ts";
import type { Clock } from "../../electron/ports.ts";
import { testClock } from "../journal/parts.ts";
import { temporaryFolder } from "../journal/till.ts";
import { plainPdf } from "./files.ts";

const BROKEN = { kind: "broken" };

function inspectorWith(script?: string, clock: Clock = testClock()): Inspector {
  const path = join(temporaryFolder(), "child.mjs");
  if (script !== undefined) writeFileSync(path, script);
  const inspector = createInspector({
    fork: forkNodeProcess,
    clock,
    log: () => undefined,
    ...(script === undefined ? {} : { script: pathToFileURL(path) }),
  });
  onTestFinished(() => inspector.close());
  return inspector;
}

/** Fires what was asked for last, when the test says so. */
function alarmClock(): Clock & { ring(): void } {
  let wake: () => void = () => undefined;
  return {
    ...testClock(),
    after: (_delayMs, callback) => {
      wake = callback;
      return () => undefined;
    },
    ring: () => wake(),
  };
}

/** Answers everything as a sound PDF, except a document of one byte, for which it does `onBad`. */
function childThat(onBad: string): string {
  return `process.on("message", ({ number, bytes }) => {
    if (bytes.length === 1) { ${onBad} }
    else process.send({ number, findings: { kind: "pdf", pages: 7, scripted: false, found: null } });
  });`;
}

const sound = { kind: "pdf", pages: 7, scripted: false, found: null };

test("a process that crashes makes its document broken, and the next is read by another", async () => {
  for (const crash of ["process.abort()", "process.exit(0)", "throw new Error('boom')"]) {
    const inspector = inspectorWith(childThat(crash));
    expect(await inspector.pdf(new Uint8Array(1), null)).toEqual(BROKEN);
    expect(await inspector.pdf(new Uint8Array(2), null)).toEqual(sound);
  }
});

test("a process that hangs is ended in time, and the next document is read", async () => {
  const clock = alarmClock();
  const inspector = inspectorWith(childThat("process.send('busy'.repeat(0)); for (;;);"), clock);
  const hanging = inspector.pdf(new Uint8Array(1), null);
  // The question is asked in the next turn; its patience is then the clock's last alarm.
  await Promise.resolve();
  clock.ring();
  expect(await hanging).toEqual(BROKEN);
  expect(await inspector.pdf(new Uint8Array(2), null)).toEqual(sound);
});

test("a process that says something else is not believed", async () => {
  const inspector = inspectorWith(
    childThat("process.send({ number, findings: { kind: 'pdf', pages: -1 } });"),
  );
  expect(await inspector.pdf(new Uint8Array(1), null)).toEqual(BROKEN);
});

test("questions asked at once are answered each with its own document", async () => {
  const inspector = inspectorWith();
  const answers = await Promise.all(
    [1, 2, 3].map(async (pages) => inspector.pdf(await plainPdf("1", pages), null)),
  );
  expect(answers.map((answer) => answer.kind === "pdf" && answer.pages)).toEqual([1, 2, 3]);
});

test("a page that unpacks to gigabytes ends its process, not the program", async () => {
  const inspector = inspectorWith();
  expect(await inspector.pdf(bomb(), "1234567")).toEqual(BROKEN);
  expect(await inspector.pdf(await plainPdf("1", 2), null)).toMatchObject({ kind: "pdf", pages: 2 });
}, 60_000);

test("after the end nothing is asked any more", async () => {
  const inspector = inspectorWith();
  await inspector.close();
  expect(await inspector.pdf(await plainPdf(), null)).toEqual(BROKEN);
});

test("the process sees nothing of this program's environment", async () => {
  process.env["COUNTERFOIL_TEST_SECRET"] = "s3cret";
  onTestFinished(() => {
    delete process.env["COUNTERFOIL_TEST_SECRET"];
  });
  const inspector = inspectorWith(
    `process.on("message", ({ number }) => {
      const pages = Object.keys(process.env).filter((name) => name !== "NODE_CHANNEL_FD" && name !== "NODE_CHANNEL_SERIALIZATION_MODE").length + 1;
      process.send({ number, findings: { kind: "pdf", pages, scripted: false, found: null } });
    });`,
  );
  expect(await inspector.pdf(new Uint8Array(1), null)).toMatchObject({ pages: 1 });
});

/** One page whose content is two gigabytes of spaces, packed into two megabytes. */
function bomb(): Uint8Array {
  // Blocks that end on a whole byte can follow one another as often as one likes (RFC 1951, section 3.2.4).
  const block = deflateRawSync(Buffer.alloc(32 * 1024 * 1024, 0x20), { finishFlush: constants.Z_SYNC_FLUSH });
  const blocks = Array.from({ length: 64 }, () => block);
  const packed = Buffer.concat([Buffer.from("789c", "hex"), ...blocks, Buffer.from("030000000000", "hex")]);
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>",
  ];
  const head = objects.map((object, index) => `${index + 1} 0 obj\n${object}\nendobj\n`).join("");
  const stream = `4 0 obj\n<< /Length ${packed.length} /Filter /FlateDecode >>\nstream\n`;
  return Buffer.concat([
    Buffer.from(`%PDF-1.7\n${head}${stream}`, "latin1"),
    packed,
    Buffer.from("\nendstream\nendobj\ntrailer << /Root 1 0 R >>\n", "latin1"),
  ]);
}
