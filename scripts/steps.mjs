// Tells a person what is going on: numbered steps with their durations, and plain sentences in between.

/** @param {number} milliseconds */
export function duration(milliseconds) {
  if (milliseconds < 60_000) return `${(milliseconds / 1000).toFixed(1)} s`;
  return `${Math.floor(milliseconds / 60_000)} min ${Math.round((milliseconds % 60_000) / 1000)} s`;
}

/** @param {string} sentence */
export function say(sentence) {
  process.stdout.write(`   ${sentence}\n`);
}

export function startSteps() {
  let number = 0;
  const startedAt = Date.now();
  return {
    /**
     * @template T
     * @param {string} title
     * @param {() => T | Promise<T>} work
     * @returns {Promise<T>}
     */
    async step(title, work) {
      number += 1;
      const from = Date.now();
      process.stdout.write(`\n${number}. ${title}\n`);
      const result = await work();
      say(`${duration(Date.now() - from)}`);
      return result;
    },
    total: () => duration(Date.now() - startedAt),
  };
}

/** A failure that the person can do something about: shown as a sentence, without a stack. */
export class Advice extends Error {}

/**
 * Runs a script's main function; advice is printed plainly, anything else with its stack.
 * @param {() => Promise<number | void>} main
 */
export async function runMain(main) {
  // The tools below colour what they write to a log, too, unless they are told.
  if (!process.stdout.isTTY && process.env.FORCE_COLOR === undefined) process.env.NO_COLOR ??= "1";
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    process.exitCode = 1;
    if (error instanceof Advice) process.stderr.write(`\n${error.message}\n`);
    else throw error;
  }
}
