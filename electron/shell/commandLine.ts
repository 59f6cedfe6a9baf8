/** The command line: what this program takes, and what a packaged build refuses in a plain sentence. */

/** Switches of Counterfoil itself. */
const ownSwitches = ["provision", "training"];

/**
 * What a desktop, an installer or an administrator may add to a packaged build: language, keyring, scaling,
 * display server, a broken graphics driver. Anything else could open the program to somebody (an inspector, a
 * preloaded script, a proxy, another profile, no sandbox), so it is not on this list.
 */
const harmlessSwitches = [
  "lang",
  "password-store",
  "force-device-scale-factor",
  "high-dpi-support",
  "ozone-platform",
  "ozone-platform-hint",
  "enable-wayland-ime",
  "disable-gpu",
  "updated",
];

function switchName(argument: string): string | null {
  const match = /^--?([^=]+)/.exec(argument);
  return match?.[1]?.toLowerCase() ?? null;
}

/**
 * The first switch that a packaged build does not take, or null. Chromium does not start as root without
 * `--no-sandbox`, so there and only there it is taken.
 */
export function refusedSwitch(args: readonly string[], { isRoot }: { isRoot: boolean }): string | null {
  const allowed = new Set([...ownSwitches, ...harmlessSwitches, ...(isRoot ? ["no-sandbox"] : [])]);
  for (const argument of args) {
    const name = switchName(argument);
    // macOS adds a process serial number to what it opens from the Finder.
    if (name !== null && !allowed.has(name) && !name.startsWith("psn_")) return `--${name}`;
  }
  return null;
}

/** Variables that would move a packaged till to other data, or let somebody look inside it. */
const refusedVariables = ["COUNTERFOIL_DATA_DIR", "ELECTRON_RUN_AS_NODE"] as const;

export function refusedVariable(environment: NodeJS.ProcessEnv): string | null {
  return refusedVariables.find((name) => environment[name]) ?? null;
}

export type StartOptions = {
  training: boolean;
  /** A file of DESIGN's `provision` form, for unattended roll-out. */
  provisionFile: string | null;
};

function switchValue(args: readonly string[], name: string): string | null {
  for (const [at, argument] of args.entries()) {
    if (argument.startsWith(`--${name}=`)) return argument.slice(name.length + 3);
    const next = args[at + 1];
    if (argument === `--${name}` && next !== undefined && !next.startsWith("--")) return next;
  }
  return null;
}

export function readStartOptions(args: readonly string[], environment: NodeJS.ProcessEnv): StartOptions {
  return {
    training: args.includes("--training"),
    provisionFile: switchValue(args, "provision") ?? (environment.COUNTERFOIL_PROVISION || null),
  };
}
