/** The pages that a panel has gathered so far, and everything that can be done to them; each step makes a new document. */
import { useEffect, useState } from "react";
import type { DocumentView } from "../../shared/api/paper.ts";
import type { ScannerView } from "../../shared/api/scanning.ts";
import { useAction } from "../bridge/useAction.ts";
import { useCall } from "../bridge/useCall.ts";
import { type PageWanted, replaced } from "./arranging.ts";
import { CAMERA, optionsOf, type ScanChoice } from "./ScanFields.tsx";
import { type pickFiles, useFiles } from "./useFiles.ts";

type ScanningProps = {
  scanners: ScannerView[];
  hasCamera: boolean;
  document: DocumentView | null;
  inColour: boolean;
};

/** How many pages have come in so far; a scanner that is heard of is at work. */
function useProgress(sourceId: string, busy: boolean): number {
  const [pages, setPages] = useState(0);
  useEffect(() => {
    setPages(0);
    if (!busy) return;
    return window.counterfoil.on("scan.progress", (progress) => {
      if (progress.sourceId === sourceId) setPages(progress.pages);
    });
  }, [sourceId, busy]);
  return pages;
}

function allOf({ pages }: DocumentView): PageWanted[] {
  return Array.from({ length: pages }, (_, index) => ({ number: index + 1 }));
}

export function useScanning({ scanners, hasCamera, document, inColour }: ScanningProps) {
  const [current, setCurrent] = useState(document);
  const [chosen, setChosen] = useState(1);
  const [choiceMade, setChoice] = useState<ScanChoice>({
    sourceId: "",
    feeder: "device",
    resolution: 200,
    inColour,
  });
  /** `page` is the one that the next picture replaces; null where it comes after the others. */
  const [filming, setFilming] = useState<{ page: number | null } | null>(null);
  const scan = useAction("documents.scan");
  const stop = useAction("scanners.stop");
  const arrange = useAction("documents.arrange");
  const addPicture = useAction("documents.addPicture");
  // Until somebody has chosen: the first scanner, and the camera where there is nothing else.
  const sourceId = choiceMade.sourceId || (scanners[0]?.id ?? (hasCamera ? CAMERA : ""));
  const choice = { ...choiceMade, sourceId };
  const files = useFiles(choice.inColour);
  const pages = useCall(
    "documents.pages",
    { documentId: current?.documentId ?? "" },
    { enabled: current !== null, keepPrevious: true },
  );
  const received = useProgress(sourceId, scan.busy);
  const busy = scan.busy || arrange.busy || addPicture.busy || files.busy;
  const colour = { inColour: choice.inColour };
  const onto = current === null ? {} : { documentId: current.documentId };

  function show(made: DocumentView, page: number): void {
    setCurrent(made);
    setChosen(Math.min(page, made.pages));
  }

  async function add(): Promise<void> {
    const added = await scan.run({ sourceId, options: optionsOf(scanners, choice), ...colour, ...onto });
    if (added.ok) show(added.value, added.value.pages);
  }

  async function order(wanted: PageWanted[], next: number): Promise<void> {
    if (current === null) return;
    const arranged = await arrange.run({ documentId: current.documentId, pages: wanted, ...colour });
    if (arranged.ok) show(arranged.value, next);
  }

  async function putInPlace(page: number, made: DocumentView): Promise<void> {
    if (current !== null) await order(replaced(current.pages, page, made.documentId, made.pages), page);
  }

  async function replace(): Promise<void> {
    if (current === null) return;
    const scanned = await scan.run({ sourceId, options: optionsOf(scanners, choice), ...colour });
    if (scanned.ok) await putInPlace(chosen, scanned.value);
  }

  async function takePicture(bytes: Uint8Array<ArrayBuffer>, straighten: boolean): Promise<void> {
    const page = filming?.page ?? null;
    if (page === null || current === null) {
      const added = await addPicture.run({ bytes, straighten, ...colour, ...onto });
      if (added.ok) show(added.value, added.value.pages);
      return;
    }
    const taken = await addPicture.run({ bytes, straighten, ...colour });
    if (!taken.ok) return;
    await putInPlace(page, taken.value);
    // The next picture is the next page.
    setFilming({ page: null });
  }

  async function addFiles(choosing: ReturnType<typeof pickFiles>): Promise<void> {
    const made = await files.take(choosing, current);
    if (made !== null) show(made, made.pages);
  }

  return {
    ...{ current, pages, chosen, setChosen, choice, setChoice, scan, arrange, addPicture, files, busy },
    ...{ received, add, order, replace, takePicture, addFiles },
    isFilming: filming !== null,
    replacing: filming?.page ?? null,
    film: (page: number | null) => setFilming({ page }),
    stopFilming: () => setFilming(null),
    stop: () => void stop.run({ sourceId }),
    makeSmaller: () => {
      if (current !== null) void order(allOf(current), chosen);
    },
  };
}
