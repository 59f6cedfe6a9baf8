/** How each provider's line is doing: the age of its last valid answer, and the pause after a line that is down. */
import { instant } from "../../shared/dates.ts";
import type { Limits } from "../../shared/limits.ts";
import type { Clock, Random } from "../ports.ts";
import type { Answer, Provider } from "../providers/contract.ts";
import { retryDelayMs } from "./backOff.ts";
import type { Connection } from "./contract.ts";

interface Line {
  state: Connection["state"];
  lastAnswerAt: string | null;
  detail: string | null;
  failures: number;
  /** By the monotonic clock; in the past where there is no pause. */
  pausedUntil: number;
}

export type LineNews = "valid" | "credentials" | "noLine" | "unclear";

export interface LinesOptions {
  clock: Clock;
  random: Random;
  limits: () => Limits;
  /** What the journal knows of an earlier run. */
  lastAnswerAt: (providerId: string) => string | null;
  isStopped: (providerId: string) => boolean;
  onChange: (providerId: string) => void;
}

/** A valid answer is the lender's own yes or no; whatever else came may be anybody's. */
export function newsOf(answer: Pick<Answer<unknown>, "kind">): LineNews {
  return answer.kind === "answer" || answer.kind === "refused" ? "valid" : answer.kind;
}

export class Lines {
  readonly #options: LinesOptions;
  readonly #lines = new Map<string, Line>();

  constructor(options: LinesOptions) {
    this.#options = options;
  }

  hear(providerId: string, news: LineNews, detail: string | null): void {
    const { clock, random, limits, onChange } = this.#options;
    const before = this.#line(providerId);
    const failures = news === "noLine" ? before.failures + 1 : news === "valid" ? 0 : before.failures;
    const pauseMs = news === "noLine" ? retryDelayMs(failures, random.fraction(), limits()) : 0;
    this.#lines.set(providerId, {
      state: stateAfter(news),
      lastAnswerAt: news === "valid" ? instant(clock.now()) : before.lastAnswerAt,
      detail: news === "valid" ? null : detail,
      failures,
      pausedUntil: clock.monotonic() + pauseMs,
    });
    onChange(providerId);
  }

  isPaused(providerId: string): boolean {
    return this.pauseLeftMs(providerId) > 0;
  }

  /** Zero or less where the line may be tried at once. */
  pauseLeftMs(providerId: string): number {
    const line = this.#lines.get(providerId);
    return line === undefined ? 0 : line.pausedUntil - this.#options.clock.monotonic();
  }

  /** A person asks for sending now, or the line was heard from: whoever waited for it goes on. */
  endPauses(): void {
    for (const line of this.#lines.values()) line.pausedUntil = this.#options.clock.monotonic();
  }

  /** Like `Waits.nextInMs`: a pause that has ended since the last look has not been seen to end. */
  nextPauseEndsInMs(lookedAt: number): number | null {
    const unseen = [...this.#lines.values()]
      .map(({ pausedUntil }) => pausedUntil)
      .filter((endsAt) => endsAt > lookedAt);
    return unseen.length === 0 ? null : Math.max(0, Math.min(...unseen) - this.#options.clock.monotonic());
  }

  connections(providers: readonly Provider[]): Connection[] {
    return providers.map(({ id, name }) => {
      const { state, lastAnswerAt, detail } = this.#line(id);
      return {
        providerId: id,
        name,
        lastAnswerAt,
        state: this.#options.isStopped(id) ? "credentials" : state,
        detail,
      };
    });
  }

  #line(providerId: string): Line {
    return (
      this.#lines.get(providerId) ?? {
        state: "unknown",
        lastAnswerAt: this.#options.lastAnswerAt(providerId),
        detail: null,
        failures: 0,
        pausedUntil: this.#options.clock.monotonic(),
      }
    );
  }
}

function stateAfter(news: LineNews): Connection["state"] {
  if (news === "valid") return "answering";
  return news === "credentials" ? "credentials" : "silent";
}
