/** What a till does once each business day, first thing: a backup, and an end to personal data whose time is over. */
import { basename } from "node:path";
import { businessDateOf } from "../../shared/dates.ts";
import { backUpInto } from "../journal/backup.ts";
import type { Journal } from "../journal/contract.ts";
import { isBackUpDue } from "../journal/retention/businessDays.ts";
import { bugFacts } from "../logging/log.ts";
import { purgeExpired, type RetentionParts } from "./retention.ts";

export interface DailyParts extends RetentionParts {
  backups: string;
  isWorking: () => boolean;
}

export interface DailyRound {
  /** Looks now and every hour; to be called again whenever the till begins to work. */
  start(): void;
  /** Begins nothing new and waits for what is under way. */
  close(): Promise<void>;
}

const HOUR_MS = 3_600_000;

async function backUpDay({ journal, backups, clock }: DailyParts): Promise<void> {
  if (!isBackUpDue(journal.sql, businessDateOf(clock.now()))) return;
  const { path, entries } = await backUpInto(journal, backups, clock);
  noteBackUp(journal, { entries, file: basename(path) });
}

export function noteBackUp(journal: Journal, made: { entries: number; file: string }): void {
  journal.write(({ append }) => append({ kind: "setup.backedUp", payload: made, actor: "system" }));
}

export function createDailyRound(parts: DailyParts): DailyRound {
  const { clock, isWorking, log } = parts;
  let doneOn: string | null = null;
  let callOff: (() => void) | null = null;
  let isClosed = false;
  let underWay: Promise<void> = Promise.resolve();

  /** Tried again within the hour where the disk did not let it: nobody waits for it, and nobody is disturbed. */
  async function work(today: string): Promise<void> {
    for (const part of [backUpDay, purgeExpired]) {
      if (isClosed || !isWorking()) return;
      try {
        await part(parts);
      } catch (error) {
        doneOn = null;
        log("warning", "daily.failed", { day: today, part: part.name, ...bugFacts(error) });
      }
    }
  }

  function look(): void {
    callOff?.();
    if (isClosed) return;
    callOff = clock.after(HOUR_MS, look);
    const today = businessDateOf(clock.now());
    if (!isWorking() || doneOn === today) return;
    doneOn = today;
    underWay = underWay.then(() => work(today));
  }

  return {
    start: look,
    close: async () => {
      isClosed = true;
      callOff?.();
      await underWay;
    },
  };
}
