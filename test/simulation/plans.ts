/** What happens in a world's storm and when: captures, troubles of the computers, outages, and the second disks. */
import { courierPoints } from "../../electron/courier/faults.ts";
import { crashPoints } from "../../electron/journal/faults.ts";
import type { Dice } from "./dice.ts";
import { type Lender, remainingMinor, type TrueLoan } from "./lender.ts";
import type { Office, Sendings } from "./office.ts";
import { supervise, takeCash } from "./people.ts";
import { diskFaults, type Point } from "./program.ts";
import type { Rules } from "./rules.ts";
import type { Stick } from "./stick.ts";
import type { createDiary } from "./time.ts";
import { outages, type Weather } from "./weather.ts";

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

export const points: readonly Point[] = [
  ...courierPoints,
  ...crashPoints.map((point): Point => `journal:${point}`),
];

export interface Plans {
  dice: Dice;
  diary: ReturnType<typeof createDiary>;
  offices: { office: Office; rules: Rules; stick: Stick | null }[];
  loans: TrueLoan[];
  stormMs: number;
}

/** One to twenty captures; round sums, so that equal ones meet on one loan. */
export function planCaptures({ dice, diary, offices, loans, stormMs }: Plans): void {
  const count = dice.chance(0.7)
    ? dice.between(1, 3)
    : dice.chance(0.8)
      ? dice.between(4, 8)
      : dice.between(9, 20);
  const paidOut = new Set<string>();
  for (let number = 1; number <= count; number += 1) {
    const { office } = dice.pick(offices);
    const loan = dice.pick(loans);
    const sums = [10_000, 10_000, 10_000, 20_000, 5_000, remainingMinor(loan), loan.totalMinor + 1];
    const amountMinor = dice.pick(sums);
    const mayPayOut = loan.status === "authorised" && !paidOut.has(loan.loanRef);
    const kind = mayPayOut && dice.chance(0.7) ? "payout" : "repayment";
    // Two tills of the same world may pay out the same loan, as two offices may in the real one.
    if (kind === "payout" && dice.chance(0.8)) paidOut.add(loan.loanRef);
    const withPin = dice.chance(0.5);
    const when = Math.floor(stormMs * 0.8 * dice.fraction());
    diary.after(when, () =>
      takeCash(
        office,
        loan,
        kind,
        kind === "payout" ? loan.amountMinor : amountMinor,
        String(number),
        withPin,
      ),
    );
  }
}

export function planTroubles({
  dice,
  diary,
  offices,
  loans,
  lender,
  stormMs,
  sendings,
}: Plans & { lender: Lender; sendings: Sendings }): void {
  const sometime = () => Math.floor(stormMs * dice.fraction());
  const times = (most: number, likelihood: number) => (dice.chance(likelihood) ? dice.between(1, most) : 0);
  for (let count = times(6, 0.4); count > 0; count -= 1) {
    const loan = dice.pick(loans);
    const amountMinor = dice.pick([10_000, 10_000, 20_000, 3_000]);
    diary.after(sometime(), () => void lender.repay(loan.loanRef, amountMinor, null));
  }
  for (let count = times(2, 0.2); count > 0; count -= 1) {
    const loan = dice.pick(loans);
    diary.after(sometime(), () => lender.reverse(loan.loanRef, dice.pick([10_000, 3_000])));
  }
  if (dice.chance(0.05)) diary.after(sometime(), () => void lender.release(dice.pick(loans).loanRef, null));
  for (const { office } of offices) {
    for (let count = times(2, 0.4); count > 0; count -= 1)
      diary.after(sometime(), () => {
        office.doom = dice.pick(points);
      });
    for (let count = times(2, 0.2); count > 0; count -= 1) diary.after(sometime(), () => office.kill());
    for (let count = times(2, 0.2); count > 0; count -= 1)
      diary.after(sometime(), () =>
        office.setClock(dice.pick([-HOUR, HOUR, 24 * HOUR, -24 * HOUR, 3 * MINUTE, 40_000])),
      );
    for (let count = times(3, 0.2); count > 0; count -= 1) {
      const from = sometime();
      diary.after(from, () => {
        office.disk = dice.pick(diskFaults);
      });
      diary.after(from + dice.pick([100, 5_000, 10 * MINUTE]), () => {
        office.disk = null;
      });
    }
    for (let count = times(4, 0.3); count > 0; count -= 1)
      diary.after(sometime(), () => supervise(office, lender, dice, sendings.onTheWay));
  }
}

