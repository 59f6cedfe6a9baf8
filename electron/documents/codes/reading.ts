/** Reads our own codes off a scanned page, however the page lies; what other codes hold is nobody's business here. */
import { readFileSync } from "node:fs";
import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";
import { readAgreementCode } from "../../../shared/agreementCode.ts";
import type { PageFacts } from "../pages/pageMessages.ts";
import { readerFile } from "./readerFile.ts";

let isPrepared = false;

/** Without this the package would fetch its WebAssembly from a network. */
function prepare(): void {
  if (isPrepared) return;
  const bytes = readFileSync(readerFile);
  const wasmBinary = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
  prepareZXingModule({ overrides: { wasmBinary } });
  isPrepared = true;
}

/** A plain grey picture as every reader understands it (Netpbm, P5). */
function greyMap({ width, height, grey }: { width: number; height: number; grey: Uint8Array }): Uint8Array {
  const head = Buffer.from(`P5\n${width} ${height}\n255\n`, "latin1");
  return Uint8Array.from(Buffer.concat([head, grey]));
}

/** How a page lies whose code has been turned so far clockwise: codes are printed upright. */
function lieOf(orientation: number): PageFacts["lie"] {
  const quarter = (((Math.round(orientation / 90) * 90) % 360) + 360) % 360;
  if (quarter === 0) return "upright";
  return quarter === 180 ? "upsideDown" : "sideways";
}

export interface ReadCodes {
  /** The texts of all agreement codes on the page; none where nothing can be read. */
  codes: string[];
  /** How the page lies, which its codes tell for certain; null without one. */
  lie: PageFacts["lie"] | null;
}

export async function readAgreementCodes(picture: {
  width: number;
  height: number;
  grey: Uint8Array;
}): Promise<ReadCodes> {
  try {
    prepare();
    const found = await readBarcodes(greyMap(picture), {
      formats: ["QRCode"],
      tryHarder: true,
      tryRotate: true,
      tryInvert: false,
      maxNumberOfSymbols: 8,
    });
    const ours = found.filter(({ isValid, text }) => isValid && readAgreementCode(text) !== null);
    const [first] = ours;
    return {
      codes: [...new Set(ours.map(({ text }) => text))],
      lie: first === undefined ? null : lieOf(first.orientation),
    };
  } catch {
    // A page whose code cannot be looked for is still a page: it counts as one without a code.
    return { codes: [], lie: null };
  }
}
