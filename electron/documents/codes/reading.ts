/** Reads our own codes off a scanned page, however the page lies; what other codes hold is nobody's business here. */
import { readFileSync } from "node:fs";
import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";
import { readAgreementCode } from "../../../shared/agreementCode.ts";
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

/** The texts of all agreement codes on the page; none where nothing can be read. */
export async function agreementCodesIn(picture: {
  width: number;
  height: number;
  grey: Uint8Array;
}): Promise<string[]> {
  try {
    prepare();
    const found = await readBarcodes(greyMap(picture), {
      formats: ["QRCode"],
      tryHarder: true,
      tryRotate: true,
      tryInvert: false,
      maxNumberOfSymbols: 8,
    });
    const texts = found.filter(({ isValid, text }) => isValid && readAgreementCode(text) !== null);
    return [...new Set(texts.map(({ text }) => text))];
  } catch {
    // A page whose code cannot be looked for is still a page: it counts as one without a code.
    return [];
  }
}
