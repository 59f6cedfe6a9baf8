/** Takes so many repayments into a real journal with its twin and says where each begins and ends: watched by `scripts/fsync.mjs`. */
import { join } from "node:path";
import { openJournal } from "../../electron/journal/journal.ts";
import { openKeys } from "../../electron/journal/keys/keys.ts";
import { projections } from "../../electron/journal/projections/index.ts";
import { captured, workDay } from "./dayRows.ts";
import { CHEAP, memoryStore, testClock, testKeyring, testRandom } from "./parts.ts";

const [folder = "", captures = "10"] = process.argv.slice(2);
const [clock, random, store] = [testClock(), testRandom("fsync"), memoryStore()];
const keys = await openKeys({ folder, store, keyring: testKeyring(), random, recoveryCost: CHEAP });
const journal = openJournal({
  ...{ folder, twinPath: join(folder, "twin.jsonl"), clock, random, keys, projections },
  ...{ appVersion: "1.0.0", settings: store },
});
workDay(journal, 0);
for (let number = 1; number <= Number(captures); number += 1) {
  process.stdout.write(`capture ${number} begins\n`);
  journal.write(({ append }) => append(captured(number, 100)));
  process.stdout.write(`capture ${number} ends\n`);
}
journal.close();
