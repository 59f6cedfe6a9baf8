// The table at the end of a test run, and its last line: the true totals, alone on their line.

/**
 * @param {import("./gates.mjs").GateResult[]} results
 * @returns {number} the exit code
 */
export function printSummary(results) {
  const passed = results.reduce((sum, result) => sum + result.passed, 0);
  const failed = results.reduce((sum, result) => sum + result.failed, 0);
  const width = Math.max(...results.map(({ name }) => name.length));
  process.stdout.write("\n");
  for (const result of results) {
    const mark = result.failed === 0 && result.passed > 0 ? "ok    " : "FAILED";
    const counts = `${String(result.passed).padStart(6)} ok ${String(result.failed).padStart(4)} not`;
    process.stdout.write(
      `   ${mark}  ${result.name.padEnd(width)} ${counts}  ${result.note ?? ""}`.trimEnd(),
    );
    process.stdout.write("\n");
  }
  process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
  return failed === 0 && results.every((result) => result.passed > 0) ? 0 : 1;
}
