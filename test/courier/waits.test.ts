// When the courier wakes by itself: nothing that has come due between two looks may be slept through.
import { expect, test } from "vitest";
import { Waits } from "../../electron/courier/memory.ts";
import { testClock } from "../journal/parts.ts";

test("what came due after the last look is looked at now, and what was due at it is not waited for again", () => {
  const clock = testClock();
  const waits = new Waits(clock);
  waits.set("item-1", "unconfirmed", 50);
  const lookedAt = clock.monotonic();
  expect(waits.nextInMs(lookedAt)).toBe(50);
  clock.advance(20);
  expect(waits.nextInMs(lookedAt)).toBe(30);
  // A busy computer: the wait ended before anybody planned the next look.
  clock.advance(40);
  expect(waits.nextInMs(lookedAt)).toBe(0);
  expect(waits.nextInMs(clock.monotonic())).toBeNull();
});

test("of several the first one wakes the courier", () => {
  const clock = testClock();
  const waits = new Waits(clock);
  waits.set("item-1", "unconfirmed", 900);
  waits.set("item-2", "queued", 200, true);
  expect(waits.nextInMs(clock.monotonic())).toBe(200);
  waits.endBackOffs();
  expect(waits.nextInMs(clock.monotonic())).toBe(900);
});
