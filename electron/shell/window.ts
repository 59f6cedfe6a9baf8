/** The one window: how it is made, and how its page comes back after a crash. */
import { BrowserWindow, type Input, type Session, screen } from "electron";
import { bugFacts, type Log } from "../logging/log.ts";
import type { CameraGate } from "./cameraGate.ts";
import { PAGE_ADDRESS } from "./pageFiles.ts";

export type WindowParts = { preload: string; session: Session; devTools: boolean; log: Log };

const PATIENCE_MS = 15_000;
const PAUSE_AFTER_CRASH_MS = 500;

/** Makes the window hidden; it shows itself once the page has something to show. */
export function createMainWindow({ preload, session, devTools, log }: WindowParts): BrowserWindow {
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    minWidth: 1024,
    minHeight: 700,
    show: false,
    title: "Counterfoil",
    backgroundColor: "#f7f8fa",
    autoHideMenuBar: true,
    webPreferences: {
      preload,
      session,
      devTools,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      navigateOnDragDrop: false,
      webviewTag: false,
      spellcheck: false,
      disableDialogs: true,
      enableWebSQL: false,
      autoplayPolicy: "user-gesture-required",
      // A payment's progress and a countdown go on while another program has the screen.
      backgroundThrottling: false,
    },
  });
  window.once("ready-to-show", () => showFirst(window));
  // A page that crashed before its first picture is ready only after it was loaded again.
  window.webContents.once("did-finish-load", () => showFirst(window));
  window.on("page-title-updated", (event) => event.preventDefault());
  revivePage(window, log);
  offerZoom(window);
  return window;
}

function showFirst(window: BrowserWindow): void {
  if (window.isDestroyed() || window.isVisible()) return;
  const { width, height } = screen.getDisplayMatching(window.getBounds()).workArea;
  // On a counter's small screen the title bar would push the bottom line out of sight.
  if (width <= 1366 || height < 768) window.maximize();
  window.show();
}

/** A page that does not load is logged and, if it crashed, loaded again: it never ends the program. */
export async function loadPage(window: BrowserWindow, log: Log): Promise<void> {
  if (window.isDestroyed()) return;
  try {
    await window.loadURL(PAGE_ADDRESS);
    log("info", "page.loaded");
  } catch (error) {
    log("error", "page.notLoaded", bugFacts(error));
  }
}

/** For a second start: the person looked for the window that is there already. */
export function focusWindow(window: BrowserWindow): void {
  if (window.isDestroyed()) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

/** Keys and buttons that a hand has pressed open the way to the camera; a page that goes or comes anew closes it. */
export function guardCamera(window: BrowserWindow, gate: CameraGate): void {
  const contents = window.webContents;
  contents.on("input-event", (_event, { type }) => {
    if (type === "rawKeyDown" || type === "keyDown" || type === "mouseDown" || type === "touchStart")
      gate.pressed();
  });
  contents.on("did-start-navigation", ({ isMainFrame, isSameDocument }) => {
    if (isMainFrame && !isSameDocument) gate.close();
  });
  contents.on("render-process-gone", () => gate.close());
}

/** The page holds no facts of its own: after a crash or a hang it is loaded again and asks the core. */
function revivePage(window: BrowserWindow, log: Log): void {
  const contents = window.webContents;
  let patience: NodeJS.Timeout | null = null;
  contents.on("render-process-gone", (_event, { reason, exitCode }) => {
    if (reason === "clean-exit" || window.isDestroyed()) return;
    log("error", "page.gone", { reason, exitCode });
    setTimeout(() => void loadPage(window, log), PAUSE_AFTER_CRASH_MS);
  });
  window.on("unresponsive", () => {
    log("warning", "page.unresponsive");
    patience ??= setTimeout(() => {
      patience = null;
      if (!window.isDestroyed()) contents.forcefullyCrashRenderer();
    }, PATIENCE_MS);
  });
  window.on("responsive", () => {
    if (patience !== null) clearTimeout(patience);
    patience = null;
  });
  window.on("closed", () => {
    if (patience !== null) clearTimeout(patience);
  });
  contents.on("preload-error", (_event, _path, error) => log("error", "preload.failed", { bug: error.name }));
}

const zoomSteps: Readonly<Record<string, number>> = { "+": 1, "=": 1, "-": -1, _: -1 };

/** Text up to 200 % (WCAG 2.2, 1.4.4) without an application menu, which usually brings these keys. */
function offerZoom(window: BrowserWindow): void {
  window.webContents.on("before-input-event", (event, input: Input) => {
    if (input.type !== "keyDown" || input.alt || !(input.control || input.meta)) return;
    const contents = window.webContents;
    const step = zoomSteps[input.key];
    if (step === undefined && input.key !== "0") return;
    event.preventDefault();
    const level = step === undefined ? 0 : contents.getZoomLevel() + step * 0.5;
    // 1.2 to the power of 4 is a little more than 200 %.
    contents.setZoomLevel(Math.min(4, Math.max(-1, level)));
  });
}
