/** A second process on the same data folder: opens a journal there, says what came of it, and does as it is told. */
import { openJournal } from "../../electron/journal/journal.ts";
import { openKeys } from "../../electron/journal/keys/keys.ts";
import { projections } from "../../electron/journal/projections/index.ts";
import { Refusal } from "../../shared/errors.ts";
import { captured } from "./dayRows.ts";
import { CHEAP, memoryStore, testClock, testKeyring, testRandom } from "./parts.ts";

const [folder = "", what = ""] = process.argv.slice(2);

function say(word: string): void {
  process.stdout.write(`${word}\n`);
}

const random = testRandom(`child-${process.pid}`);
const keys = await openKeys({
  folder,
  store: memoryStore(),
  keyring: testKeyring(),
  random,
  recoveryCost: CHEAP,
});
try {
  const clock = testClock();
  const journal = openJournal({
    folder,
    twinPath: null,
    clock,
    random,
    keys,
    projections,
    appVersion: "1.0.0",
  });
  if (what === "capture") journal.write(({ append }) => append(captured(1, 10_000)));
  if (what === "captureWithoutCommit")
    journal.write(({ append }) => {
      append(captured(1, 10_000));
      say("holding");
      // As if the process hung inside a transaction until it is killed.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
    });
  if (what === "captureOnBadDisk") {
    try {
      journal.write(({ append }) => append(captured(1, 10_000)));
      say("captured");
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      say(error.code);
    }
    process.kill(process.pid, "SIGKILL");
  }
  say(`open ${journal.head().entries}`);
  if (what !== "close") setInterval(() => undefined, 1_000);
  else journal.close();
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  say(`${error.code}: ${error.message}`);
}
