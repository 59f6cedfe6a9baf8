/** Files that survive a power cut: written beside, synced, renamed into place; damaged ones are set aside, never overwritten. */
import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import type { Clock } from "../ports.ts";

/** Makes a creation, renaming or removal in `folder` durable. Windows cannot sync a folder and needs no such step. */
export function syncFolder(folder: string): void {
  if (process.platform === "win32") return;
  const descriptor = openSync(folder, "r");
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** `writeSync` may write less than it was given. */
export function writeFully(descriptor: number, bytes: Uint8Array): void {
  let written = 0;
  while (written < bytes.length) written += writeSync(descriptor, bytes, written, bytes.length - written);
}

/** Writes `chunks` to a file beside `path`, syncs it and renames it over `path`: the old or the new content, never half. */
export function writeDurably(path: string, chunks: Iterable<string | Uint8Array>): void {
  const beside = `${path}.writing`;
  const descriptor = openSync(beside, "w", 0o600);
  try {
    for (const chunk of chunks)
      writeFully(descriptor, typeof chunk === "string" ? Buffer.from(chunk, "utf8") : chunk);
    fsyncSync(descriptor);
  } catch (error) {
    closeSync(descriptor);
    rmSync(beside, { force: true });
    throw error;
  }
  closeSync(descriptor);
  try {
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
  syncFolder(dirname(path));
}

/** A date and time that sorts and may stand in a file name on every system. */
export function fileStamp(epochMs: number): string {
  return new Date(epochMs).toISOString().slice(0, 19).replaceAll(":", "-");
}

/** A name beside `path` that says why and when the file was put there, and that no file has yet. */
export function setAsideName(path: string, why: string, clock: Clock): string {
  const extension = extname(path);
  const stem = join(dirname(path), `${basename(path, extension)}.${why}-${fileStamp(clock.now())}`);
  let name = `${stem}${extension}`;
  for (let copy = 2; existsSync(name); copy += 1) name = `${stem}-${copy}${extension}`;
  return name;
}

/** Renames a file out of the way and returns its new name. */
export function setAside(path: string, why: string, clock: Clock): string {
  const name = setAsideName(path, why, clock);
  renameSync(path, name);
  syncFolder(dirname(path));
  return name;
}
