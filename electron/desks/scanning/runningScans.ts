/** Which scanners are at work: one scan each at a time, and every one of them can be stopped. */
import { Refusal } from "../../../shared/errors.ts";

export interface RunningScans {
  /** Throws `openOperation` where this scanner is at work already. */
  run<Value>(sourceId: string, work: (signal: AbortSignal) => Promise<Value>): Promise<Value>;
  stop(sourceId: string): void;
  stopAll(): void;
}

export function createRunningScans(): RunningScans {
  const running = new Map<string, AbortController>();
  return {
    async run(sourceId, work) {
      if (running.has(sourceId))
        throw new Refusal("openOperation", "This scanner is scanning just now. Wait until it is done.", {
          field: "sourceId",
          retry: true,
        });
      const stop = new AbortController();
      running.set(sourceId, stop);
      try {
        return await work(stop.signal);
      } finally {
        running.delete(sourceId);
      }
    },
    stop: (sourceId) => running.get(sourceId)?.abort(),
    stopAll() {
      for (const stop of running.values()) stop.abort();
    },
  };
}
