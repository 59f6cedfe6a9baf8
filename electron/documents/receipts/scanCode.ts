/** The code on a receipt: what it holds, and how it is drawn as SVG. Scanned, it opens the entry. */
import { code128, drawingSVG, qrcode } from "bwip-js/generic";

const PREFIX = "CF:";

/** What a barcode reader types for a receipt. */
export function scanTextOf(receiptNo: string): string {
  return `${PREFIX}${receiptNo}`;
}

/** Scales with its box; a reader wants the modules black and sharp. */
export function qrSvg(text: string): string {
  return qrcode({ bcid: "qrcode", text, scale: 1, paddingwidth: 0, paddingheight: 0 }, drawingSVG());
}

/** One row of bars, for readers that know no square codes. */
export function barsSvg(text: string): string {
  return code128(
    { bcid: "code128", text, scale: 1, height: 10, paddingwidth: 0, paddingheight: 0 },
    drawingSVG(),
  );
}
