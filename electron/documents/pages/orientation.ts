/** A camera saves its picture as the sensor saw it and says beside it how to hold it (Exif 2.3, tag 0x0112). */

/** 1 is upright, 3 upside down, 6 and 8 lie on their side; mirrored ones are taken as they are. */
export type Orientation = 1 | 3 | 6 | 8;

const ORIENTATION_TAG = 0x0112;

function inDirectory(tiff: Buffer): number {
  const little = tiff.toString("latin1", 0, 2) === "II";
  const short = (at: number) => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const long = (at: number) => (little ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at));
  const directory = long(4);
  if (directory + 2 > tiff.length) return 1;
  for (let entry = 0; entry < short(directory); entry += 1) {
    const at = directory + 2 + entry * 12;
    if (at + 12 > tiff.length) return 1;
    if (short(at) === ORIENTATION_TAG) return short(at + 8);
  }
  return 1;
}

export function jpegOrientation(bytes: Buffer): Orientation {
  const at = bytes.subarray(0, 65_536).indexOf("Exif\0\0");
  if (at < 0 || at + 14 > bytes.length) return 1;
  const found = inDirectory(bytes.subarray(at + 6));
  return found === 3 || found === 6 || found === 8 ? found : 1;
}

export function isTurned(orientation: Orientation): boolean {
  return orientation !== 1;
}

type Pixels = { width: number; height: number; grey: Uint8Array; rgb: Uint8Array | null };

/** Where a dot goes. */
function placeAfter(
  orientation: Orientation,
  width: number,
  height: number,
): (x: number, y: number) => number {
  switch (orientation) {
    case 1:
      return (x, y) => y * width + x;
    case 3:
      return (x, y) => (height - 1 - y) * width + (width - 1 - x);
    case 6:
      return (x, y) => x * height + (height - 1 - y);
    case 8:
      return (x, y) => (width - 1 - x) * height + y;
  }
}

export function turnPixels({ width, height, grey, rgb }: Pixels, orientation: Orientation): Pixels {
  const place = placeAfter(orientation, width, height);
  const turned = new Uint8Array(grey.length);
  const turnedRgb = rgb === null ? null : new Uint8Array(rgb.length);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const from = y * width + x;
      const to = place(x, y);
      turned[to] = grey[from] ?? 0;
      if (rgb === null || turnedRgb === null) continue;
      turnedRgb[to * 3] = rgb[from * 3] ?? 0;
      turnedRgb[to * 3 + 1] = rgb[from * 3 + 1] ?? 0;
      turnedRgb[to * 3 + 2] = rgb[from * 3 + 2] ?? 0;
    }
  const isUpright = orientation === 1 || orientation === 3;
  return {
    ...(isUpright ? { width, height } : { width: height, height: width }),
    ...{ grey: turned, rgb: turnedRgb },
  };
}
