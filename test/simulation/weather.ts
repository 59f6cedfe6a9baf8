/** The bad days of a world: how likely it is that something happens to a request, and what. */
import type { Dice } from "./dice.ts";

export const moneyTroubles = [
  "notSent",
  "requestLost",
  "answerLost",
  "faultBooked",
  "faultNotBooked",
  "gatewayBooked",
  "portal",
  "emptyPortal",
  "redirect",
  "doubled",
  "doubledLater",
  "bookedAndRefused",
  "refused",
  "credentials",
  "booksLate",
  "truncated",
] as const;
export type MoneyTrouble = (typeof moneyTroubles)[number];

export const readingTroubles = [
  "notSent",
  "answerLost",
  "portal",
  "fault",
  "malformed",
  "stale",
  "falseNone",
  "wrongDate",
  "credentials",
  "otherLoan",
] as const;
export type ReadingTrouble = (typeof readingTroubles)[number];

/** What lasts for hours: nobody has a line, or the books of the lender cannot be read while it goes on booking. */
export const outages = ["line", "books"] as const;
export type Outage = (typeof outages)[number];

export interface Weather {
  outage: Outage | null;
  money(): MoneyTrouble | null;
  reading(): ReadingTrouble | null;
  /** Nothing happens any more. */
  clear(): void;
}

/** Some worlds know one kind of trouble only, so that its combinations with itself are seen often. */
export function createWeather(dice: Dice): Weather {
  let likelihood = dice.pick([0, 0.1, 0.25, 0.5]);
  const readingShare = dice.pick([0.1, 0.5, 1]);
  const isOneSided = dice.chance(0.3);
  const money = isOneSided ? [dice.pick(moneyTroubles)] : moneyTroubles;
  const reading = isOneSided ? [dice.pick(readingTroubles)] : readingTroubles;
  return {
    outage: null,
    money: () => (dice.chance(likelihood) ? dice.pick(money) : null),
    reading: () => (dice.chance(likelihood * readingShare) ? dice.pick(reading) : null),
    clear() {
      this.outage = null;
      likelihood = 0;
    },
  };
}
