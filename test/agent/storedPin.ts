/** Puts a PIN into a closed till as a program of an older rule has stored it. */
import { openSettingsFile } from "../../electron/composition/settingsFile.ts";
import { systemClock, systemRandom } from "../../electron/composition/systemPorts.ts";
import { createPinHashing } from "../../electron/desks/pinHashing.ts";
import { openJournal } from "../../electron/journal/journal.ts";
import { openKeys } from "../../electron/journal/keys/keys.ts";
import { openPins } from "../../electron/journal/pins.ts";
import { projections } from "../../electron/journal/projections/index.ts";
import type { Keyring } from "../../electron/ports.ts";
import { CHEAP, testKeyring } from "../journal/parts.ts";

/** The training counter's keys lock nothing. */
export const trainingKeyring: Keyring = {
  available: true,
  encrypt: (text) => Buffer.from(text, "utf8"),
  decrypt: (bytes) => Buffer.from(bytes).toString("utf8"),
};

export async function withPin(
  dataDir: string,
  name: string,
  pin: string,
  keyring: Keyring = testKeyring(),
): Promise<void> {
  const settings = openSettingsFile(dataDir, systemClock);
  const keys = await openKeys({ folder: dataDir, store: settings, keyring, random: systemRandom });
  const hashing = createPinHashing({ keys, clock: systemClock, random: systemRandom, cost: CHEAP });
  const hash = await hashing.hash(pin);
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
    openPins(journal, systemClock).set(name, hash);
  } finally {
    journal.close();
  }
}
