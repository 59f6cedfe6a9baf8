// What the page can see, do and reach, tried in the real window of the built app.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { isRoot } from "../../scripts/project.mjs";
import { launch, type RunningApp } from "./electron.ts";
import { openNetworkProbe } from "./networkProbe.ts";
import surface from "./windowSurface.json" with { type: "json" };

test.describe.configure({ mode: "serial" });

let dataDir: string;
let running: RunningApp;

test.beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "counterfoil-security-"));
  running = await launch({ dataDir });
});

test.afterAll(async () => {
  await running.app.close();
  await rm(dataDir, { recursive: true, force: true });
});

test("the page stands isolated in Chromium's sandbox, without Node", async () => {
  const preferences = await running.app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    // Electron's own account of the preferences in force; its types leave it out.
    const contents: unknown = window?.webContents;
    const read: unknown = Reflect.get(Object(contents), "getLastWebPreferences");
    return typeof read === "function" ? read.call(contents) : null;
  });
  expect(preferences).toMatchObject({
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    webviewTag: false,
  });
  const switchedOff = await running.app.evaluate(({ app }) => app.commandLine.hasSwitch("no-sandbox"));
  expect(switchedOff).toBe(isRoot);
  const nodeNames = await running.page.evaluate(() =>
    [
      "process",
      "require",
      "module",
      "exports",
      "Buffer",
      "global",
      "__dirname",
      "electron",
      "ipcRenderer",
    ].filter((name) => name in window),
  );
  expect(nodeNames).toEqual([]);
});

test("the page sees exactly these verbs", async () => {
  const seen = await running.page.evaluate(() =>
    Object.fromEntries(
      Object.entries(window.counterfoil)
        .map(([name, value]) => [name, typeof value === "function" ? "function" : Object.keys(value).sort()])
        .sort(),
    ),
  );
  expect(seen).toEqual(surface);
});

test("the bridge cannot be changed, added to or taken away", async () => {
  const outcomes = await running.page.evaluate(() => {
    const bridge: object = window.counterfoil;
    const till: object = window.counterfoil.till;
    return [
      Reflect.set(bridge, "extra", 1),
      Reflect.set(till, "open", () => "mine"),
      Reflect.deleteProperty(till, "open"),
      Reflect.set(window, "counterfoil", {}),
      Reflect.deleteProperty(window, "counterfoil"),
    ];
  });
  expect(outcomes).toEqual([false, false, false, false, false]);
});

test("a fresh realm has no bridge: nothing but our page's top frame gets one", async () => {
  const inFrame = await running.page.evaluate(() => {
    const frame = document.createElement("iframe");
    document.body.append(frame);
    const type = typeof Reflect.get(Object(frame.contentWindow), "counterfoil");
    frame.remove();
    return type;
  });
  expect(inFrame).toBe("undefined");
});

test("every answer carries the policy, and what it forbids does not happen", async () => {
  const policy = await running.page.evaluate(async () => {
    const answer = await fetch("/index.html");
    return answer.headers.get("content-security-policy") ?? "";
  });
  expect(policy).toMatch(/^default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; /);
  expect(policy).toMatch(/style-src 'self' 'nonce-[A-Za-z0-9+/=]{24}'/);
  expect(policy).not.toContain("unsafe-inline");
  const violated = await running.page.evaluate(async () => {
    const directives = new Set<string>();
    const all = new Promise<void>((resolve) => {
      document.addEventListener("securitypolicyviolation", (event) => {
        directives.add(event.effectiveDirective);
        if (directives.size === 3) resolve();
      });
    });
    const script = document.createElement("script");
    script.textContent = "window.inlineRan = true";
    const style = document.createElement("style");
    style.textContent = "body { display: none }";
    const frame = document.createElement("iframe");
    frame.src = "https://lender.example/";
    document.body.append(script, style, frame);
    await all;
    for (const element of [script, style, frame]) element.remove();
    return { directives: [...directives].sort(), ran: "inlineRan" in window };
  });
  expect(violated.ran).toBe(false);
  expect(violated.directives).toEqual(["frame-src", "script-src-elem", "style-src-elem"]);
});

test("text never becomes code", async () => {
  // From a timer: what a test evaluates itself runs under the inspector's own rules.
  const outcome = await running.page.evaluate(
    () =>
      new Promise((resolve) => {
        setTimeout(() => {
          try {
            resolve(new Function("return 1")());
          } catch (error) {
            resolve(error instanceof Error ? error.name : "?");
          }
        });
      }),
  );
  expect(outcome).toBe("EvalError");
});

/** Follows a link and sets the address, as a page would that wants to leave. */
function tryToGo(address: string): Promise<void> {
  return running.page.evaluate((url) => {
    const link = document.createElement("a");
    link.href = url;
    document.body.append(link);
    link.click();
    link.remove();
    window.location.assign(url);
  }, address);
}

