/** One page, small: the picture that came with it, or else drawn from the document. */
import type { PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { useEffect, useRef, useState } from "react";
import styles from "./Scanning.module.css";

const WIDTH = 120;
const HEIGHT = 160;

type ThumbnailProps = { pdf: PDFDocumentProxy | null; number: number; small: Uint8Array | null };

export function Thumbnail({ pdf, number, small }: ThumbnailProps) {
  return small === null ? <DrawnThumbnail pdf={pdf} number={number} /> : <SmallPicture bytes={small} />;
}

function SmallPicture({ bytes }: { bytes: Uint8Array }) {
  const [address, setAddress] = useState<string | undefined>(undefined);
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([bytes.slice()], { type: "image/jpeg" }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [bytes]);
  return <img src={address} alt="" className={styles.thumbnail} />;
}

function DrawnThumbnail({ pdf, number }: { pdf: PDFDocumentProxy | null; number: number }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const surface = canvas.current;
    if (surface === null || pdf === null || number > pdf.numPages) return;
    let gone = false;
    let cancel: () => void = () => undefined;
    async function draw(target: HTMLCanvasElement, opened: PDFDocumentProxy): Promise<void> {
      const page = await opened.getPage(number);
      if (gone) return;
      const natural = page.getViewport({ scale: 1 });
      const scale = Math.min(WIDTH / natural.width, HEIGHT / natural.height) * window.devicePixelRatio;
      const viewport = page.getViewport({ scale });
      target.width = Math.max(Math.floor(viewport.width), 1);
      target.height = Math.max(Math.floor(viewport.height), 1);
      const task = page.render({ canvas: target, viewport });
      cancel = () => task.cancel();
      await task.promise;
    }
    draw(surface, pdf).catch((error: unknown) => {
      // A drawing that was called off ends with this; anything else is a bug and is told.
      if (!gone) reportError(error);
    });
    return () => {
      gone = true;
      cancel();
    };
  }, [pdf, number]);
  return <canvas ref={canvas} className={styles.thumbnail} aria-hidden />;
}
