/** eSCL's own documents (Mopria eSCL 2.9): what a scanner can, how it is, and what is asked of it. */
import { XMLParser } from "fast-xml-parser";
import { z } from "zod";
import { invalidOption, resolutionIn, type ScanOptions } from "./contract.ts";

/** Prefixes are the scanner's own choice; entities of its own are not. */
const parser = new XMLParser({
  removeNSPrefix: true,
  ignoreAttributes: true,
  parseTagValue: false,
  processEntities: false,
  isArray: (name) =>
    [
      "SettingProfile",
      "DiscreteResolution",
      "ColorMode",
      "DocumentFormatExt",
      "DocumentFormat",
      "JobInfo",
    ].includes(name),
});

const dpi = z.coerce.number().int().positive();
const profile = z.object({
  ColorModes: z.object({ ColorMode: z.array(z.string()).default([]) }).optional(),
  DocumentFormats: z
    .object({
      DocumentFormat: z.array(z.string()).default([]),
      DocumentFormatExt: z.array(z.string()).default([]),
    })
    .optional(),
  SupportedResolutions: z
    .object({
      DiscreteResolutions: z
        .object({ DiscreteResolution: z.array(z.object({ XResolution: dpi })).default([]) })
        .optional(),
    })
    .optional(),
});
const inputCaps = z.object({
  MaxWidth: dpi.optional(),
  MaxHeight: dpi.optional(),
  SettingProfiles: z.object({ SettingProfile: z.array(profile).default([]) }).optional(),
});
const capabilities = z.object({
  ScannerCapabilities: z.object({
    Version: z.string().optional(),
    MakeAndModel: z.string().optional(),
    Platen: z.object({ PlatenInputCaps: inputCaps.optional() }).optional(),
    Adf: z
      .object({ AdfSimplexInputCaps: inputCaps.optional(), AdfDuplexInputCaps: inputCaps.optional() })
      .optional(),
  }),
});
export type ScannerAbilities = z.infer<typeof capabilities>["ScannerCapabilities"];

/** Null for what is no such document. */
export function readCapabilities(body: Buffer): ScannerAbilities | null {
  try {
    const read = capabilities.safeParse(parser.parse(body.toString("utf8")));
    return read.success ? read.data.ScannerCapabilities : null;
  } catch {
    // The parser throws for XML that is none: the address is not a scanner's.
    return null;
  }
}

const status = z.object({
  ScannerStatus: z.object({ State: z.string().optional(), AdfState: z.string().optional() }),
});

/** `{}` where the scanner says nothing that we understand. */
export function readStatus(body: Buffer): { state?: string | undefined; adfState?: string | undefined } {
  try {
    const read = status.safeParse(parser.parse(body.toString("utf8")));
    return read.success
      ? { state: read.data.ScannerStatus.State, adfState: read.data.ScannerStatus.AdfState }
      : {};
  } catch {
    return {};
  }
}

export interface EsclSettings {
  xml: string;
  dotsPerInch: number;
  isFeeder: boolean;
}

const colourModes: Readonly<Record<string, string>> = {
  grey: "Grayscale8",
  colour: "RGB24",
  blackAndWhite: "BlackAndWhite1",
};

/** Three hundredths of an inch are eSCL's unit. */
const A4 = { width: 2480, height: 3508 };

function closest(offered: number[], wanted: number): number {
  return offered.toSorted((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted))[0] ?? wanted;
}

/** Throws `invalidInput` for what this scanner has not. */
export function scanSettings(abilities: ScannerAbilities, options: ScanOptions): EsclSettings {
  const unknown = Object.keys(options).find((name) => !["source", "mode", "resolution"].includes(name));
  if (unknown !== undefined) throw invalidOption(unknown);
  const platen = abilities.Platen?.PlatenInputCaps;
  const simplex = abilities.Adf?.AdfSimplexInputCaps;
  const duplex = abilities.Adf?.AdfDuplexInputCaps;
  const source = String(options.source ?? (platen === undefined ? "feeder" : "flatbed"));
  const inputs = new Map([
    ["flatbed", platen],
    ["feeder", simplex],
    ["duplex", duplex],
  ]);
  const caps = inputs.get(source);
  if (caps === undefined) throw invalidOption(`source ${source}`);
  const profiles = caps.SettingProfiles?.SettingProfile ?? [];
  const wantedMode = String(options.mode ?? "grey");
  const wanted = Object.hasOwn(colourModes, wantedMode) ? colourModes[wantedMode] : undefined;
  if (wanted === undefined) throw invalidOption(`mode ${wantedMode}`);
  const modes = profiles.flatMap((one) => one.ColorModes?.ColorMode ?? []);
  // Some scanners know colour only; grey is made of it here.
  const mode =
    modes.length === 0 || modes.includes(wanted)
      ? wanted
      : (modes.find((one) => one === "RGB24") ?? modes[0]);
  const resolutions = profiles.flatMap(
    (one) =>
      one.SupportedResolutions?.DiscreteResolutions?.DiscreteResolution.map(
        ({ XResolution }) => XResolution,
      ) ?? [],
  );
  const formats = profiles.flatMap((one) => [
    ...(one.DocumentFormats?.DocumentFormatExt ?? []),
    ...(one.DocumentFormats?.DocumentFormat ?? []),
  ]);
  const format = formats.length === 0 || formats.includes("image/jpeg") ? "image/jpeg" : "application/pdf";
  const dotsPerInch = closest(resolutions, resolutionIn(options));
  const width = Math.min(caps.MaxWidth ?? A4.width, A4.width);
  const height = Math.min(caps.MaxHeight ?? A4.height, A4.height);
  const isFeeder = source !== "flatbed";
  const xml = `<?xml version="1.0" encoding="UTF-8"?>
<scan:ScanSettings xmlns:scan="http://schemas.hp.com/imaging/escl/2011/05/03" xmlns:pwg="http://www.pwg.org/schemas/2010/12/sm">
  <pwg:Version>${/^\d\.\d{1,2}$/.test(abilities.Version ?? "") ? abilities.Version : "2.0"}</pwg:Version>
  <scan:Intent>Document</scan:Intent>
  <pwg:ScanRegions><pwg:ScanRegion>
    <pwg:ContentRegionUnits>escl:ThreeHundredthsOfInches</pwg:ContentRegionUnits>
    <pwg:XOffset>0</pwg:XOffset><pwg:YOffset>0</pwg:YOffset>
    <pwg:Width>${width}</pwg:Width><pwg:Height>${height}</pwg:Height>
  </pwg:ScanRegion></pwg:ScanRegions>
  <pwg:InputSource>${isFeeder ? "Feeder" : "Platen"}</pwg:InputSource>
  <scan:Duplex>${source === "duplex"}</scan:Duplex>
  <scan:ColorMode>${mode}</scan:ColorMode>
  <scan:XResolution>${dotsPerInch}</scan:XResolution><scan:YResolution>${dotsPerInch}</scan:YResolution>
  <pwg:DocumentFormat>${format}</pwg:DocumentFormat><scan:DocumentFormatExt>${format}</scan:DocumentFormatExt>
</scan:ScanSettings>`;
  return { xml, dotsPerInch, isFeeder };
}
