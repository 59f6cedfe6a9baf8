// Called by electron-builder once the app lies in its folder: takes out the runtime's own default app.
import { rm } from "node:fs/promises";
import { join } from "node:path";

/** @param {{ appOutDir: string, packager: { getResourcesDir(appOutDir: string): string } }} context */
export default async function afterPack({ appOutDir, packager }) {
  await rm(join(packager.getResourcesDir(appOutDir), "default_app.asar"), { force: true });
}
