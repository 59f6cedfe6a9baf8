/** Pictures that say less, or other things, than they should: half a TIFF, and a density that no paper has. */
import { afterAll, expect, test, vi } from "vitest";
import { forkNodeProcess } from "../../electron/documents/nodeProcess.ts";
import { createPageBinder } from "../../electron/documents/pages/binder.ts";
import { testClock } from "../journal/parts.ts";
import { photographed, tiffWithDirectoryFirst, writtenPdf } from "./samples.ts";

/** Pages are decoded in a process of its own, which takes its time on a busy machine. */
vi.setConfig({ testTimeout: 120_000 });

const binder = createPageBinder({ fork: forkNodeProcess, clock: testClock(), log: () => undefined });
afterAll(() => binder.close());

function part(bytes: Uint8Array) {
  return { bytes: Uint8Array.from(bytes), dotsPerInch: null, facts: null };
}

test("a TIFF that was cut off is damaged, wherever its directory stands", async () => {
  const whole = tiffWithDirectoryFirst();
  expect(await binder.look(part(whole))).toHaveLength(1);
  await expect(binder.look(part(whole.subarray(0, whole.length / 2)))).rejects.toMatchObject({
    code: "fileUnreadable",
    reason: "damaged",
  });
});

/** The density in the JFIF header (JFIF 1.02, APP0), in dots an inch. */
function saying(jpeg: Buffer, density: number): Buffer {
  const said = Buffer.from(jpeg);
  const at = said.indexOf("JFIF\0");
  said[at + 7] = 1;
  said.writeUInt16BE(density, at + 8);
  said.writeUInt16BE(density, at + 10);
  return said;
}

test.each([2400, 65_535, 30])(
  "a page that claims %i dots an inch is a sheet of A4 and stays legible",
  async (density) => {
    const [scan = Buffer.alloc(0)] = photographed(await writtenPdf(), "jpeg", 200);
    const bound = await binder.bind([part(saying(scan, density))], null);
    const [page] = bound.pages;
    expect(Math.round(page?.heightMm ?? 0)).toBe(297);
    expect(page?.dotsPerInch).toBeGreaterThan(190);
    // As light as a page may be, and no lighter: its dots are still there.
    expect(bound.bytes.byteLength).toBeGreaterThan(60 * 1024);
  },
);

test("a card that was scanned finely keeps its size", async () => {
  const [scan = Buffer.alloc(0)] = photographed(await writtenPdf(), "jpeg", 86);
  const [page] = await binder.look(part(saying(scan, 300)));
  expect(Math.round(page?.heightMm ?? 0)).toBe(85);
});
