/** A network scanner over real HTTP: settings, pages, waiting, jams, a cut line, silence, and somebody who stops it. */
import { describe, expect, test } from "vitest";
import { systemClock } from "../../electron/composition/systemPorts.ts";
import { failureWords } from "../../electron/devices/contract.ts";
import { esclSource } from "../../electron/devices/escl.ts";
import { networkScanner } from "./networkScanner.ts";
import { evenJpeg } from "./samples.ts";
import { gathered } from "./sources.ts";

const page = evenJpeg(240, 50);

function sourceAt(address: string) {
  return esclSource({ id: "escl-1", name: "Officina M20", address, clock: systemClock });
}

describe("a network scanner", () => {
  test("is asked for grey A4 at 200 dots from the glass, and its page arrives byte for byte", async () => {
    const scanner = await networkScanner([page]);
    const { pages, refusal } = await gathered(sourceAt(scanner.address));
    expect(refusal).toBeNull();
    expect(pages.map(({ bytes }) => Buffer.compare(Buffer.from(bytes), page))).toEqual([0]);
    expect(pages[0]?.dotsPerInch).toBe(200);
    expect(scanner.settings()).toContain("<pwg:InputSource>Platen</pwg:InputSource>");
    expect(scanner.settings()).toContain("<scan:ColorMode>Grayscale8</scan:ColorMode>");
    expect(scanner.settings()).toContain("<scan:XResolution>200</scan:XResolution>");
    expect(scanner.asked.slice(0, 4)).toEqual([
      "GET /eSCL/ScannerCapabilities",
      "POST /eSCL/ScanJobs",
      "GET /eSCL/ScanJobs/7/NextDocument",
      "GET /eSCL/ScanJobs/7/NextDocument",
    ]);
  });

  test("the feeder's pages come one by one, a busy scanner is waited for", async () => {
    const scanner = await networkScanner([page, "busy", page, page]);
    const { pages, refusal } = await gathered(sourceAt(`${scanner.address}/eSCL`), { source: "feeder" });
    expect(refusal).toBeNull();
    expect(pages).toHaveLength(3);
    expect(scanner.settings()).toContain("<pwg:InputSource>Feeder</pwg:InputSource>");
  });

  test.each([
    ["jam", { source: "feeder" }, failureWords.jammed],
    ["cut", {}, failureWords.broke],
  ] as const)(
    "%s after two pages: the two are good, and what to do is said",
    async (mishap, options, words) => {
      const scanner = await networkScanner([page, page, mishap]);
      const { pages, refusal } = await gathered(sourceAt(scanner.address), options);
      expect(pages).toHaveLength(2);
      expect(refusal).toMatchObject({ code: "scannerFailed", message: words, field: "sourceId" });
    },
  );

  test("an empty feeder, and a feeder that jams at once", async () => {
    const empty = await networkScanner([]);
    expect((await gathered(sourceAt(empty.address), { source: "feeder" })).refusal?.message).toBe(
      failureWords.empty,
    );
    const jammed = await networkScanner(["jam"]);
    expect((await gathered(sourceAt(jammed.address), { source: "feeder" })).refusal?.message).toBe(
      failureWords.jammed,
    );
  });

  test("whoever stops it lets the scanner go, and keeps the pages that are there", async () => {
    const scanner = await networkScanner([page, "hang"]);
    const { pages, refusal } = await gathered(sourceAt(scanner.address), { source: "feeder" }, (_, stop) =>
      stop(),
    );
    expect(pages).toHaveLength(1);
    expect(refusal?.message).toBe(failureWords.stopped);
    expect(scanner.asked.at(-1)).toBe("DELETE /eSCL/ScanJobs/7");
  });

  test("no scanner, something that is none, and a setting that it has not", async () => {
    const scanner = await networkScanner([page]);
    expect((await gathered(sourceAt(scanner.address), { source: "duplex" })).refusal).toMatchObject({
      code: "invalidInput",
      field: "options",
    });
    expect((await gathered(sourceAt(`${scanner.address}/other`))).refusal?.message).toContain("no scanner");
    await scanner.close();
    expect((await gathered(sourceAt(scanner.address))).refusal?.message).toBe(failureWords.gone);
  });
});
