/** The operating system's keyring through Electron's `safeStorage`, on versions with and without its async calls. */
import { safeStorage } from "electron";
import type { Keyring } from "../ports.ts";

/** Electron 33 has only the synchronous calls, which later versions deprecate. */
function hasAsyncCalls(): boolean {
  return typeof safeStorage.encryptStringAsync === "function";
}

async function isAvailable(): Promise<boolean> {
  // Without a keyring daemon Linux "encrypts" with a password that stands in Chromium's source.
  if (process.platform === "linux" && safeStorage.getSelectedStorageBackend() === "basic_text") return false;
  return hasAsyncCalls() ? safeStorage.isAsyncEncryptionAvailable() : safeStorage.isEncryptionAvailable();
}

/** Only after `ready`. A keyring that is locked, gone or another one makes `decrypt` reject. */
export function electronKeyring(): Keyring {
  return {
    available: isAvailable,
    encrypt: async (text) =>
      hasAsyncCalls() ? safeStorage.encryptStringAsync(text) : safeStorage.encryptString(text),
    decrypt: async (bytes) => {
      const sealed = Buffer.from(bytes);
      if (!hasAsyncCalls()) return safeStorage.decryptString(sealed);
      return (await safeStorage.decryptStringAsync(sealed)).result;
    },
  };
}
