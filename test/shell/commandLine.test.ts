// What the program takes on its command line, and what a packaged build refuses.
import { expect, test } from "vitest";
import { readStartOptions, refusedSwitch, refusedVariable } from "../../electron/shell/commandLine.ts";

const refused: [args: string[], found: string][] = [
  [["--inspect"], "--inspect"],
  [["--inspect=0.0.0.0:9229"], "--inspect"],
  [["--inspect-brk"], "--inspect-brk"],
  [["-inspect"], "--inspect"],
  [["--INSPECT"], "--inspect"],
  [["--remote-debugging-port=0"], "--remote-debugging-port"],
  [["--remote-debugging-pipe"], "--remote-debugging-pipe"],
  [["--js-flags=--expose-gc"], "--js-flags"],
  [["--require", "/tmp/x.js"], "--require"],
  [["-r", "/tmp/x.js"], "--r"],
  [["--load-extension=/tmp/x"], "--load-extension"],
  [["--user-data-dir=/tmp/x"], "--user-data-dir"],
  [["--data-dir=/tmp/x"], "--data-dir"],
  [["--proxy-server=evil:80"], "--proxy-server"],
  [["--ignore-certificate-errors"], "--ignore-certificate-errors"],
  [["--disable-web-security"], "--disable-web-security"],
  [["--renderer-cmd-prefix=gdb"], "--renderer-cmd-prefix"],
  [["--no-sandbox"], "--no-sandbox"],
  [["--training", "--inspect"], "--inspect"],
];
test.each(refused)("a packaged build refuses %j", (args, found) => {
  expect(refusedSwitch(args, { isRoot: false })).toBe(found);
});

const taken: string[][] = [
  [],
  ["--training"],
  ["--provision", "/etc/counterfoil.json"],
  ["--provision=/etc/counterfoil.json"],
  ["--lang=sq", "--password-store=gnome-libsecret", "--ozone-platform=wayland"],
  ["-psn_0_12345"],
];
test.each(taken.map((args) => [args]))("a packaged build takes %j", (args) => {
  expect(refusedSwitch(args, { isRoot: false })).toBeNull();
});

test("only root, whom Chromium refuses otherwise, may switch the sandbox off", () => {
  expect(refusedSwitch(["--no-sandbox"], { isRoot: true })).toBeNull();
});

test("variables that would move a packaged till are refused, empty ones are not there", () => {
  expect(refusedVariable({ COUNTERFOIL_DATA_DIR: "/tmp/other" })).toBe("COUNTERFOIL_DATA_DIR");
  expect(refusedVariable({ ELECTRON_RUN_AS_NODE: "1" })).toBe("ELECTRON_RUN_AS_NODE");
  expect(refusedVariable({ ELECTRON_RUN_AS_NODE: "", PATH: "/bin" })).toBeNull();
});

test.each<[args: string[], environment: NodeJS.ProcessEnv, file: string | null]>([
  [[], {}, null],
  [["--provision", "a.json"], {}, "a.json"],
  [["--provision=b.json"], { COUNTERFOIL_PROVISION: "c.json" }, "b.json"],
  [[], { COUNTERFOIL_PROVISION: "c.json" }, "c.json"],
  [[], { COUNTERFOIL_PROVISION: "" }, null],
  [["--provision", "--training"], {}, null],
])("%j with %j is provisioned from %s", (args, environment, file) => {
  expect(readStartOptions(args, environment).provisionFile).toBe(file);
});

test("training is asked for by its name", () => {
  expect(readStartOptions(["--training"], {}).training).toBe(true);
  expect(readStartOptions(["--trainings"], {}).training).toBe(false);
});
