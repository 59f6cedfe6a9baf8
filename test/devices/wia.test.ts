/** What Windows' scanners answer is read as it should be; the scripts themselves need a Windows to run. */
import { expect, test } from "vitest";
import { readWiaListing, wiaEnvironment, wiaFailure } from "../../electron/devices/wia.ts";

test("the listing names devices, whatever else PowerShell says", () => {
  expect(readWiaListing("scanner\t{6BDD1FC6}\\0001\tOfficina M20\r\nWARNING: slow\r\n")).toEqual([
    { device: "{6BDD1FC6}\\0001", name: "Officina M20" },
  ]);
  expect(readWiaListing("")).toEqual([]);
});

test.each([
  ["page page-1.jpg\r\nfailed 0x80210003\r\n", 1, null],
  ["failed 0x80210003\r\n", 0, "empty"],
  ["page page-1.jpg\r\nfailed 0x80210002\r\n", 1, "jammed"],
  ["failed 0x80210005\r\n", 0, "gone"],
  ["failed 0xDEADBEEF\r\n", 0, "broke"],
  ["page page-1.jpg\r\n", 1, null],
  ["", 0, "broke"],
])("%j after %i pages", (output, pages, expected) => {
  expect(wiaFailure(output, pages)).toBe(expected);
});

test("settings become numbers of WIA's own, and nothing else", () => {
  expect(wiaEnvironment({ source: "feeder", mode: "grey", resolution: 300 })).toMatchObject({
    env: { COUNTERFOIL_HANDLING: "1", COUNTERFOIL_INTENT: "2", COUNTERFOIL_DPI: "300" },
    dotsPerInch: 300,
  });
  expect(() => wiaEnvironment({ script: "x" })).toThrow("no such setting");
  expect(() => wiaEnvironment({ source: "constructor" })).toThrow("no such setting");
});
