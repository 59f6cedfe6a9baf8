/** Dates that exist, in the three spellings that the program meets, and the business date of an instant at the counter. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  businessDateOf,
  compactDate,
  dottedDate,
  instant,
  readDottedDate,
  readIsoDate,
} from "../../shared/dates.ts";

describe("the calendar", () => {
  it.each<[text: string, exists: boolean]>([
    ["2026-11-26", true],
    ["1970-01-01", true],
    ["1900-01-01", true],
    ["2200-12-31", true],
    ["2024-02-29", true],
    ["2000-02-29", true],
    ["1900-02-29", false],
    ["2025-02-29", false],
    ["2025-02-30", false],
    ["2025-04-31", false],
    ["2025-13-01", false],
    ["2025-00-10", false],
    ["2025-10-00", false],
    ["1899-12-31", false],
    ["2201-01-01", false],
    ["0000-01-01", false],
    ["2025-1-1", false],
    ["25-01-01", false],
    ["2025/01/01", false],
    ["2025-01-01T00:00:00Z", false],
    [" 2025-01-01", false],
    ["2025-01-01\n", false],
    ["٢٠٢٥-01-01", false],
    ["", false],
  ])("%j: %s", (text, exists) => {
    expect(readIsoDate(text)).toBe(exists ? text : null);
  });

  it.each<[text: string, date: string | null]>([
    ["26.07.2018", "2018-07-26"],
    [" 31.08.1997 ", "1997-08-31"],
    ["29.02.2024", "2024-02-29"],
    ["30.02.2018", null],
    ["31.04.2018", null],
    ["31/04/2018", null],
    ["01/01/90", null],
    ["1.1.2018", null],
    ["2018.07.26", null],
    ["26.07.18", null],
    ["26-07-2018", null],
    ["00.00.0000", null],
    ["", null],
  ])("the lender's %j is %s", (text, date) => {
    expect(readDottedDate(text)).toBe(date);
  });

  it("writes what it reads, for every day of three centuries", () => {
    const day = fc.date({ min: new Date("1900-01-01"), max: new Date("2200-12-31"), noInvalidDate: true });
    fc.assert(
      fc.property(day, (date) => {
        const iso = date.toISOString().slice(0, 10);
        expect(readIsoDate(iso)).toBe(iso);
        expect(readDottedDate(dottedDate(iso))).toBe(iso);
        expect(compactDate(iso)).toBe(iso.slice(8) + iso.slice(5, 7) + iso.slice(0, 4));
      }),
    );
  });

  it("writes the document's samples", () => {
    expect(dottedDate("1997-08-31")).toBe("31.08.1997");
    expect(compactDate("2018-05-22")).toBe("22052018");
  });

  it.each(["2025-02-30", "22.05.2018", "2018-5-22", "", "undefined"])(
    "never sends %j to a lender as a date",
    (text) => {
      expect(() => compactDate(text)).toThrow(RangeError);
      expect(() => dottedDate(text)).toThrow(RangeError);
    },
  );
});

describe("the business date at the counter", () => {
  const cases: [zone: string, at: string, date: string][] = [
    ["Europe/Chisinau", "2026-11-26T21:59:59Z", "2026-11-26"],
    ["Europe/Chisinau", "2026-11-26T22:00:00Z", "2026-11-27"],
    // The night the clocks go forward, and the one they go back.
    ["Europe/Chisinau", "2026-03-28T22:30:00Z", "2026-03-29"],
    ["Europe/Chisinau", "2026-03-29T00:30:00Z", "2026-03-29"],
    ["Europe/Chisinau", "2026-03-29T20:59:59Z", "2026-03-29"],
    ["Europe/Chisinau", "2026-03-29T21:00:00Z", "2026-03-30"],
    ["Europe/Tirane", "2026-10-24T21:59:59Z", "2026-10-24"],
    ["Europe/Tirane", "2026-10-24T22:00:00Z", "2026-10-25"],
    ["Europe/Tirane", "2026-10-25T22:59:59Z", "2026-10-25"],
    ["Europe/Tirane", "2026-10-25T23:00:00Z", "2026-10-26"],
    ["UTC", "1970-01-01T00:00:00Z", "1970-01-01"],
    ["America/New_York", "1970-01-01T00:00:00Z", "1969-12-31"],
    ["Pacific/Kiritimati", "2026-12-31T12:00:00Z", "2027-01-01"],
  ];
  it.each(cases)("in %s at %s is %s", (zone, at, date) => {
    expect(businessDateOf(Date.parse(at), zone)).toBe(date);
  });

  it("is the computer's own where no zone is given", () => {
    const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const moments = fc.integer({ min: 0, max: Date.UTC(2100, 0, 1) });
    fc.assert(
      fc.property(moments, (at) => {
        expect(businessDateOf(at)).toBe(businessDateOf(at, own));
      }),
    );
  });

  it("an instant is UTC with milliseconds, and a clock that is out of its mind stops the program", () => {
    expect(instant(Date.UTC(2026, 10, 26, 8, 5, 0, 7))).toBe("2026-11-26T08:05:00.007Z");
    expect(() => instant(Number.NaN)).toThrow(RangeError);
  });
});
