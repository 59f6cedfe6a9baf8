/** The list of misbehaviours that still wait for a matching request. */
import type { MisbehaveOptions } from "./contract.ts";

export interface Plan<Kind, Context> {
  readonly kind: Kind;
  readonly operations: readonly string[];
  readonly delayMillis: number | null;
  /** What the provider remembers from the moment at which this was switched on. */
  readonly context: Context;
  timesLeft: number;
}

export interface Plans<Kind, Context> {
  add(
    kind: Kind,
    times: number,
    operations: readonly string[],
    options: MisbehaveOptions,
    context: Context,
  ): void;
  /** Takes one turn of the oldest plan that applies to this operation, or null. */
  take(operation: string): Plan<Kind, Context> | null;
  clear(): void;
}

export function createPlans<Kind, Context>(): Plans<Kind, Context> {
  let plans: Plan<Kind, Context>[] = [];
  return {
    add(kind, times, operations, options, context) {
      if (times < 1) return;
      plans.push({ kind, operations, delayMillis: options.delayMillis ?? null, context, timesLeft: times });
    },
    take(operation) {
      const plan = plans.find((candidate) => candidate.operations.includes(operation));
      if (!plan) return null;
      plan.timesLeft -= 1;
      plans = plans.filter((candidate) => candidate.timesLeft > 0);
      return plan;
    },
    clear() {
      plans = [];
    },
  };
}
