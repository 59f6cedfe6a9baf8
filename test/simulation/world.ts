/** One world from one seed: its lender, offices and people, its storm, and the calm in which everything has to end. */
import { join } from "node:path";
import type { Keys } from "../../electron/journal/keys/keys.ts";
import { memoryStore } from "../journal/parts.ts";
import { createDice, type Dice } from "./dice.ts";
import { Lender, type TrueLoan } from "./lender.ts";
import { Office, type Sendings } from "./office.ts";
import { supervise } from "./people.ts";
import { HOUR, MINUTE, planCaptures, planOutages, planSticks, planTroubles } from "./plans.ts";
import { furnish, type Point } from "./program.ts";
import { Rules } from "./rules.ts";
import { createStick } from "./stick.ts";
import { createDiary } from "./time.ts";
import type { Untellable } from "./truth.ts";
import { createWeather } from "./weather.ts";

const MORNING = Date.UTC(2025, 2, 21, 8);
export const FLOAT = 10_000_000;
/** Rows that a till's files begin with. */
export const FURNISHED_ROWS = 2;

export interface WorldReport {
  seed: number;
  failures: string[];
  untellable: Partial<Record<Untellable, number>>;
  ends: Partial<Record<Point | "killed", number>>;
  /** What befell the computers and the lines besides, by name. */
  happened: Record<string, number>;
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
  const report: WorldReport = {
    seed,
    failures: [],
    untellable: {},
    ends: {},
    happened: {},
    items: {},
    sendings: 0,
  };
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
  const twin = dice.chance(0.3);
  /** Here an older copy is put back, and nothing knows the rows that are gone. */
  const loses = !twin && dice.chance(0.1);

  const others = dice.apart("others");
  const likelihoodOfOthers = others.pick([0, 0, 0.1, 0.4]);
  let isCalm = false;

  const loans = openLoans(lender, dice.apart("loans"));
  const offices = Array.from({ length: dice.pick([1, 1, 1, 1, 1, 1, 2, 3]) }, (_, index) => {
    const name = `office${index + 1}`;
    const files = join(folder, name);
    furnish(files, template);
    const stick = twin || loses ? createStick(join(folder, `${name}-stick`), files, twin) : null;
    const office = new Office({
      name,
      files: {
        folder: files,
        twinPath: stick?.twinPath ?? null,
        ...(loses ? { settings: memoryStore() } : {}),
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
    office.lostAttemptsOf = (itemId) => rules.shadows.get(itemId)?.lostAttempts ?? [];
    return { office, rules, stick };
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
  const tell = (what: string) => {
    report.happened[what] = (report.happened[what] ?? 0) + 1;
  };
  planOutages({ dice: dice.apart("outages"), diary, weather, stormMs, tell });
  planSticks({ dice: dice.apart("sticks"), diary, offices, stormMs, tell });
  await diary.liveUntil(MORNING + stormMs, afterwards);

  isCalm = true;
  weather.clear();
  const supervisors = dice.apart("calm supervisors");
  for (const { office, stick } of offices) {
    stick?.plugIn();
    office.doom = null;
    office.disk = null;
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
