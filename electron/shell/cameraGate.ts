/** When the page may see through a camera: from the moment a person asked for it to the moment its screen is left. */
import type { CameraVerb } from "../../shared/channels.ts";
import type { Envelope } from "../../shared/errors.ts";

/** How long ago a hand may have pressed a key or a button for it to count as asking. */
const ASKED_WITHIN_MS = 5_000;

/** What Chromium tells of a page's wish, whether it asks for it or only looks whether it might. */
export interface CameraWish {
  permission: string;
  /** Every kind of medium that is wished for. */
  media: readonly string[];
  /** The address or the origin of the frame that wishes. */
  address: string;
  isMainFrame: boolean;
}

export interface CameraGate {
  /** A key or a button was pressed by a hand, as the window itself has seen it. */
  pressed(): void;
  answer(verb: CameraVerb): Envelope<Record<string, never>>;
  /** Nothing but a picture, for our own page's own frame, while its screen is open. */
  allows(wish: CameraWish): boolean;
  close(): void;
}

export function createCameraGate({ now, origin }: { now: () => number; origin: string }): CameraGate {
  let pressedAt = Number.NEGATIVE_INFINITY;
  let isOpen = false;

  function open(): Envelope<Record<string, never>> {
    if (now() - pressedAt > ASKED_WITHIN_MS)
      return { ok: false, error: { code: "forbidden", message: "Nobody has asked for the camera." } };
    isOpen = true;
    return { ok: true, value: {} };
  }

  function close(): void {
    isOpen = false;
  }

  return {
    pressed() {
      pressedAt = now();
    },
    answer(verb) {
      if (verb === "camera.open") return open();
      close();
      return { ok: true, value: {} };
    },
    allows({ permission, media, address, isMainFrame }) {
      const isOurs = address === origin || address.startsWith(`${origin}/`);
      const isPictureOnly = media.length > 0 && media.every((medium) => medium === "video");
      return isOpen && permission === "media" && isPictureOnly && isOurs && isMainFrame;
    },
    close,
  };
}
