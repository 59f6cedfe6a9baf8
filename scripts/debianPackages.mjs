// The Debian packages that Electron, its display and the SQLite build need: installed as root, named otherwise.
import { existsSync } from "node:fs";
import { findProgram, hasDisplay, isRoot } from "./project.mjs";
import { capture } from "./run.mjs";
import { Advice, say } from "./steps.mjs";

const libraries = [
  "libgtk-3-0",
  "libnss3",
  "libasound2",
  "libgbm1",
  "libxss1",
  "libxtst6",
  "libatspi2.0-0",
  "libdrm2",
  "libsecret-1-0",
  "fonts-dejavu",
  "fonts-noto-core",
];
const display = ["xvfb", "xauth", "dbus", "dbus-x11", "gnome-keyring"];
const buildTools = ["unzip", "python3", "g++", "make"];
/** A print queue whose paper is a PDF, a scanner that is none, and the tools that look at what came out. */
const paper = [
  "cups",
  "printer-driver-cups-pdf",
  "sane-utils",
  "poppler-utils",
  "tesseract-ocr",
  "zbar-tools",
];

/** Programs that make PDFs, each in its own way: only `npm run papers` asks for them. */
const makers = [
  "enscript",
  "ghostscript",
  "groff",
  "imagemagick",
  "img2pdf",
  "libreoffice-calc-nogui",
  "libreoffice-writer-nogui",
  "librsvg2-bin",
  "mupdf-tools",
  "qpdf",
  "texlive-latex-base",
];

/** A tool that is there counts, whoever installed it. */
const programs = { unzip: "unzip", python3: "python3", "g++": "g++", make: "make", xvfb: "Xvfb" };

/**
 * @param {string[]} names
 * @returns {Promise<string[]>}
 */
async function missingOf(names) {
  const { output } = await capture("dpkg-query", ["-W", "-f", `\${db:Status-Status} \${Package}\n`]);
  const installed = new Set(
    output
      .split("\n")
      .filter((line) => line.startsWith("installed "))
      .map((line) => line.slice("installed ".length)),
  );
  return names.filter((name) => {
    // Debian 13 and Ubuntu 24.04 renamed libraries for 64-bit time: libgtk-3-0t64.
    if (installed.has(name) || installed.has(`${name}t64`)) return false;
    const program = Object.entries(programs).find(([packageName]) => packageName === name)?.[1];
    return program === undefined || findProgram(program) === null;
  });
}

/** @param {string} name */
async function nameHere(name) {
  const { output } = await capture("apt-cache", ["policy", name]);
  return /Candidate: (?!\(none\))/.test(output) ? name : `${name}t64`;
}

/** @param {string[]} args */
async function apt(args) {
  const result = await capture("apt-get", args, {
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  });
  if (result.code !== 0) {
    throw new Advice(`apt-get ${args.join(" ")} failed:\n${result.output}${result.errors}`);
  }
}

export async function installDebianPackages() {
  await install([...libraries, ...(hasDisplay() ? [] : display), ...buildTools]);
}

/** Only the end-to-end tests print for real. */
export async function installPaperPackages() {
  await install(paper);
}

export async function installMakers() {
  await install(makers);
}

/** @param {string[]} wanted */
async function install(wanted) {
  if (process.platform !== "linux" || !existsSync("/usr/bin/dpkg-query")) return;
  const missing = await missingOf(wanted);
  if (missing.length === 0) return;
  if (!isRoot || findProgram("apt-get") === null) {
    say(`These Debian packages are missing: sudo apt-get install ${missing.join(" ")}`);
    return;
  }
  say(`Installing ${missing.length} Debian packages: ${missing.join(" ")} …`);
  await apt(["update", "-q"]);
  const names = [];
  for (const name of missing) names.push(await nameHere(name));
  await apt(["install", "-y", "-q", "--no-install-recommends", ...names]);
}
