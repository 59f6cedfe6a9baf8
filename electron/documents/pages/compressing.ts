/** Makes a picture small, in grey or in colour: at most 200 dots per inch, clean paper, and a JPEG that fits its page's budget. */
import jpeg from "jpeg-js";
import { greyJpeg } from "./greyJpeg.ts";
import type { Picture } from "./picture.ts";

/** Legible on paper and on a screen; more dots only weigh more. */
export const TARGET_DOTS_PER_INCH = 200;

/** For a page of A4; larger and smaller paper in proportion. */
const TARGET_PAGE_BYTES = 290 * 1024;
const A4_SQUARE_INCHES = 8.27 * 11.69;

/** From good to still legible. */
const qualities = [72, 50, 34] as const;

/** A scanner's picture has its own density; a camera's has none worth believing: then it is a sheet of A4. */
export function densityOf({ width, height, dotsPerInch }: Picture, asked: number | null): number {
  const said = dotsPerInch ?? asked;
  const inches = said === null ? 0 : Math.max(width, height) / said;
  // A camera writes 72 whatever it saw, and the page would be a poster; some programs write thousands, and it would be a
  // stamp on which nothing can be read once it is made light.
  if (said !== null && inches >= 2 && inches <= 24) return said;
  return Math.max(Math.round(Math.max(width, height) / 11.69), 1);
}

/** One kind of sample of a picture, or of its small one. */
interface Samples {
  data: Uint8Array;
  channels: 1 | 3;
}

function reducedSamples(
  { data, channels }: Samples,
  picture: Picture,
  { width, height, factor }: { width: number; height: number; factor: number },
): Uint8Array {
  const small = new Uint8Array(width * height * channels);
  for (let channel = 0; channel < channels; channel += 1)
    for (let y = 0; y < height; y += 1) {
      const top = Math.floor(y * factor);
      const bottom = Math.min(Math.max(Math.floor((y + 1) * factor), top + 1), picture.height);
      for (let x = 0; x < width; x += 1) {
        const left = Math.floor(x * factor);
        const right = Math.min(Math.max(Math.floor((x + 1) * factor), left + 1), picture.width);
        let sum = 0;
        for (let row = top; row < bottom; row += 1)
          for (let at = row * picture.width + left; at < row * picture.width + right; at += 1)
            sum += data[at * channels + channel] ?? 0;
        small[(y * width + x) * channels + channel] = sum / ((bottom - top) * (right - left));
      }
    }
  return small;
}

/** Averages whole blocks of dots: soft edges keep small print legible. */
export function reduced(picture: Picture, factor: number): Picture {
  if (factor <= 1) return picture;
  const width = Math.max(Math.floor(picture.width / factor), 1);
  const height = Math.max(Math.floor(picture.height / factor), 1);
  const size = { width, height, factor };
  const { grey, rgb } = picture;
  return {
    ...{ ...picture, width, height },
    grey: reducedSamples({ data: grey, channels: 1 }, picture, size),
    rgb: rgb === null ? null : reducedSamples({ data: rgb, channels: 3 }, picture, size),
  };
}

/** Paper that is nearly white becomes white: it costs next to nothing then, and the ink stands out. */
function shades(paperBrightness: number): Uint8Array {
  const white = paperBrightness >= 190 ? paperBrightness - 12 : 255;
  return Uint8Array.from({ length: 256 }, (_, value) => Math.min(255, Math.round((value * 255) / white)));
}

/** A copy of a card or a passport, whose colours say whether it is one: fine enough to read its smallest line. */
const COLOUR_QUALITY = 70;

function colourJpeg({ width, height, rgb }: { width: number; height: number; rgb: Uint8Array }): Uint8Array {
  const data = new Uint8Array(width * height * 4).fill(255);
  for (let dot = 0; dot < width * height; dot += 1) {
    data[dot * 4] = rgb[dot * 3] ?? 0;
    data[dot * 4 + 1] = rgb[dot * 3 + 1] ?? 0;
    data[dot * 4 + 2] = rgb[dot * 3 + 2] ?? 0;
  }
  return Uint8Array.from(jpeg.encode({ width, height, data }, COLOUR_QUALITY).data);
}

export function compressed(picture: Picture, density: number, paperBrightness: number): Uint8Array {
  const { width, height, rgb } = picture;
  if (rgb !== null) return colourJpeg({ width, height, rgb });
  const table = shades(paperBrightness);
  const clean = { width, height, grey: picture.grey.map((value) => table[value] ?? 0) };
  const budget = TARGET_PAGE_BYTES * ((width * height) / (density * density) / A4_SQUARE_INCHES);
  let smallest: Uint8Array = new Uint8Array();
  for (const quality of qualities) {
    smallest = greyJpeg(clean, quality, density);
    if (smallest.byteLength <= budget) break;
  }
  return smallest;
}
