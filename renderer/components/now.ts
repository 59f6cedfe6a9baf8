/** The time for what is shown: one clock for the whole page, which ticks only while somebody looks at it. */
import { useSyncExternalStore } from "react";

type Tick = { now: number; listeners: Set<() => void>; timer: number | null };

const ticks = new Map<number, Tick>();

function tickOf(everyMs: number): Tick {
  const known = ticks.get(everyMs);
  if (known !== undefined) return known;
  const tick: Tick = { now: Date.now(), listeners: new Set(), timer: null };
  ticks.set(everyMs, tick);
  return tick;
}

/** Milliseconds since 1970, renewed each second or each given time. */
export function useNow(everyMs = 10_000): number {
  const tick = tickOf(everyMs);
  return useSyncExternalStore(
    (listener) => {
      tick.listeners.add(listener);
      tick.timer ??= window.setInterval(() => {
        tick.now = Date.now();
        for (const one of tick.listeners) one();
      }, everyMs);
      return () => {
        tick.listeners.delete(listener);
        if (tick.listeners.size > 0 || tick.timer === null) return;
        window.clearInterval(tick.timer);
        tick.timer = null;
      };
    },
    () => {
      // Asked again after nobody looked for a while: the last tick would be long ago.
      if (Date.now() - tick.now >= everyMs) tick.now = Date.now();
      return tick.now;
    },
  );
}
