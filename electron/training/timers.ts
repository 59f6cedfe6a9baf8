/** Delays of the training providers: injectable, and never lost when the provider closes. */

export interface Timer {
  /** Runs `act` once after the delay; the answer cancels it. */
  after(delayMillis: number, act: () => void): () => void;
}

export const systemTimer: Timer = {
  after(delayMillis, act) {
    const handle = setTimeout(act, delayMillis);
    return () => clearTimeout(handle);
  },
};

/** Pauses that all end at once when the provider closes, so that a late booking is early rather than lost. */
export interface Pauses {
  pause(delayMillis: number): Promise<void>;
  endAll(): void;
}

export function createPauses(timer: Timer): Pauses {
  const waiting = new Set<() => void>();
  return {
    pause(delayMillis) {
      return new Promise((resolve) => {
        const finish = () => {
          waiting.delete(finish);
          cancel();
          resolve();
        };
        waiting.add(finish);
        const cancel = timer.after(delayMillis, finish);
      });
    },
    endAll() {
      for (const finish of [...waiting]) finish();
    },
  };
}
