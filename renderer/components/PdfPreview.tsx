/** All pages of a document, to be read before anybody signs: zoom and scrolling by keyboard. */
import { ActionIcon, Group } from "@mantine/core";
import { IconArrowsHorizontal, IconMinus, IconPlus } from "@tabler/icons-react";
import type { PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useCall } from "../bridge/useCall.ts";
import { Busy } from "./Busy.tsx";
import { ErrorNote } from "./ErrorNote.tsx";
import { PdfPage } from "./PdfPage.tsx";
import styles from "./PdfPreview.module.css";
import { keepWorkerReady, openPdf } from "./pdfDocument.ts";

const STEP = 1.2;

/** A PDF or a picture of the document store, by its id. */
export function PdfPreview({ documentId, height = "60vh" }: { documentId: string; height?: string }) {
  const { t } = useTranslation("common");
  const read = useCall("documents.read", { documentId });
  if (read.error !== null) return <ErrorNote error={read.error} again={read.again} />;
  if (read.value === undefined) return <Busy>{t("preview.loading")}</Busy>;
  const { name, mime, bytes } = read.value;
  if (mime !== "application/pdf") return <Picture name={name} mime={mime} bytes={bytes} height={height} />;
  return <Pages name={name} bytes={bytes} height={height} />;
}

function Picture(props: { name: string; mime: string; bytes: Uint8Array; height: string }) {
  const { name, mime, bytes, height } = props;
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([bytes.slice()], { type: mime }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [bytes, mime]);
  return (
    <div className={styles.scroll} style={{ height }}>
      {address !== null && <img src={address} alt={name} className={styles.picture} />}
    </div>
  );
}

function Pages({ name, bytes, height }: { name: string; bytes: Uint8Array; height: string }) {
  const { t } = useTranslation("common");
  const scroll = useRef<HTMLDivElement>(null);
  const [pdf, setPdf] = useState<PDFDocumentProxy | null>(null);
  const [failed, setFailed] = useState(false);
  const [zoom, setZoom] = useState(1);
  const [page, setPage] = useState(1);
  // The first page is what somebody waits for: the others are drawn after it.
  const [begun, setBegun] = useState(false);
  const onDrawn = useCallback(() => {
    setBegun(true);
    keepWorkerReady();
  }, []);

  useEffect(() => {
    const task = openPdf(bytes);
    let gone = false;
    setFailed(false);
    setBegun(false);
    task.promise.then(
      (opened) => {
        if (!gone) setPdf(opened);
      },
      () => {
        if (!gone) setFailed(true);
      },
    );
    return () => {
      gone = true;
      setPdf(null);
      void task.destroy();
    };
  }, [bytes]);

  const change = (by: number) => setZoom((now) => Math.min(4, Math.max(0.5, now * by)));
  function onKey(press: KeyboardEvent): void {
    // With Ctrl they are the window's own zoom.
    if (press.ctrlKey || press.metaKey || press.altKey) return;
    if (press.key === "+" || press.key === "=") change(STEP);
    else if (press.key === "-") change(1 / STEP);
    else if (press.key === "0") setZoom(1);
    else return;
    press.preventDefault();
  }

  if (failed) return <p role="alert">{t("preview.failed")}</p>;
  if (pdf === null) return <Busy>{t("preview.loading")}</Busy>;
  const pageNumbers = Array.from({ length: pdf.numPages }, (_, index) => index + 1);
  return (
    <section className={styles.preview} aria-label={t("preview.label", { name })}>
      <Group justify="space-between" className={styles.bar ?? ""}>
        <span>{t("preview.page", { page, pages: pdf.numPages })}</span>
        <span className={styles.keys}>{t("preview.keys")}</span>
        <Group gap="xs">
          <ActionIcon
            variant="default"
            size="lg"
            aria-label={t("preview.zoomOut")}
            onClick={() => change(1 / STEP)}
          >
            <IconMinus size={18} />
          </ActionIcon>
          <ActionIcon
            variant="default"
            size="lg"
            aria-label={t("preview.fitWidth")}
            onClick={() => setZoom(1)}
          >
            <IconArrowsHorizontal size={18} />
          </ActionIcon>
          <ActionIcon
            variant="default"
            size="lg"
            aria-label={t("preview.zoomIn")}
            onClick={() => change(STEP)}
          >
            <IconPlus size={18} />
          </ActionIcon>
        </Group>
      </Group>
      <section
        ref={scroll}
        className={styles.scroll}
        style={{ height }}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached to be scrolled by keys.
        tabIndex={0}
        aria-label={name}
        onKeyDown={onKey}
      >
        {pageNumbers.map((number) => (
          <PdfPage
            key={number}
            pdf={pdf}
            number={number}
            zoom={zoom}
            within={scroll}
            waits={number > 1 && !begun}
            onSeen={setPage}
            onDrawn={onDrawn}
          />
        ))}
      </section>
    </section>
  );
}
