/** The picture of a document stand's camera: opened because a person asked, and let go as soon as its screen is left. */
import { type RefObject, useCallback, useEffect, useRef, useState } from "react";

export type CameraState =
  | { is: "starting" }
  | { is: "live"; width: number; height: number }
  | { is: "failed"; why: "none" | "refused" | "busy" };

type Failure = Extract<CameraState, { is: "failed" }>["why"];

export type Camera = {
  video: RefObject<HTMLVideoElement | null>;
  state: CameraState;
  cameras: { id: string; name: string }[];
  chosen: string;
  choose: (id: string) => void;
  again: () => void;
  /** The picture as it is now, as a JPEG of every dot that the camera gives; null while there is none. */
  take: () => Promise<Uint8Array<ArrayBuffer> | null>;
};

/** More than any stand has: the camera gives what it can. */
const MOST_WIDTH = 4096;
const MOST_HEIGHT = 3072;
const JPEG_QUALITY = 0.95;

/** Chromium's names for why there is no picture (Media Capture and Streams, getUserMedia). */
function failureOf(error: unknown): Failure {
  const name = error instanceof DOMException ? error.name : "";
  if (name === "NotFoundError" || name === "OverconstrainedError") return "none";
  return name === "NotAllowedError" ? "refused" : "busy";
}

async function openStream(chosen: string): Promise<MediaStream | Failure> {
  const allowed = await window.counterfoil.camera.open();
  if (!allowed.ok) return "refused";
  try {
    return await navigator.mediaDevices.getUserMedia({
      audio: false,
      video: {
        width: { ideal: MOST_WIDTH },
        height: { ideal: MOST_HEIGHT },
        ...(chosen === "" ? {} : { deviceId: { exact: chosen } }),
      },
    });
  } catch (error) {
    return failureOf(error);
  }
}

function letGo(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

async function namedCameras(): Promise<{ id: string; name: string }[]> {
  const devices = await navigator.mediaDevices.enumerateDevices();
  return devices
    .filter(({ kind, deviceId }) => kind === "videoinput" && deviceId !== "")
    .map(({ deviceId, label }, index) => ({ id: deviceId, name: label === "" ? String(index + 1) : label }));
}

async function pictureOf(video: HTMLVideoElement): Promise<Uint8Array<ArrayBuffer> | null> {
  const { videoWidth: width, videoHeight: height } = video;
  if (width === 0 || height === 0) return null;
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext("2d")?.drawImage(video, 0, 0);
  const blob = await canvas.convertToBlob({ type: "image/jpeg", quality: JPEG_QUALITY });
  return new Uint8Array(await blob.arrayBuffer());
}

export function useCamera(): Camera {
  const video = useRef<HTMLVideoElement>(null);
  const [state, setState] = useState<CameraState>({ is: "starting" });
  const [cameras, setCameras] = useState<Camera["cameras"]>([]);
  const [wanted, setWanted] = useState({ id: "", times: 0 });
  const [chosen, setChosen] = useState("");

  useEffect(() => {
    let gone = false;
    let stream: MediaStream | null = null;
    async function start(): Promise<void> {
      setState({ is: "starting" });
      const opened = await openStream(wanted.id);
      if (!(opened instanceof MediaStream)) {
        if (!gone) setState({ is: "failed", why: opened });
        return;
      }
      if (gone) return letGo(opened);
      stream = opened;
      const [track] = opened.getVideoTracks();
      // Unplugged, or taken away by the system.
      track?.addEventListener("ended", () => {
        if (!gone) setState({ is: "failed", why: "none" });
      });
      setChosen(track?.getSettings().deviceId ?? "");
      const shown = video.current;
      if (shown === null) return;
      shown.srcObject = opened;
      await shown.play();
      if (gone) return;
      setState({ is: "live", width: shown.videoWidth, height: shown.videoHeight });
      setCameras(await namedCameras());
    }
    start().catch((error: unknown) => {
      // Played and taken away in the same moment.
      if (!gone) setState({ is: "failed", why: failureOf(error) });
    });
    return () => {
      gone = true;
      if (stream !== null) letGo(stream);
      void window.counterfoil.camera.close();
    };
  }, [wanted]);

  return {
    video,
    state,
    cameras,
    chosen,
    choose: useCallback((id: string) => setWanted((before) => ({ id, times: before.times + 1 })), []),
    again: useCallback(() => setWanted((before) => ({ ...before, times: before.times + 1 })), []),
    take: useCallback(async () => (video.current === null ? null : pictureOf(video.current)), []),
  };
}

/** Whether this computer has a camera at all: its name stays hidden until a person opens it. */
export function useHasCamera(): boolean {
  const [has, setHas] = useState(false);
  useEffect(() => {
    let gone = false;
    const { mediaDevices } = navigator;
    async function look(): Promise<void> {
      const devices = await mediaDevices.enumerateDevices();
      if (!gone) setHas(devices.some(({ kind }) => kind === "videoinput"));
    }
    const lookAgain = () => void look().catch(reportError);
    lookAgain();
    mediaDevices.addEventListener("devicechange", lookAgain);
    return () => {
      gone = true;
      mediaDevices.removeEventListener("devicechange", lookAgain);
    };
  }, []);
  return has;
}
