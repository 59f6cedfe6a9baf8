// A count of cash as it is typed.
import { describe, expect, it } from "vitest";
import { noCount, readCount } from "../../renderer/till/count.ts";

describe("a typed count", () => {
  it("nothing typed is an empty count of nothing", () => {
    expect(readCount(noCount)).toEqual({ ok: true, totalMinor: 0, counts: [], isEmpty: true });
  });

  it("adds pieces and the plain amount, largest first, and leaves out what is none", () => {
    expect(readCount({ pieces: { 5000: "3", 100000: " 2 ", 200: "0" }, other: "12,50" })).toEqual({
      ok: true,
      totalMinor: 216_250,
      counts: [
        { denominationMinor: 100_000, pieces: 2 },
        { denominationMinor: 5_000, pieces: 3 },
        { denominationMinor: 1_250, pieces: 1 },
      ],
      isEmpty: false,
    });
  });

  it("a typed zero is a count: there is no cash", () => {
    expect(readCount({ pieces: {}, other: "0" })).toMatchObject({ ok: true, totalMinor: 0, isEmpty: false });
    expect(readCount({ pieces: { 100: "0" }, other: "" })).toMatchObject({ ok: true, isEmpty: false });
  });

  it.each(["1,5", "-2", "two", "1234567", "1 0"])("“%s” pieces is not a number of pieces", (text) =>
    expect(readCount({ pieces: { 500: text }, other: "" })).toEqual({ ok: false, at: 500 }),
  );

  it.each(["12,345", "abc", "-1"])("“%s” is no amount", (text) =>
    expect(readCount({ pieces: {}, other: text })).toEqual({ ok: false, at: "other" }),
  );
});
