/** What a document stand's camera sees: a page that lies askew on a dark table, drawn dot by dot, as a JPEG. */
import jpeg from "jpeg-js";
import { decodePictures } from "../../electron/documents/pages/picture.ts";

export interface Table {
  width: number;
  height: number;
  /** How bright the table is: 0 is black. */
  shade: number;
  /** Where the middle of the page lies, how high it is in dots, and how far it is turned clockwise, in radians. */
  page: { x: number; y: number; height: number; turn: number };
}

/** The page's picture has to be upright. */
export function onTable(page: Uint8Array, { width, height, shade, page: place }: Table): Buffer {
  const [picture] = decodePictures(page, true);
  if (picture?.rgb === null || picture === undefined) throw new Error("The page is no picture.");
  const data = Buffer.alloc(width * height * 4, 255);
  const scale = picture.height / place.height;
  const [cosine, sine] = [Math.cos(place.turn), Math.sin(place.turn)];
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const [across, down] = [x - place.x, y - place.y];
      const fromX = Math.floor((across * cosine + down * sine) * scale + picture.width / 2);
      const fromY = Math.floor((-across * sine + down * cosine) * scale + picture.height / 2);
      const isPaper = fromX >= 0 && fromX < picture.width && fromY >= 0 && fromY < picture.height;
      for (let channel = 0; channel < 3; channel += 1)
        data[(y * width + x) * 4 + channel] = isPaper
          ? (picture.rgb[(fromY * picture.width + fromX) * 3 + channel] ?? 0)
          : shade;
    }
  return Buffer.from(jpeg.encode({ width, height, data }, 90).data);
}
