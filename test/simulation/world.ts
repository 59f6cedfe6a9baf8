/** One world from one seed: its lender, offices and people, its storm, and the calm in which everything has to end. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { courierPoints } from "../../electron/courier/faults.ts";
import { crashPoints } from "../../electron/journal/faults.ts";
import type { Keys } from "../../electron/journal/keys/keys.ts";
import { createDice, type Dice } from "./dice.ts";
import { Lender, remainingMinor, type TrueLoan } from "./lender.ts";
import { Office, type Sendings } from "./office.ts";
import { supervise, takeCash } from "./people.ts";
import { furnish, type Point } from "./program.ts";
import { Rules } from "./rules.ts";
import { createDiary } from "./time.ts";
import type { Untellable } from "./truth.ts";
import { createWeather } from "./weather.ts";

const MORNING = Date.UTC(2025, 2, 21, 8);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
export const FLOAT = 10_000_000;
/** Rows that a till's files begin with. */
export const FURNISHED_ROWS = 2;

export const points: readonly Point[] = [
  ...courierPoints,
  ...crashPoints.map((point): Point => `journal:${point}`),
];

export interface WorldReport {
  seed: number;
  failures: string[];
  untellable: Partial<Record<Untellable, number>>;
  ends: Partial<Record<Point | "killed", number>>;
  items: Record<string, number>;
  sendings: number;
}

export interface WorldOptions {
  seed: number;
  folder: string;
  template: string;
  keys: Keys;
  /** Told about every row at the end, for a replay. */
  tell?: (line: string) => void;
}

export async function liveThrough(options: WorldOptions): Promise<WorldReport> {
  const { seed, folder, template, keys } = options;
  const dice = createDice(seed);
  const diary = createDiary(MORNING);
  const lender = new Lender(diary.now);
  const weather = createWeather(dice.apart("weather"));
  const report: WorldReport = { seed, failures: [], untellable: {}, ends: {}, items: {}, sendings: 0 };
  const fail = (what: string) => {
    if (report.failures.length < 5) report.failures.push(`${new Date(diary.now()).toISOString()} ${what}`);
  };
  const sendings: Sendings = {
    left: new Map(),
    falselyAcknowledged: new Set(),
    onTheWay: new Map(),
    answers: new Map(),
  };
  const deep = dice.chance(0.02);
  const twin = dice.chance(0.05);

  const others = dice.apart("others");
  const likelihoodOfOthers = others.pick([0, 0, 0.1, 0.4]);
  let isCalm = false;

  const loans = openLoans(lender, dice.apart("loans"));
  const offices = Array.from({ length: dice.pick([1, 1, 1, 1, 1, 1, 2, 3]) }, (_, index) => {
    const name = `office${index + 1}`;
    const files = join(folder, name);
    furnish(files, template);
    if (twin) mkdirSync(join(folder, `${name}-stick`));
    const office = new Office({
      name,
      files: {
        folder: files,
        twinPath: twin ? join(folder, `${name}-stick`, "twin.jsonl") : null,
        keys,
        deep,
      },
      diary,
      dice: dice.apart(name),
      lender,
      weather,
      sendings,
      fail,
      meanwhile: (loanRef) => {
        if (!isCalm && others.chance(likelihoodOfOthers))
          lender.repay(loanRef, others.pick([10_000, 3_000, 20_000]), null);
      },
      died: (point) => {
        report.ends[point] = (report.ends[point] ?? 0) + 1;
      },
    });
    const rules = new Rules(
      {
        office,
        lender,
        sendings,
        now: diary.now,
        floatMinor: FLOAT,
        fail,
        untellable: (why) => {
          report.untellable[why] = (report.untellable[why] ?? 0) + 1;
        },
      },
      FURNISHED_ROWS,
    );
    return { office, rules };
  });

  /** Everything that follows at once has happened when this resolves: nothing here waits for the real world. */
  const settle = () => new Promise<void>((resolve) => setImmediate(resolve));
  const afterwards = async () => {
    await settle();
    for (const { office, rules } of offices) {
      rules.check();
      if (office.bury())
        diary.after(isCalm ? 1_000 : dice.pick([1_000, MINUTE, 20 * MINUTE]), () =>
          startAgain(office, rules),
        );
    }
  };
  const startAgain = (office: Office, rules: Rules) => {
    office.start();
    rules.checkReceipts();
    if (office.program === null) diary.after(MINUTE, () => startAgain(office, rules));
  };

  for (const { office, rules } of offices) startAgain(office, rules);
  const stormMs = dice.pick([30 * MINUTE, HOUR, 3 * HOUR]);
  planCaptures({ dice: dice.apart("captures"), diary, offices, loans, stormMs });
  planTroubles({ dice: dice.apart("troubles"), diary, offices, loans, lender, stormMs, sendings });
  await diary.liveUntil(MORNING + stormMs, afterwards);

  isCalm = true;
  weather.clear();
  const supervisors = dice.apart("calm supervisors");
  for (const { office } of offices) {
    office.doom = null;
    office.diskIsFull = false;
    for (let visit = 1; visit <= 5; visit += 1)
      diary.after(visit * 60 * MINUTE, () => supervise(office, lender, supervisors, sendings.onTheWay));
  }
  await diary.liveUntil(MORNING + stormMs + 6 * HOUR, afterwards);
  await conclude(offices, fail, report, options, deep);
  report.sendings = sendings.left.size;
  return report;
}

function openLoans(lender: Lender, dice: Dice): TrueLoan[] {
  return Array.from({ length: dice.between(1, 4) }, (_, index) => {
    const totalMinor = dice.pick([30_000, 60_000, 200_000]);
    return lender.open({
      loanRef: String(90_000 + index),
      clientPin: `PIN${index}`,
      totalMinor,
      amountMinor: totalMinor,
      status: dice.chance(0.2) ? "authorised" : "active",
    });
  });
}

interface Plans {
  dice: Dice;
  diary: ReturnType<typeof createDiary>;
  offices: { office: Office }[];
  loans: TrueLoan[];
  stormMs: number;
}

/** One to twenty captures; round sums, so that equal ones meet on one loan. */
function planCaptures({ dice, diary, offices, loans, stormMs }: Plans): void {
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

function planTroubles({
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
        office.diskIsFull = true;
      });
      diary.after(from + dice.pick([100, 5_000, 10 * MINUTE]), () => {
        office.diskIsFull = false;
      });
    }
    for (let count = times(4, 0.3); count > 0; count -= 1)
      diary.after(sometime(), () => supervise(office, lender, dice, sendings.onTheWay));
  }
}

/** In the calm every item comes to an end or waits for a person, and every paper is still true. */
async function conclude(
  offices: { office: Office; rules: Rules }[],
  fail: (what: string) => void,
  report: WorldReport,
  { tell }: WorldOptions,
  deep: boolean,
): Promise<void> {
  for (const { office, rules } of offices) {
    const program = office.program;
    if (program === null) {
      fail(`${office.name} does not start any more`);
      continue;
    }
    rules.check();
    rules.checkReceipts();
    for (const { itemId, state } of rules.shadows.values()) {
      report.items[state] = (report.items[state] ?? 0) + 1;
      if (["sending", "acknowledged", "unconfirmed", "queued"].includes(state))
        fail(`${itemId} is still ${state} after hours of calm`);
    }
    if (tell)
      for (const row of program.journal.rows(FURNISHED_ROWS + 1))
        tell(`${office.name} ${JSON.stringify(row)}`);
    if (deep) {
      const check = program.journal.verify();
      if (!check.ok) fail(`${office.name}: ${check.detail}`);
    }
    program.kill();
    office.bury();
  }
}
