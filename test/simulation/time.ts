/** The one true time of a world: everything that happens in it is an entry in this diary, one after the other. */

export interface Diary {
  now(): number;
  /** Writes something down for later; the returned function crosses it out. */
  after(delayMs: number, happen: () => void): () => void;
  /** Lets everything up to `until` happen, with `afterwards` behind each of it. */
  liveUntil(until: number, afterwards: () => Promise<void>): Promise<void>;
}

interface Entry {
  at: number;
  order: number;
  happen: () => void;
}

export function createDiary(start: number): Diary {
  let now = start;
  let order = 0;
  const entries: Entry[] = [];

  function insert(entry: Entry): void {
    let low = 0;
    let high = entries.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = entries[middle];
      if (other && (other.at < entry.at || (other.at === entry.at && other.order < entry.order)))
        low = middle + 1;
      else high = middle;
    }
    entries.splice(low, 0, entry);
  }

  return {
    now: () => now,
    after(delayMs, happen) {
      order += 1;
      const entry = { at: now + Math.max(0, Math.ceil(delayMs)), order, happen };
      insert(entry);
      return () => {
        const at = entries.indexOf(entry);
        if (at >= 0) entries.splice(at, 1);
      };
    },
    async liveUntil(until, afterwards) {
      for (;;) {
        const next = entries[0];
        if (next === undefined || next.at > until) break;
        entries.shift();
        now = next.at;
        next.happen();
        await afterwards();
      }
      now = Math.max(now, until);
    },
  };
}