for (const address of ["https://lender.example/", "counterfoil://paper/x", "counterfoil://app/other.html"]) {
  test(`the page may not go to ${address}`, async () => {
    const held = running.app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      return new Promise((resolve) => {
        // Added last and read afterwards: what all other listeners made of it.
        contents?.once("will-frame-navigate", (event) => setImmediate(() => resolve(event.defaultPrevented)));
      });
    });
    // The listener has to be there before the page moves.
    await running.app.evaluate(() => undefined);
    await tryToGo(address);
    expect(await held).toBe(true);
    expect(running.page.url()).toBe("counterfoil://app/index.html");
  });
}

for (const address of ["file:///etc/passwd", "data:text/html,<h1>x</h1>", "javascript:document.write(1)"]) {
  test(`Chromium itself does not go to ${address}`, async () => {
    await tryToGo(address);
    await running.page.evaluate(() => fetch("/index.html"));
    expect(await running.page.evaluate(() => [window.location.href, typeof window.counterfoil])).toEqual([
      "counterfoil://app/index.html",
      "object",
    ]);
  });
}

test("no window opens", async () => {
  const opened = await running.page.evaluate(() =>
    ["https://lender.example/", "about:blank", "counterfoil://app/index.html"].map((url) => window.open(url)),
  );
  expect(opened).toEqual([null, null, null]);
  expect(await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

test("no permission is given", async () => {
  const outcomes = await running.page.evaluate(async () => {
    const refusal = (error: unknown) => (error instanceof Error ? error.name : "?");
    return {
      geolocation: await new Promise((resolve) =>
        navigator.geolocation.getCurrentPosition(
          () => resolve("given"),
          (error) => resolve(error.code === error.PERMISSION_DENIED ? "denied" : error.message),
        ),
      ),
      notifications: await Notification.requestPermission(),
      clipboard: await navigator.clipboard.readText().catch(refusal),
      camera: (await navigator.permissions.query({ name: "camera" })).state,
      microphone: (await navigator.permissions.query({ name: "microphone" })).state,
      media: await navigator.mediaDevices.getUserMedia({ audio: true, video: true }).then(
        () => "given",
        () => "no",
      ),
      screen: await navigator.mediaDevices.getDisplayMedia().then(
        () => "given",
        () => "no",
      ),
    };
  });
  expect(outcomes).toEqual({
    geolocation: "denied",
    notifications: "denied",
    clipboard: "NotAllowedError",
    camera: "denied",
    microphone: "denied",
    media: "no",
    screen: "no",
  });
});

test("nothing that the page tries leaves through Chromium", async () => {
  const probe = await openNetworkProbe();
  await running.page.evaluate(async (port) => {
    const http = `http://127.0.0.1:${port}`;
    const settled = (work: Promise<unknown>) =>
      work.then(
        () => "reached",
        () => "refused",
      );
    const element = (name: string, attributes: Record<string, string>) => {
      const made = document.createElement(name);
      for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
      document.body.append(made);
      return made;
    };
    const made = [
      element("img", { src: `${http}/a.png` }),
      element("video", { src: `${http}/a.mp4` }),
      element("link", { rel: "preconnect", href: http }),
      element("link", { rel: "prefetch", href: `${http}/b` }),
      element("link", { rel: "stylesheet", href: `${http}/c.css` }),
      element("div", { style: `background: url(${http}/d.png)` }),
    ];
    navigator.sendBeacon(`${http}/beacon`, "x");
    const form = document.createElement("form");
    form.action = `${http}/form`;
    document.body.append(form);
    form.submit();
    const socket = (() => {
      try {
        return new WebSocket(`ws://127.0.0.1:${port}`);
      } catch {
        return null;
      }
    })();
    const peer = new RTCPeerConnection({
      iceServers: [
        { urls: `stun:127.0.0.1:${port}` },
        { urls: `turn:127.0.0.1:${port}?transport=tcp`, username: "a", credential: "b" },
      ],
    });
    peer.createDataChannel("out");
    const gathered = new Promise((resolve) => {
      peer.addEventListener("icegatheringstatechange", () => {
        if (peer.iceGatheringState === "complete") resolve("gathered");
      });
    });
    await peer.setLocalDescription(await peer.createOffer());
    await Promise.all([
      settled(fetch(`${http}/e`)),
      settled(fetch(`${http}/f`, { mode: "no-cors" })),
      gathered,
    ]);
    peer.close();
    socket?.close();
    form.remove();
    for (const one of made) one.remove();
  }, probe.port);
  // Asked for by the main process itself, past the page's policy: the session refuses all the same.
  const byMain = await running.app.evaluate(
    ({ BrowserWindow }, url) =>
      BrowserWindow.getAllWindows()[0]
        ?.webContents.session.fetch(url)
        .then(
          () => "reached",
          () => "refused",
        ),
    `http://127.0.0.1:${probe.port}/g`,
  );
  expect(byMain).toBe("refused");
  expect(probe.contacts).toEqual([]);
  await probe.close();
});

test("a download does not start", async () => {
  const ended = await running.app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    return new Promise((resolve) => {
      contents?.session.once("will-download", (event) => setImmediate(() => resolve(event.defaultPrevented)));
      contents?.downloadURL("data:application/octet-stream,x");
    });
  });
  expect(ended).toBe(true);
});
