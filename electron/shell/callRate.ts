/** Bounds how many calls a page makes in a second: far above any screen's need, far below what starves the courier. */

export const MOST_CALLS_PER_SECOND = 200;

/** Gives a function that says whether one more call may pass now. `monotonic` counts milliseconds. */
export function createCallRate(monotonic: () => number): () => boolean {
  let secondBegan = monotonic();
  let calls = 0;
  return () => {
    const now = monotonic();
    if (now - secondBegan >= 1000) {
      secondBegan = now;
      calls = 0;
    }
    calls += 1;
    return calls <= MOST_CALLS_PER_SECOND;
  };
}
