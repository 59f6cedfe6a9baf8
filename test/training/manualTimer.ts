/** A timer whose delays end when the test says so. */
import type { Timer } from "../../electron/training/timers.ts";

export interface ManualTimer extends Timer {
  /** The delays that wait, in the order in which they began. */
  readonly waiting: readonly number[];
  /** Ends the oldest delay. */
  ring(): void;
}

export function createManualTimer(): ManualTimer {
  let delays: { delayMillis: number; act: () => void }[] = [];
  return {
    get waiting() {
      return delays.map(({ delayMillis }) => delayMillis);
    },
    after(delayMillis, act) {
      const delay = { delayMillis, act };
      delays.push(delay);
      return () => {
        delays = delays.filter((other) => other !== delay);
      };
    },
    ring() {
      const [oldest, ...others] = delays;
      if (!oldest) throw new Error("Nothing is waiting.");
      delays = others;
      oldest.act();
    },
  };
}
