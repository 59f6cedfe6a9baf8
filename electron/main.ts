/** Electron's lifecycle and nothing else: opens the core, the window and the bridge between them. */
import { randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { app, session } from "electron";
import { createAgent } from "./agent.ts";
import { bugFacts, createLog } from "./logging/log.ts";
import { openBridge } from "./shell/bridge.ts";
import { createCallRate } from "./shell/callRate.ts";
import { createCameraGate } from "./shell/cameraGate.ts";
import { closeInOrder } from "./shell/closing.ts";
import { readStartOptions, refusedSwitch, refusedVariable } from "./shell/commandLine.ts";
import { createFileDialogs } from "./shell/fileDialogs.ts";
import { createFileTokens } from "./shell/fileTokens.ts";
import { foldersFor } from "./shell/folders.ts";
import { electronKeyring } from "./shell/keyring.ts";
import { installMenu } from "./shell/menu.ts";
import { mayLoadInPage, PAGE_ORIGIN } from "./shell/pageFiles.ts";
import { restrictAllPages, restrictChromium, restrictSession } from "./shell/policy.ts";
import { lockWithComputer } from "./shell/power.ts";
import { createPrinting } from "./shell/printing.ts";
import { registerPageScheme, servePage } from "./shell/protocol.ts";
import { resolveSystemProxy } from "./shell/proxy.ts";
import { createRouter } from "./shell/router.ts";
import { sentence } from "./shell/sentences.ts";
import { openSettings } from "./shell/settings.ts";
import { say, showNote } from "./shell/spoken.ts";
import { asStartRefusal, endWith, StartRefusal } from "./shell/startFailure.ts";
import { forkUtilityProcess } from "./shell/utilityProcess.ts";
import { createMainWindow, focusWindow, guardCamera, loadPage } from "./shell/window.ts";

const args = process.argv.slice(1);
if (app.isPackaged) {
  const refused = refusedSwitch(args, { isRoot: process.getuid?.() === 0 }) ?? refusedVariable(process.env);
  if (refused !== null) endWith("optionRefused", refused);
}

const options = readStartOptions(args, process.env);
const folders = foldersFor({
  platform: process.platform,
  packaged: app.isPackaged,
  environment: process.env,
  appData: app.getPath("appData"),
  exists: existsSync,
});
const log = createLog({
  folder: join(folders.till, "logs"),
  now: Date.now,
  onFailure: (message) => process.stderr.write(`${message}\n`),
});

function endAfterBug(error: unknown): never {
  const reference = randomUUID().slice(0, 8);
  log("error", "app.bug", { reference, ...bugFacts(error) });
  if (!app.isPackaged && error instanceof Error) process.stderr.write(`${error.stack ?? error.message}\n`);
  return endWith("unexpected", reference);
}

function endStart(error: unknown): never {
  const refusal = asStartRefusal(error, folders.till);
  if (refusal === null) return endAfterBug(error);
  log("error", "app.notStarted", { reason: refusal.reason });
  return endWith(refusal.reason, refusal.detail);
}

/** Parsed as JSON only: what it means, and whether it is right, is the core's to say. */
function readProvision(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8").replace(/^\uFEFF/, ""));
  } catch (error) {
    log("error", "provision.unreadable", bugFacts(error));
    throw new StartRefusal("provisionUnreadable", path);
  }
}

async function start(): Promise<void> {
  installMenu({ developing: !app.isPackaged });
  restrictAllPages(log);
  const settings = openSettings(folders.till, Date.now);
  if (settings.setAside !== null) {
    log("error", "settings.setAside", { path: settings.setAside });
  }
  const agent = createAgent({
    dataDir: folders.till,
    keyring: electronKeyring(),
    settings: settings.store,
    printing: await createPrinting(log),
    resolveProxy: resolveSystemProxy,
    forkProcess: forkUtilityProcess,
    log,
    appVersion: app.getVersion(),
    ...(options.provisionFile === null ? {} : { provision: readProvision(options.provisionFile) }),
  });
  await agent.ready;
  if (options.training) await agent.call("setup.startTraining", {});

  const pageSession = session.fromPartition("counterfoil", { cache: false });
  const camera = createCameraGate({ now: () => performance.now(), origin: PAGE_ORIGIN });
  await restrictSession(pageSession, mayLoadInPage, log, camera);
  servePage(pageSession, fileURLToPath(new URL("./renderer/", import.meta.url)));
  const window = createMainWindow({
    preload: fileURLToPath(new URL("./preload.cjs", import.meta.url)),
    session: pageSession,
    devTools: !app.isPackaged,
    log,
  });
  guardCamera(window, camera);
  agent.on("session.locked", camera.close);
  const tokens = createFileTokens();
  openBridge({
    window,
    events: agent,
    answer: createRouter({
      core: agent,
      tokens,
      files: createFileDialogs(window, tokens),
      camera: camera.answer,
      mayPass: createCallRate(() => performance.now()),
      log,
    }),
    log,
  });
  closeInOrder(window, () => agent.close(), log);
  lockWithComputer(agent, log);
  app.on("second-instance", () => focusWindow(window));
  log("info", "app.started", { version: app.getVersion(), electron: process.versions.electron });
  await loadPage(window, log);
  if (settings.setAside !== null) {
    await showNote(window, { message: say("settingsSetAside", settings.setAside), button: "OK" });
  }
}

/** The folders have to be there before `ready`: Chromium's lock lies in its own. */
function prepareFolders(): void {
  try {
    mkdirSync(folders.till, { recursive: true, mode: 0o700 });
    mkdirSync(folders.chromium, { recursive: true, mode: 0o700 });
  } catch (error) {
    endStart(error);
  }
  app.setPath("userData", folders.chromium);
}

registerPageScheme();
restrictChromium();
prepareFolders();
process.on("uncaughtException", endAfterBug);
process.on("unhandledRejection", (error) => log("error", "app.rejection", bugFacts(error)));

// Keyed to Chromium's folder. Another login of this PC is stopped by the core's own lease on the data.
if (app.requestSingleInstanceLock()) {
  app.on("window-all-closed", () => app.quit());
  // Never awaited at top level: Electron becomes ready only after this module has been read to its end.
  app.whenReady().then(start).catch(endStart);
} else {
  // No box: the first copy brings its window to the front, which is what the person looked for.
  process.stderr.write(`${sentence("en", "alreadyRunning")}\n`);
  app.exit(1);
}
