/** Decodes a JPEG, PNG or TIFF: into grey pictures, which is what a signed page needs, and in colour where asked for. */
import { decode as decodePng } from "fast-png";
import jpeg from "jpeg-js";
import tiff, { type IFD } from "utif2";
import { z } from "zod";
import { fileKindOf } from "../fileKind.ts";
import { isWholeTiff } from "../tiffDirectories.ts";
import { isTurned, jpegOrientation, turnPixels } from "./orientation.ts";

export interface Picture {
  width: number;
  height: number;
  /** One byte a dot, row by row: 0 is black, 255 white. */
  grey: Uint8Array;
  /** Red, green and blue of each dot; null where nobody asked for colour. */
  rgb: Uint8Array | null;
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

/** What is transparent lies on white paper here, too. */
function rgbOf(data: ArrayLike<number>, dots: number, channels: number, shift: number): Uint8Array {
  const rgb = new Uint8Array(dots * 3);
  const hasAlpha = channels === 2 || channels === 4;
  for (let dot = 0, at = 0; dot < dots; dot += 1, at += channels) {
    const alpha = hasAlpha ? (data[at + channels - 1] ?? 0) >> shift : 255;
    for (let part = 0; part < 3; part += 1) {
      const value = (data[at + (channels >= 3 ? part : 0)] ?? 0) >> shift;
      rgb[dot * 3 + part] = alpha === 255 ? value : Math.round((value * alpha + 255 * (255 - alpha)) / 255);
    }
  }
  return rgb;
}

/** A picture from samples of 8 bits, or of more that `shift` brings down to 8. */
export function pictureOf(
  { data, channels, shift = 0 }: { data: ArrayLike<number>; channels: number; shift?: number },
  { width, height, dotsPerInch }: Pick<Picture, "width" | "height" | "dotsPerInch">,
  inColour: boolean,
): Picture {
  const dots = width * height;
  return {
    ...{ width, height, dotsPerInch },
    grey: greyOf(data, dots, channels, shift),
    rgb: inColour ? rgbOf(data, dots, channels, shift) : null,
  };
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

function fromJpeg(bytes: Buffer, inColour: boolean): Picture {
  const { width, height, data } = jpeg.decode(bytes, {
    useTArray: true,
    formatAsRGBA: false,
    // A page that a dying scanner cut off half-way is no page.
    tolerantDecoding: false,
    maxResolutionInMP: MOST_DOTS / 1_000_000,
    maxMemoryUsageInMB: 900,
  });
  const size = { width, height, dotsPerInch: jpegDensity(bytes) };
  const picture = pictureOf({ data, channels: 3 }, size, inColour);
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

function fromPng(bytes: Buffer, inColour: boolean): Picture {
  assertSize(bytes.readUInt32BE(16), bytes.readUInt32BE(20));
  const png = decodePng(bytes, { checkCrc: true });
  const { width, height, depth, palette } = png;
  const dotsPerInch = png.resolution?.unit === 1 ? Math.round(png.resolution.x * 0.0254) : null;
  const size = { width, height, dotsPerInch };
  const samples = depth < 8 ? unpack(png.data, width, height, depth) : png.data;
  if (palette !== undefined) {
    const data = new Uint8Array(width * height * 3).fill(255);
    for (const [dot, index] of samples.entries()) data.set(palette[index]?.slice(0, 3) ?? [], dot * 3);
    return pictureOf({ data, channels: 3 }, size, inColour);
  }
  if (depth < 8) {
    const most = 2 ** depth - 1;
    const data = Uint8Array.from(samples, (value) => (value * 255) / most);
    return pictureOf({ data, channels: 1 }, size, inColour);
  }
  return pictureOf({ data: samples, channels: png.channels, shift: depth === 16 ? 8 : 0 }, size, inColour);
}

const number = z.array(z.number()).min(1);

function tag(directory: IFD, name: string): number | null {
  return number.safeParse(directory[name]).data?.[0] ?? null;
}

/** TIFF 6.0: 256 and 257 are the size, 282 dots a unit, 296 the unit (2 inch, 3 centimetre). */
function fromTiff(bytes: Buffer, inColour: boolean): Picture[] {
  // The decoder takes what is missing for black or white and says nothing.
  if (!isWholeTiff(bytes)) throw new Error("The picture is cut off.");
  return tiff.decode(bytes).map((directory) => {
    assertSize(tag(directory, "t256") ?? 0, tag(directory, "t257") ?? 0);
    tiff.decodeImage(bytes, directory);
    const { width, height } = directory;
    assertSize(width, height);
    const density = tag(directory, "t282");
    const perInch = density === null ? null : density * (tag(directory, "t296") === 3 ? 2.54 : 1);
    const dotsPerInch = perInch === null || perInch < 2 ? null : Math.round(perInch);
    return pictureOf(
      { data: tiff.toRGBA8(directory), channels: 4 },
      { width, height, dotsPerInch },
      inColour,
    );
  });
}

/** Throws for what cannot be decoded whole, and `TooManyDots`. Empty for what is no picture. */
export function decodePictures(content: Uint8Array, inColour = false): Picture[] {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  switch (fileKindOf(bytes)?.mime) {
    case "image/jpeg":
      return [fromJpeg(bytes, inColour)];
    case "image/png":
      return [fromPng(bytes, inColour)];
    case "image/tiff":
      return fromTiff(bytes, inColour);
    default:
      return [];
  }
}
