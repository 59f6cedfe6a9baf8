/** Says a sentence to whoever stands at the till, in the system's language; in unattended runs on the console only. */
import { app, type BrowserWindow, dialog } from "electron";
import { languageOf, type SentenceName, sentence } from "./sentences.ts";

/** In an unattended run (tests, a demo) a box would wait for ever for somebody to close it. */
export function isUnattended(): boolean {
  return !app.isPackaged && Boolean(process.env.COUNTERFOIL_DATA_DIR);
}

function preferredLanguages(): string[] {
  return app.isReady() ? app.getPreferredSystemLanguages() : [process.env.LANG ?? ""];
}

export function say(reason: SentenceName, detail = ""): string {
  return sentence(languageOf(preferredLanguages()), reason, detail);
}

/** A box beside the work, which goes on; it goes away by itself when `done` does. */
export async function showNote(
  window: BrowserWindow,
  { message, button, done }: { message: string; button: string; done?: AbortSignal },
): Promise<void> {
  if (isUnattended() || window.isDestroyed()) {
    process.stderr.write(`${message}\n`);
    return;
  }
  const ending = done === undefined ? {} : { signal: done };
  await dialog.showMessageBox(window, {
    type: "info",
    title: "Counterfoil",
    message,
    buttons: [button],
    noLink: true,
    ...ending,
  });
}
