/** The main process's end of the bridge: who may speak, and events on their way back. */
import { type BrowserWindow, type IpcMainInvokeEvent, ipcMain } from "electron";
import type { Events } from "../../shared/api.ts";
import { eventNames } from "../../shared/callNames.ts";
import { CALL_CHANNEL, EVENT_CHANNEL } from "../../shared/channels.ts";
import type { Envelope } from "../../shared/errors.ts";
import type { Log } from "../logging/log.ts";
import { PAGE_ORIGIN } from "./pageFiles.ts";

type EventSource = {
  on<Name extends keyof Events>(event: Name, listener: (payload: Events[Name]) => void): unknown;
};

export type BridgeParts = {
  window: BrowserWindow;
  events: EventSource;
  answer: (name: unknown, input: unknown) => Promise<Envelope<unknown>>;
  log: Log;
};

/** Only the top frame of our own window, and only while it shows our own page. */
function isOurPage(event: IpcMainInvokeEvent, window: BrowserWindow): boolean {
  if (window.isDestroyed() || event.sender !== window.webContents) return false;
  const frame = event.senderFrame;
  return frame !== null && frame === window.webContents.mainFrame && frame.origin === PAGE_ORIGIN;
}

export function openBridge({ window, events, answer, log }: BridgeParts): void {
  ipcMain.handle(CALL_CHANNEL, (event, name: unknown, input: unknown) => {
    if (!isOurPage(event, window)) {
      log("error", "bridge.stranger", { origin: event.senderFrame?.origin ?? null });
      // Rejected, not answered: a stranger learns nothing about what there is to call.
      throw new Error("Refused.");
    }
    return answer(name, input);
  });
  for (const name of eventNames) {
    events.on(name, (payload) => {
      if (!window.isDestroyed()) window.webContents.send(EVENT_CHANNEL, name, payload);
    });
  }
}
