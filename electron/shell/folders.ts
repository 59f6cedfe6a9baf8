/** Where the till's data lie, and where Chromium keeps its own things, on each system. */
import { posix, win32 } from "node:path";

export type Folders = {
  /** The journal and everything that belongs to the till. */
  till: string;
  /** Chromium's profile: the keyring's wrapped key and nothing of ours. Belongs to the operating system's user. */
  chromium: string;
};

export type FolderQuestion = {
  platform: NodeJS.Platform;
  packaged: boolean;
  environment: NodeJS.ProcessEnv;
  /** Electron's `appData`: ~/.config, ~/Library/Application Support, or the roaming profile. */
  appData: string;
  exists: (path: string) => boolean;
};

/** A folder for all logins of this PC, which the installer or IT makes writable for the till's users. */
function sharedFolder(platform: NodeJS.Platform): string {
  return platform === "darwin" ? "/Library/Application Support/Counterfoil" : "/var/lib/counterfoil";
}

/**
 * The data belong to the till, not to a login: every login of the counter PC must see the same queue. A shared
 * folder that exists is therefore used even if it turns out not to be writable, which the start then says: falling
 * back to a private folder would open a second, empty till. Nothing ever goes to Windows' roaming profile.
 */
export function foldersFor({ platform, packaged, environment, appData, exists }: FolderQuestion): Folders {
  const { join, resolve } = platform === "win32" ? win32 : posix;
  if (!packaged) {
    const named = environment.COUNTERFOIL_DATA_DIR ? resolve(environment.COUNTERFOIL_DATA_DIR) : null;
    if (named !== null) return { till: named, chromium: join(named, "chromium") };
    // A name of its own: trying out the source never touches the data of an installed Counterfoil.
    const own = join(appData, "Counterfoil development");
    return { till: join(own, "till"), chromium: join(own, "chromium") };
  }
  if (platform === "win32") {
    return {
      till: join(environment.PROGRAMDATA || "C:\\ProgramData", "Counterfoil"),
      chromium: join(environment.LOCALAPPDATA || appData, "Counterfoil"),
    };
  }
  const chromium = join(appData, "Counterfoil");
  const shared = sharedFolder(platform);
  return { till: exists(shared) ? shared : join(chromium, "till"), chromium };
}
