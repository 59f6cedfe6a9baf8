/** Which settings a SANE device offers, read from its own listing, and how a caller's become its arguments. */
import { invalidOption, resolutionIn, type ScanOptions } from "./contract.ts";

export interface SaneOption {
  name: string;
  /** The words or the range as the listing has them, for example `Flatbed|Automatic Document Feeder`. */
  values: string;
  isActive: boolean;
}

/** ` --mode Gray|Color [Gray]`, ` -x 0..200mm [80]`, ` --hand-scanner[=(yes|no)] [no]`. */
const LISTED = /^\s{4}(?:--([a-z][a-z0-9-]*)|-([ltxy]))(?:\[=\(([^)]*)\)\]|\s(.*?))?(?:\s\[([^\]]*)\])?\s*$/;

export function readSaneOptions(listing: string): SaneOption[] {
  return listing.split("\n").flatMap((line) => {
    const found = LISTED.exec(line);
    const name = found?.[1] ?? found?.[2];
    if (found === null || name === undefined) return [];
    return [{ name, values: (found[3] ?? found[4] ?? "").trim(), isActive: found[5] !== "inactive" }];
  });
}

function choices({ values }: SaneOption): string[] {
  return values.includes("..") ? [] : values.split("|").map((value) => value.trim());
}

/** The closest that the device offers: a range (`1..1200dpi`) or a list (`75|150|300dpi`). */
function closestResolution({ values }: SaneOption, wanted: number): number {
  const range = /^(\d+(?:\.\d+)?)\.\.(\d+(?:\.\d+)?)/.exec(values);
  if (range !== null) return Math.min(Math.max(wanted, Number(range[1])), Number(range[2]));
  const offered = values
    .split("|")
    .map((value) => Number.parseFloat(value))
    .filter((value) => value > 0);
  return offered.toSorted((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted))[0] ?? wanted;
}

/** Our own words for what every source has; the device's own names and values are taken as well. */
const feederWords: Readonly<Record<string, RegExp>> = {
  flatbed: /flatbed/i,
  feeder: /^(?!.*(back|duplex)).*(feeder|adf)/i,
  duplex: /duplex/i,
};
const modeWords: Readonly<Record<string, RegExp>> = {
  grey: /gr[ae]y/i,
  colour: /colou?r/i,
  blackAndWhite: /lineart|binary|black/i,
};

function worded(option: SaneOption, value: string, words: Readonly<Record<string, RegExp>>): string {
  const offered = choices(option);
  if (offered.includes(value)) return value;
  const pattern = Object.hasOwn(words, value) ? words[value] : undefined;
  const found = pattern === undefined ? undefined : offered.find((choice) => pattern.test(choice));
  if (found === undefined) throw invalidOption(`${option.name} ${value}`);
  return found;
}

function argument(option: SaneOption, value: string | number | boolean): string[] {
  const text = typeof value === "boolean" ? (value ? "yes" : "no") : String(value);
  const offered = choices(option);
  if (offered.length > 1 && !offered.includes(text)) throw invalidOption(`${option.name} ${text}`);
  return option.name.length === 1 ? [`-${option.name}`, text] : [`--${option.name}=${text}`];
}

export interface SaneSettings {
  args: string[];
  dotsPerInch: number;
  /** Null: until the feeder is empty. */
  pages: number | null;
}

function pagesIn({ pages }: ScanOptions): number | null {
  if (pages === undefined) return null;
  if (typeof pages !== "number" || !Number.isInteger(pages) || pages < 1 || pages > 200)
    throw invalidOption("pages");
  return pages;
}

/** Only what the device itself lists becomes an argument: nobody can slip in one of the program's own. */
export function saneSettings(offered: SaneOption[], options: ScanOptions): SaneSettings {
  const find = (name: string) => offered.find((option) => option.name === name);
  const args: string[] = [];
  const mode = find("mode");
  const wantedMode = String(options.mode ?? "grey");
  if (
    mode !== undefined &&
    (options.mode !== undefined || choices(mode).some((word) => /gr[ae]y/i.test(word)))
  )
    args.push(`--mode=${worded(mode, wantedMode, modeWords)}`);
  const source = find("source");
  let isFeeder = false;
  if (options.source !== undefined) {
    const word = source === undefined ? null : worded(source, String(options.source), feederWords);
    if (word === null) throw invalidOption("source");
    isFeeder = /feeder|adf|duplex/i.test(word);
    args.push(`--source=${word}`);
  } else if (source !== undefined) {
    // A device without a glass has only its feeder.
    isFeeder = !choices(source).some((word) => /flatbed/i.test(word));
  }
  const resolution = find("resolution");
  const dotsPerInch =
    resolution === undefined ? resolutionIn(options) : closestResolution(resolution, resolutionIn(options));
  if (resolution !== undefined) args.push(`--resolution=${dotsPerInch}`);
  const own = new Set(["mode", "source", "resolution", "pages"]);
  for (const [name, value] of Object.entries(options)) {
    if (own.has(name)) continue;
    const option = find(name);
    if (option === undefined) throw invalidOption(name);
    args.push(...argument(option, value));
  }
  const pages = pagesIn(options);
  return { args, dotsPerInch, pages: pages ?? (isFeeder ? null : 1) };
}
