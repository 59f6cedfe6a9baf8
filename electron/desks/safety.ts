/** The safety desk: where the journal's second copy lies, the backups there are, and whom the lines trust besides. */
import { readdirSync, realpathSync, statSync } from "node:fs";
import { dirname, isAbsolute, join } from "node:path";
import type { SafetyView, TrustedCertificate } from "../../shared/api/safety.ts";
import { instant } from "../../shared/dates.ts";
import { Refusal } from "../../shared/errors.ts";
import { BACKUPS_FOLDER, BACKUPS_KEPT, isBackUpName } from "../journal/backup.ts";
import { lastCarryOut } from "../journal/carry/carriedWork.ts";
import type { StoredCertificate } from "../journal/rows/safetyRows.ts";
import { errnoOf } from "../journal/storageFailure.ts";
import { readTrustedCertificates } from "../journal/trust/queries.ts";
import { readSmallFile } from "./chosenPath.ts";
import type { DeskCalls, DeskContext } from "./context.ts";
import { approvedWhereTwoAre } from "./secondPerson.ts";

/** Where this counter keeps what the desk moves, and how the lines learn of it. */
export interface SafetyParts {
  twin: {
    isChosen(): boolean;
    /** The file in the data folder, where the twin lies until a person chooses another place. */
    ownPath(): string;
    /** Remembered for the next start; null for its own place. */
    remember(path: string | null): void;
  };
  /** What a file of certificates holds. Throws `unsupportedFile` for anything that no line should trust. */
  readCertificates(file: Uint8Array): StoredCertificate[];
  /** From now on the lines trust these besides. */
  trust(pems: readonly string[]): void;
}

type SafetyCalls = DeskCalls<
  "setup.safety" | "setup.moveTwin" | "setup.trustCertificates" | "setup.distrustCertificate"
>;

/** An authority's chain is some kilobytes. */
const LARGEST_CERTIFICATE_FILE = 1024 * 1024;

export function createSafetyDesk(
  context: DeskContext,
  { twin, readCertificates, trust }: SafetyParts,
): SafetyCalls {
  const { journal, dataDir } = context;

  function view(): SafetyView {
    const path = journal.twinPath();
    const folder = path === null ? null : dirname(path);
    const carried = lastCarryOut(journal.sql);
    return {
      twin: {
        state: journal.twin(),
        folder,
        chosen: twin.isChosen(),
        sameDisk: folder === null ? null : onSameDisk(folder, dataDir),
      },
      backups: backupsIn(join(dataDir, BACKUPS_FOLDER)),
      certificates: readTrustedCertificates(journal.sql).map(shown),
      carriedOut:
        carried === null ? null : { carryId: carried.carryId, at: carried.at, items: carried.items },
    };
  }

  function trustThoseInTheJournal(): void {
    trust(readTrustedCertificates(journal.sql).map(({ pem }) => pem));
  }

  return {
    "setup.safety": view,
    "setup.moveTwin": ({ path: folder }, by) => {
      const { installationId } = context.office();
      const chosen =
        folder === undefined ? null : join(folderIn(folder), `counterfoil-${installationId}.jsonl`);
      if (chosen !== null && dirname(chosen) === realpathSync(dataDir))
        throw new Refusal(
          "invalidInput",
          "This is the data folder itself. Choose a folder on another disk.",
          { field: "path", reason: "twinInData" },
        );
      journal.moveTwin(chosen ?? twin.ownPath());
      twin.remember(chosen);
      journal.write(({ append }) =>
        append({ kind: "setup.twinMoved", payload: { chosen: chosen !== null }, actor: by.name }),
      );
      return view();
    },
    "setup.trustCertificates": async ({ path, approval }, by) => {
      const found = readCertificates(bytesOf(path));
      const known = new Set(readTrustedCertificates(journal.sql).map(({ sha256 }) => sha256));
      const added = found.filter(
        ({ sha256 }, at) => !known.has(sha256) && found.findIndex((one) => one.sha256 === sha256) === at,
      );
      const [first] = added;
      if (first === undefined)
        throw new Refusal("exists", "This till trusts these certificates already.", {
          field: "path",
          reason: "certificateKnown",
        });
      // Whoever holds such a key can read and change everything on the line: no one person lets that in.
      const approvedBy = await approvedWhereTwoAre(
        context,
        by,
        approval,
        "setup.trustCertificates",
        first.sha256,
      );
      journal.write(({ append }) => {
        for (const certificate of added)
          append({
            kind: "setup.certificateTrusted",
            payload: { ...certificate, approvedBy },
            actor: by.name,
          });
      });
      trustThoseInTheJournal();
      context.courier.wake();
      return { added: added.map(shown) };
    },
    "setup.distrustCertificate": ({ sha256 }, by) => {
      if (!readTrustedCertificates(journal.sql).some((one) => one.sha256 === sha256))
        throw new Refusal("invalidInput", "This till does not trust that certificate.", { field: "sha256" });
      journal.write(({ append }) =>
        append({ kind: "setup.certificateDistrusted", payload: { sha256 }, actor: by.name }),
      );
      trustThoseInTheJournal();
      return view();
    },
  };
}

function shown({ sha256, subject, issuer, validFrom, validTo }: TrustedCertificate): TrustedCertificate {
  return { sha256, subject, issuer, validFrom, validTo };
}

/** The folder's real place: a link that is turned elsewhere later would take the second copy along. */
function folderIn(path: string): string {
  try {
    if (isAbsolute(path) && statSync(path).isDirectory()) return realpathSync(path);
  } catch (error) {
    if (errnoOf(error) === null) throw error;
  }
  throw new Refusal("fileUnreadable", "This folder is not there or cannot be opened.", {
    field: "path",
    reason: "twinFolder",
  });
}

function bytesOf(path: string): Uint8Array {
  return readSmallFile(path, LARGEST_CERTIFICATE_FILE, {
    tooLarge: { reason: "certificateTooLarge", message: "This is no certificate: it is too large." },
    unreadable: "certificateUnreadable",
  });
}

function onSameDisk(folder: string, other: string): boolean | null {
  try {
    return statSync(folder, { bigint: true }).dev === statSync(other, { bigint: true }).dev;
  } catch (error) {
    if (errnoOf(error) === null) throw error;
    return null;
  }
}

/** The newest first. */
function backupsIn(folder: string): SafetyView["backups"] {
  const files = namesIn(folder)
    .filter(isBackUpName)
    .sort()
    .reverse()
    .flatMap((name) => {
      const { size, mtimeMs } = statSync(join(folder, name));
      return [{ name, at: instant(mtimeMs), bytes: size }];
    });
  return { folder, kept: BACKUPS_KEPT, files };
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (errnoOf(error) !== "ENOENT") throw error;
    return [];
  }
}