interface Telling {
  tell: (what: string) => void;
}

/** Some worlds have hours without a line, or in which nobody can read the books while the lender goes on booking. */
export function planOutages({
  dice,
  diary,
  weather,
  stormMs,
  tell,
}: Pick<Plans, "dice" | "diary" | "stormMs"> & Telling & { weather: Weather }): void {
  if (!dice.chance(0.2)) return;
  const outage = dice.pick(outages);
  const from = Math.floor(stormMs * 0.8 * dice.fraction());
  diary.after(from, () => {
    weather.outage = outage;
    tell(`outage of ${outage}`);
  });
  diary.after(from + dice.pick([5 * MINUTE, 30 * MINUTE, 2 * HOUR]), () => {
    weather.outage = null;
  });
}

/** The second disk: pulled out and put back, torn by a power cut, and what brings yesterday's journal back to today. */
export function planSticks({
  dice,
  diary,
  offices,
  stormMs,
  tell,
}: Pick<Plans, "dice" | "diary" | "offices" | "stormMs"> & Telling): void {
  const sometime = () => Math.floor(stormMs * dice.fraction());
  for (const { office, rules, stick } of offices) {
    if (stick === null) continue;
    if (stick.twinPath === null) {
      planLoss({ dice, diary, office, rules, stick, stormMs, tell });
      continue;
    }
    if (dice.chance(0.3)) {
      const from = sometime();
      // Nobody pulls it out while the data wait for a decision.
      diary.after(from, () => {
        if (office.program !== null && stick.pullOut()) tell("twin pulled out");
      });
      diary.after(from + dice.pick([5_000, 10 * MINUTE]), () => stick.plugIn());
    }
    if (dice.chance(0.2))
      diary.after(sometime(), () => {
        office.afterBurial = () => {
          if (stick.tear(dice.between(1, 40))) tell("twin torn");
        };
        office.kill();
      });
    if (!dice.chance(0.3)) continue;
    const aside = sometime();
    diary.after(aside, () => {
      office.afterBurial = () => stick.copyJournal();
      office.kill();
    });
    diary.after(aside + dice.pick([MINUTE, 20 * MINUTE]), () => {
      office.afterBurial = () => {
        if (stick.putBack()) tell("older journal put back");
      };
      office.kill();
    });
  }
}

interface LossPlans extends Pick<Plans, "dice" | "diary" | "stormMs">, Telling {
  office: Office;
  rules: Rules;
  stick: Stick;
}

/** An older copy without a twin: rows are gone for good, and with them the receipts that they had answered for. */
function planLoss({ dice, diary, office, rules, stick, stormMs, tell }: LossPlans): void {
  let forget: (() => void) | null = null;
  const aside = Math.floor(stormMs * dice.fraction());
  diary.after(aside, () => {
    office.afterBurial = () => {
      if (!stick.copyJournal()) return;
      const handedOut = office.receipts.length;
      const asItWas = rules.remember();
      forget = () => {
        office.receipts.length = handedOut;
        asItWas();
      };
    };
    office.kill();
  });
  diary.after(aside + dice.pick([MINUTE, 20 * MINUTE, HOUR]), () => {
    office.afterBurial = () => {
      if (forget === null || !stick.putBack()) return;
      forget();
      tell("rows lost with an older journal");
    };
    office.kill();
  });
}
