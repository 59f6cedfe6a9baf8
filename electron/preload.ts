/** The only door between the page and the program: `window.counterfoil`, named verbs by desk. */
import { contextBridge, type IpcRendererEvent, ipcRenderer, webUtils } from "electron";
import { callNames, eventNames } from "../shared/callNames.ts";
import { CALL_CHANNEL, type CameraVerb, EVENT_CHANNEL, type FileVerb } from "../shared/channels.ts";
import type { Envelope, ErrorCode } from "../shared/errors.ts";
import { payloadFits } from "../shared/payloadSize.ts";

type Listener = (payload: unknown) => void;

function refuse(code: ErrorCode, message: string): Envelope<never> {
  return { ok: false, error: { code, message } };
}

/** False for what cannot be copied between processes, such as a function. */
function isPlain(input: unknown): boolean {
  try {
    structuredClone(input);
    return true;
  } catch (error) {
    if (error instanceof DOMException && error.name === "DataCloneError") return false;
    throw error;
  }
}

async function ask(name: string, input: unknown): Promise<unknown> {
  // Here already, so that something enormous costs the page its own time and not the main process's.
  if (!payloadFits(name, input)) return refuse("tooLarge", "This is more than one call may carry.");
  if (!isPlain(input)) return refuse("invalidInput", "Only plain values can be sent.");
  return ipcRenderer.invoke(CALL_CHANNEL, name, input).catch(() => {
    throw new Error("The program does not answer this page.");
  });
}

const verbs = (name: string) => (input: unknown) => ask(name, input === undefined ? {} : input);

function desks(): Record<string, Record<string, (input: unknown) => Promise<unknown>>> {
  const byDesk: Record<string, Record<string, (input: unknown) => Promise<unknown>>> = {};
  for (const name of callNames) {
    const [desk = "", verb = ""] = name.split(".");
    byDesk[desk] = { ...byDesk[desk], [verb]: verbs(name) };
  }
  return byDesk;
}

const listeners = new Map<string, Set<Listener>>(eventNames.map((name) => [name, new Set()]));

ipcRenderer.on(EVENT_CHANNEL, (_event: IpcRendererEvent, name: string, payload: unknown) => {
  for (const listener of listeners.get(name) ?? []) {
    try {
      listener(payload);
    } catch (error) {
      reportError(error);
    }
  }
});

/** Ends with a function that stops listening. */
function on(name: string, listener: Listener): () => void {
  const known = listeners.get(name);
  if (known === undefined) throw new TypeError(`There is no event "${name}".`);
  // One wrapper a registration, so that the same function may listen twice.
  const own: Listener = (payload) => listener(payload);
  known.add(own);
  return () => {
    known.delete(own);
  };
}

const fileVerb = (name: FileVerb) => (input: unknown) => ask(name, input);

const files = {
  pick: fileVerb("files.pick"),
  saveAs: fileVerb("files.saveAs"),
  /** The path comes from the browser's own record of the drop: a file made by a script has none. */
  fromDrop: (file: File, options: { purpose?: unknown } | undefined) => {
    const path = file instanceof File ? webUtils.getPathForFile(file) : "";
    return ask("files.fromDrop", { path, purpose: options?.purpose });
  },
};

const cameraVerb = (name: CameraVerb) => () => ask(name, {});

const camera = { open: cameraVerb("camera.open"), close: cameraVerb("camera.close") };

contextBridge.exposeInMainWorld("counterfoil", { ...desks(), on, files, camera });
