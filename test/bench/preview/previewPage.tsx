/**
 * What the benchmark puts into the running app's page: our preview as the screens have it, over the real bridge, and
 * bare pdf.js beside it with the same bytes, the same sandboxed page and the same size on the screen.
 */
import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { GlobalWorkerOptions, getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { createRoot } from "react-dom/client";
import { setPerson } from "../../../renderer/bridge/session.ts";
import { PdfPreview } from "../../../renderer/components/PdfPreview.tsx";
import { startTranslations } from "../../../renderer/i18n/start.ts";

startTranslations();

/** The copy of the page's code in here has to know, too, that somebody is signed in. */
export async function begin(): Promise<void> {
  const session = await window.counterfoil.staff.session();
  if (session.ok) setPerson(session.value.signedIn);
}

/** Everything before it stands on the screen two frames later. */
const painted = () =>
  new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));

function stage(): HTMLElement {
  const place = document.createElement("div");
  place.style.cssText = "position: fixed; inset: 0; z-index: 1000; overflow: auto; background: white";
  document.body.append(place);
  return place;
}

/** The first page's drawing says itself when it is done. */
function firstPageDrawn(place: HTMLElement): Promise<HTMLCanvasElement> {
  return new Promise((resolve) => {
    const look = () => {
      const canvas = place.querySelector<HTMLCanvasElement>("canvas[data-drawn]");
      if (canvas === null) return;
      observer.disconnect();
      resolve(canvas);
    };
    const observer = new MutationObserver(look);
    observer.observe(place, { subtree: true, childList: true, attributes: true });
    look();
  });
}

export interface Run {
  ms: number;
  width: number;
  height: number;
}

/** From the call to the core to the first page on the screen. */
export async function ours(documentId: string): Promise<Run> {
  const place = stage();
  const root = createRoot(place);
  const drawn = firstPageDrawn(place);
  const from = performance.now();
  root.render(
    <QueryClientProvider client={new QueryClient()}>
      <MantineProvider>
        <PdfPreview documentId={documentId} height="90vh" />
      </MantineProvider>
    </QueryClientProvider>,
  );
  const { width, height } = await drawn;
  await painted();
  const ms = performance.now() - from;
  root.unmount();
  place.remove();
  return { ms, width, height };
}

/** pdf.js as its own example uses it, from the bytes in hand to the first page on the screen. */
export async function bare(bytes: Uint8Array<ArrayBuffer>, width: number): Promise<Run> {
  GlobalWorkerOptions.workerSrc = new URL("pdfjs/pdf.worker.mjs", document.baseURI).href;
  const place = stage();
  const data = bytes.slice();
  const from = performance.now();
  const task = getDocument({ data });
  const page = await (await task.promise).getPage(1);
  const natural = page.getViewport({ scale: 1 });
  const viewport = page.getViewport({ scale: width / natural.width });
  const canvas = document.createElement("canvas");
  canvas.width = Math.floor(viewport.width);
  canvas.height = Math.floor(viewport.height);
  place.append(canvas);
  await page.render({ canvas, viewport }).promise;
  await painted();
  const ms = performance.now() - from;
  await task.destroy();
  place.remove();
  return { ms, width: canvas.width, height: canvas.height };
}
