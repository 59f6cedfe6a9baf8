/** Decodes a JPEG, PNG or TIFF into grey pictures: what a signed page needs, and a third of the bytes. */
import { decode as decodePng } from "fast-png";
import jpeg from "jpeg-js";
import tiff, { type IFD } from "utif2";
import { z } from "zod";
import { fileKindOf } from "../fileKind.ts";
import { isTurned, jpegOrientation, turnPixels } from "./orientation.ts";

export interface Picture {
  width: number;
  height: number;
  /** One byte a dot, row by row: 0 is black, 255 white. */
  grey: Uint8Array;
  dotsPerInch: number | null;
}

/** A3 at 600 dots per inch; beyond it no paper is worth the memory. */
const MOST_DOTS = 70_000_000;

export class TooManyDots extends Error {}

function assertSize(width: number, height: number): void {
  if (width * height > MOST_DOTS) throw new TooManyDots("The picture has too many dots.");
  if (!(width > 0 && height > 0)) throw new Error("The picture has no size.");
}

/** Rec. 601 luma in whole numbers; what is transparent lies on white paper. */
function greyOf(data: ArrayLike<number>, dots: number, channels: number, shift: number): Uint8Array {
  const grey = new Uint8Array(dots);
  const isColour = channels >= 3;
  const hasAlpha = channels === 2 || channels === 4;
  for (let dot = 0, at = 0; dot < dots; dot += 1, at += channels) {
    const red = (data[at] ?? 0) >> shift;
    const luma = isColour
      ? (red * 77 + ((data[at + 1] ?? 0) >> shift) * 150 + ((data[at + 2] ?? 0) >> shift) * 29) >> 8
      : red;
    const alpha = hasAlpha ? (data[at + channels - 1] ?? 0) >> shift : 255;
    grey[dot] = alpha === 255 ? luma : Math.round((luma * alpha + 255 * (255 - alpha)) / 255);
  }
  return grey;
}

/** JFIF's density, in dots per inch or per centimetre (JFIF 1.02, APP0); null where it is only a ratio. */
function jpegDensity(bytes: Buffer): number | null {
  const at = bytes.subarray(0, 4096).indexOf("JFIF\0");
  if (at < 0 || at + 10 > bytes.length) return null;
  const unit = bytes[at + 7];
  const density = bytes.readUInt16BE(at + 8);
  if (density < 2) return null;
  if (unit === 1) return density;
  return unit === 2 ? Math.round(density * 2.54) : null;
}

function fromJpeg(bytes: Buffer): Picture {
  const { width, height, data } = jpeg.decode(bytes, {
    useTArray: true,
    formatAsRGBA: false,
    // A page that a dying scanner cut off half-way is no page.
    tolerantDecoding: false,
    maxResolutionInMP: MOST_DOTS / 1_000_000,
    maxMemoryUsageInMB: 900,
  });
  const picture = {
    width,
    height,
    grey: greyOf(data, width * height, 3, 0),
    dotsPerInch: jpegDensity(bytes),
  };
  const orientation = jpegOrientation(bytes);
  return isTurned(orientation) ? { ...picture, ...turnPixels(picture, orientation) } : picture;
}

/** Spreads samples of less than a byte, each row of them beginning a new byte. */
function unpack(data: ArrayLike<number>, width: number, height: number, depth: number): Uint8Array {
  const rowBytes = Math.ceil((width * depth) / 8);
  const most = 2 ** depth - 1;
  const samples = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const bit = x * depth;
      const byte = data[y * rowBytes + (bit >> 3)] ?? 0;
      samples[y * width + x] = (byte >> (8 - depth - (bit & 7))) & most;
    }
  return samples;
}

function fromPng(bytes: Buffer): Picture {
  assertSize(bytes.readUInt32BE(16), bytes.readUInt32BE(20));
  const png = decodePng(bytes, { checkCrc: true });
  const { width, height, depth, palette } = png;
  const dots = width * height;
  const dotsPerInch = png.resolution?.unit === 1 ? Math.round(png.resolution.x * 0.0254) : null;
  const samples = depth < 8 ? unpack(png.data, width, height, depth) : png.data;
  if (palette !== undefined) {
    const shades = palette.map((colour) => greyOf(colour, 1, 3, 0)[0] ?? 255);
    return { width, height, dotsPerInch, grey: Uint8Array.from(samples, (index) => shades[index] ?? 255) };
  }
  if (depth < 8) {
    const most = 2 ** depth - 1;
    return { width, height, dotsPerInch, grey: Uint8Array.from(samples, (value) => (value * 255) / most) };
  }
  return { width, height, dotsPerInch, grey: greyOf(samples, dots, png.channels, depth === 16 ? 8 : 0) };
}

const number = z.array(z.number()).min(1);

function tag(directory: IFD, name: string): number | null {
  return number.safeParse(directory[name]).data?.[0] ?? null;
}

/** TIFF 6.0: 256 and 257 are the size, 282 dots a unit, 296 the unit (2 inch, 3 centimetre). */
function fromTiff(bytes: Buffer): Picture[] {
  return tiff.decode(bytes).map((directory) => {
    assertSize(tag(directory, "t256") ?? 0, tag(directory, "t257") ?? 0);
    tiff.decodeImage(bytes, directory);
    const { width, height } = directory;
    assertSize(width, height);
    const density = tag(directory, "t282");
    const perInch = density === null ? null : density * (tag(directory, "t296") === 3 ? 2.54 : 1);
    return {
      width,
      height,
      dotsPerInch: perInch === null || perInch < 2 ? null : Math.round(perInch),
      grey: greyOf(tiff.toRGBA8(directory), width * height, 4, 0),
    };
  });
}

/** Throws for what cannot be decoded whole, and `TooManyDots`. Empty for what is no picture. */
export function decodePictures(content: Uint8Array): Picture[] {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  switch (fileKindOf(bytes)?.mime) {
    case "image/jpeg":
      return [fromJpeg(bytes)];
    case "image/png":
      return [fromPng(bytes)];
    case "image/tiff":
      return fromTiff(bytes);
    default:
      return [];
  }
}
