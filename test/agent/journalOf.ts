/** Writes facts straight into a closed till's journal, for states that would take a whole day to reach by calls. */
import { openSettingsFile } from "../../electron/composition/settingsFile.ts";
import { systemClock, systemRandom } from "../../electron/composition/systemPorts.ts";
import type { JournalTransaction } from "../../electron/journal/contract.ts";
import { openJournal } from "../../electron/journal/journal.ts";
import { openKeys } from "../../electron/journal/keys/keys.ts";
import { projections } from "../../electron/journal/projections/index.ts";
import { testKeyring } from "../journal/parts.ts";

export async function writeInto(
  dataDir: string,
  work: (transaction: JournalTransaction) => void,
): Promise<void> {
  const settings = openSettingsFile(dataDir, systemClock);
  const keyring = testKeyring();
  const keys = await openKeys({ folder: dataDir, store: settings, keyring, random: systemRandom });
  const journal = openJournal({
    folder: dataDir,
    twinPath: null,
    clock: systemClock,
    random: systemRandom,
    keys,
    projections,
    appVersion: "test",
    settings,
  });
  try {
    journal.write(work);
  } finally {
    journal.close();
  }
}
