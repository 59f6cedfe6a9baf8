/** What no page may do here: leave, open, ask for permissions, download, or reach any network. */
import { app, type Session, type WebContents } from "electron";
import type { Log } from "../logging/log.ts";
import type { CameraGate } from "./cameraGate.ts";

/** Parts of Chromium that would talk to their maker or look around in the network. */
const featuresOff = [
  "AutofillServerCommunication",
  "CertificateTransparencyComponentUpdater",
  "DialMediaRouteProvider",
  "InterestFeedContentSuggestions",
  "MediaRouter",
  "OptimizationHints",
  "Translate",
];

/** Before `ready`. */
export function restrictChromium(): void {
  // Root has to pass --no-sandbox (tests in a container): the sandbox's processes would end in a loop there.
  if (!app.commandLine.hasSwitch("no-sandbox")) app.enableSandbox();
  const given = app.commandLine.getSwitchValue("disable-features");
  app.commandLine.appendSwitch("disable-features", [...(given ? [given] : []), ...featuresOff].join(","));
  app.commandLine.appendSwitch("disable-background-networking");
  app.commandLine.appendSwitch("disable-component-update");
  app.commandLine.appendSwitch("disable-domain-reliability");
  app.commandLine.appendSwitch("no-pings");
}

/** Closes what WebContents offer, for every one that is ever made. */
export function restrictAllPages(log: Log): void {
  app.on("web-contents-created", (_created, contents) => restrictPage(contents, log));
  app.on("certificate-error", (event, _contents, _url, _error, _certificate, answer) => {
    event.preventDefault();
    answer(false);
  });
  app.on("select-client-certificate", (event, _contents, _url, _list, choose) => {
    event.preventDefault();
    choose();
  });
  app.on("login", (event, _contents, _details, _authInfo, answer) => {
    event.preventDefault();
    answer();
  });
}

function restrictPage(contents: WebContents, log: Log): void {
  // WebRTC is no request that a session could refuse: it would send datagrams to any address on its own.
  contents.setWebRTCIPHandlingPolicy("disable_non_proxied_udp");
  // Everything that a page itself starts; the first address and a reload come from the shell and pass.
  contents.on("will-frame-navigate", (event) => {
    event.preventDefault();
    log("warning", "page.navigationRefused");
  });
  contents.on("will-redirect", (event) => event.preventDefault());
  contents.on("will-attach-webview", (event) => event.preventDefault());
  // A page cannot hold the window open: what was typed is kept as a draft.
  contents.on("will-prevent-unload", (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => {
    log("warning", "page.windowRefused");
    return { action: "deny" };
  });
}

/** Only pages of our own window may ever see through a camera; sessions without a gate give nothing at all. */
function restrictPermissions(session: Session, camera: CameraGate | null, log: Log): void {
  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    const isGiven =
      camera?.allows({
        permission,
        media: "mediaTypes" in details ? (details.mediaTypes ?? []) : [],
        address: details.requestingUrl,
        isMainFrame: details.isMainFrame,
      }) ?? false;
    if (!isGiven) log("warning", "page.permissionRefused", { permission });
    answer(isGiven);
  });
  session.setPermissionCheckHandler((_contents, permission, origin, { mediaType, isMainFrame }) => {
    const media = mediaType === undefined ? [] : [mediaType];
    return camera?.allows({ permission, media, address: origin, isMainFrame }) ?? false;
  });
}

/** A session in which pages see only addresses that `mayLoad`: no money and no data can go through Chromium. */
export async function restrictSession(
  session: Session,
  mayLoad: (url: URL) => boolean,
  log: Log,
  camera: CameraGate | null = null,
): Promise<void> {
  restrictPermissions(session, camera, log);
  session.setDevicePermissionHandler(() => false);
  session.setBluetoothPairingHandler((_details, answer) => answer({ confirmed: false }));
  session.setSpellCheckerEnabled(false);
  // No certificate is ever good here, since nothing is fetched over TLS.
  session.setCertificateVerifyProc((_request, answer) => answer(-2));
  session.on("will-download", (event) => {
    event.preventDefault();
    log("warning", "page.downloadRefused");
  });
  session.webRequest.onBeforeRequest((details, answer) => {
    const cancel = !(URL.canParse(details.url) && mayLoad(new URL(details.url)));
    if (cancel) log("warning", "page.requestRefused", { type: details.resourceType });
    answer({ cancel });
  });
  // The second lock, for what is no request (WebRTC, preconnections): a proxy at a port that nobody listens on.
  await session.setProxy({
    mode: "fixed_servers",
    proxyRules: "127.0.0.1:9",
    proxyBypassRules: "<-loopback>",
  });
}
