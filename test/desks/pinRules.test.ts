// Which PINs may be chosen: a line a case.
import { expect, test } from "vitest";
import { createPinHashing } from "../../electron/desks/pinHashing.ts";
import { isDate, isSimplePin, isTooShort } from "../../electron/desks/pinRules.ts";
import { testRandom } from "../journal/parts.ts";

const simple = {
  "one digit again and again": ["111111", "0000000000"],
  "two digits in turn": ["121212", "909090"],
  "three or four again": ["123123", "407407", "48154815"],
  pairs: ["112233", "990044"],
  "two blocks": ["111222", "777000"],
  "a run up": ["123456", "345678", "890123"],
  "a run down": ["987654", "432109"],
  "two runs": ["456123", "789321"],
  "the same from behind": ["123321", "480084"],
  "a walk over the keypad": ["147258", "159753", "789456"],
  "of the published lists": ["102030", "010203"],
};

for (const [what, pins] of Object.entries(simple))
  test.each(pins)(`${what}: %s is refused`, (pin) => expect(isSimplePin(pin)).toBe(true));

test.each(["274913", "630284", "519027", "806143", "482915", "730264", "93720518"])(
  "%s is nobody's first guess",
  (pin) => expect([isSimplePin(pin), isDate(pin)]).toEqual([false, false]),
);

test.each(["311290", "290200", "010199", "31121990", "19901231"])("%s is somebody's birthday", (pin) =>
  expect(isDate(pin)).toBe(true),
);

test.each(["311390", "320190", "290201", "310690", "31129900", "18901231"])("%s is no day", (pin) =>
  expect(isDate(pin)).toBe(false),
);

test("six digits are long enough, spaces around do not count", () => {
  expect([isTooShort("48291"), isTooShort(" 48291 "), isTooShort("482915")]).toEqual([true, true, false]);
});

test.each([
  ["a quick computer", 40, 9],
  ["an ordinary one", 100, 4],
  ["an old one", 340, 2],
  ["one so slow that a single pass is enough", 600, 1],
])("%s: one try takes 0.3 to 1 second", async (_what, passMs, passes) => {
  let now = 0;
  const clock = {
    now: () => now,
    // A pass is looked at before and after: between two looks lies one pass.
    monotonic: () => {
      now += passMs;
      return now;
    },
    after: () => () => undefined,
  };
  const hashing = createPinHashing({ keys: { key: () => Buffer.alloc(32) }, clock, random: testRandom() });
  const { parameters } = await hashing.hash("482915");
  expect(parameters).toMatchObject({ cost: 32_768, blockSize: 8, parallelization: passes });
  expect(passes * passMs).toBeGreaterThanOrEqual(300);
  expect(passes * passMs).toBeLessThanOrEqual(1000);
});
