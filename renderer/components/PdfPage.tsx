/** One page, drawn when it comes near the window, so that a long agreement opens at once. */
import type { PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { type RefObject, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import styles from "./PdfPreview.module.css";

type PdfPageProps = {
  pdf: PDFDocumentProxy;
  number: number;
  /** 1 fits the width. */
  zoom: number;
  within: RefObject<HTMLDivElement | null>;
  /** True as long as a page that matters more is being drawn. */
  waits: boolean;
  onSeen: (number: number) => void;
  onDrawn: (number: number) => void;
};

export function PdfPage({ pdf, number, zoom, within, waits, onSeen, onDrawn }: PdfPageProps) {
  const { t } = useTranslation("common");
  const canvas = useRef<HTMLCanvasElement>(null);
  const [near, setNear] = useState(number === 1);

  useEffect(() => {
    const target = canvas.current;
    if (target === null) return;
    const approaching = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) setNear(true);
      },
      { root: within.current, rootMargin: "100%" },
    );
    const seen = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) onSeen(number);
      },
      { root: within.current, rootMargin: "-49% 0px -49% 0px" },
    );
    approaching.observe(target);
    seen.observe(target);
    return () => {
      approaching.disconnect();
      seen.disconnect();
    };
  }, [within, number, onSeen]);

  useEffect(() => {
    const target = canvas.current;
    if (target === null || !near || waits) return;
    let gone = false;
    let cancel: () => void = () => undefined;
    async function draw(surface: HTMLCanvasElement): Promise<void> {
      const page = await pdf.getPage(number);
      if (gone) return;
      const width = (within.current?.clientWidth ?? 800) - 32;
      const natural = page.getViewport({ scale: 1 });
      const viewport = page.getViewport({ scale: (width / natural.width) * zoom * window.devicePixelRatio });
      surface.width = Math.floor(viewport.width);
      surface.height = Math.floor(viewport.height);
      surface.style.width = `${viewport.width / window.devicePixelRatio}px`;
      surface.style.height = `${viewport.height / window.devicePixelRatio}px`;
      const task = page.render({ canvas: surface, viewport });
      cancel = () => task.cancel();
      await task.promise;
      surface.dataset.drawn = String(number);
      onDrawn(number);
    }
    draw(target).catch((error: unknown) => {
      // A drawing that was called off for a newer zoom ends with this; anything else is a bug and is told.
      if (gone) return;
      reportError(error);
      onDrawn(number);
    });
    return () => {
      gone = true;
      cancel();
    };
  }, [pdf, number, zoom, near, waits, within, onDrawn]);

  return (
    <canvas
      ref={canvas}
      className={styles.page}
      role="img"
      aria-label={t("preview.page", { page: number, pages: pdf.numPages })}
    />
  );
}
