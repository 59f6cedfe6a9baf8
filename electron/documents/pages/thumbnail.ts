/** A page as a small picture for the screen: a few kilobytes instead of the page's own. */
import jpeg from "jpeg-js";
import type { PageTurn } from "../../../shared/api/scanning.ts";
import { reduced } from "./compressing.ts";
import { greyJpeg } from "./greyJpeg.ts";
import { turnPixels } from "./orientation.ts";
import { type Picture, pictureOf } from "./picture.ts";

/** Twice what the screen shows, for those whose dots are half as large. */
const LONGEST_SIDE = 320;
const QUALITY = 50;
/** No paper has it: a thumbnail is shown at the size that the screen gives it. */
const DENSITY = 30;

function asJpeg(picture: Pick<Picture, "width" | "height" | "grey">): string {
  return Buffer.from(greyJpeg(picture, QUALITY, DENSITY)).toString("base64");
}

/** In base64; grey also where the page has colours. */
export function thumbnailOf(picture: Picture): string {
  return asJpeg(reduced({ ...picture, rgb: null }, Math.max(picture.width, picture.height) / LONGEST_SIDE));
}

const orientations = { 0: 1, 90: 6, 180: 3, 270: 8 } as const;

export function turnedThumbnail(thumbnail: string | null, turn: PageTurn): string | null {
  if (thumbnail === null || turn === 0) return thumbnail;
  const { width, height, data } = jpeg.decode(Buffer.from(thumbnail, "base64"), {
    useTArray: true,
    formatAsRGBA: false,
  });
  const picture = pictureOf({ data, channels: 3 }, { width, height, dotsPerInch: null }, false);
  return asJpeg(turnPixels(picture, orientations[turn]));
}
