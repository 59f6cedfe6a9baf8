/** A document of the store, opened for drawing its pages; null until it is, and for what is no PDF. */
import type { PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { useEffect, useState } from "react";
import { useCall } from "../bridge/useCall.ts";
import { openPdf } from "../components/pdfDocument.ts";

export function usePdf(documentId: string, { enabled }: { enabled: boolean }): PDFDocumentProxy | null {
  const { value } = useCall("documents.read", { documentId }, { enabled });
  const [pdf, setPdf] = useState<PDFDocumentProxy | null>(null);
  useEffect(() => {
    if (value === undefined || value.mime !== "application/pdf") return;
    const task = openPdf(value.bytes);
    let gone = false;
    task.promise.then(
      (opened) => {
        if (!gone) setPdf(opened);
      },
      (error: unknown) => {
        // Pages without a picture can still be moved; why this one cannot be drawn belongs in the log.
        if (!gone) reportError(error);
      },
    );
    return () => {
      gone = true;
      setPdf(null);
      void task.destroy();
    };
  }, [value]);
  return pdf;
}
