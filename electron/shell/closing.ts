/** Closes in order: an exchange that is under way ends and is recorded first, and the person is told why it takes. */
import { app, type BrowserWindow } from "electron";
import { bugFacts, type Log } from "../logging/log.ts";
import { say, showNote } from "./spoken.ts";

/** Closing without an exchange takes less; only a longer wait needs words. */
const SILENT_MS = 800;

/** Stands in the way of every end of the program until the core has closed. Nothing here ever kills. */
export function closeInOrder(window: BrowserWindow, closeCore: () => Promise<void>, log: Log): void {
  let state: "open" | "closing" | "closed" = "open";

  async function close(): Promise<void> {
    const done = new AbortController();
    const words = setTimeout(() => {
      const note = { message: say("stillSending"), button: say("keepWaiting"), done: done.signal };
      showNote(window, note).catch((error) => log("error", "closing.noteFailed", bugFacts(error)));
    }, SILENT_MS);
    try {
      await closeCore();
    } catch (error) {
      // Whatever was armed is durable and is read back at the next start.
      log("error", "closing.failed", bugFacts(error));
    } finally {
      clearTimeout(words);
      done.abort();
      state = "closed";
      log("info", "app.closed");
      app.quit();
    }
  }

  function hold(event: { preventDefault(): void }): void {
    if (state === "closed") return;
    event.preventDefault();
    if (state === "closing") return;
    state = "closing";
    void close();
  }

  app.on("before-quit", hold);
  window.on("close", hold);
}
