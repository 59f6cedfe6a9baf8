/** Scans pages, shows them, lets them be put in order, says what is wrong with them, and hands them over. */
import { Button, Group } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { DocumentView } from "../../shared/api/paper.ts";
import type { ScannerView } from "../../shared/api/scanning.ts";
import { useAction } from "../bridge/useAction.ts";
import { useCall } from "../bridge/useCall.ts";
import { Busy } from "../components/Busy.tsx";
import { ErrorNote } from "../components/ErrorNote.tsx";
import { type PageWanted, replaced } from "./arranging.ts";
import { PageStrip } from "./PageStrip.tsx";
import { optionsOf, type ScanChoice, ScanFields } from "./ScanFields.tsx";
import styles from "./Scanning.module.css";

type ScanPanelProps = {
  title: string;
  scanners: ScannerView[];
  /** What is attached already: more pages are added to it. */
  document: DocumentView | null;
  onUse: (document: DocumentView) => void;
  onClose: () => void;
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

export function ScanPanel({ title, scanners, document, onUse, onClose }: ScanPanelProps) {
  const { t } = useTranslation("scanning");
  const [current, setCurrent] = useState(document);
  const [chosen, setChosen] = useState(1);
  const [choice, setChoice] = useState<ScanChoice>({
    sourceId: scanners[0]?.id ?? "",
    feeder: "device",
    resolution: 200,
  });
  const scan = useAction("documents.scan");
  const stop = useAction("scanners.stop");
  const arrange = useAction("documents.arrange");
  const pages = useCall(
    "documents.pages",
    { documentId: current?.documentId ?? "" },
    { enabled: current !== null, keepPrevious: true },
  );
  const received = useProgress(choice.sourceId, scan.busy);
  const busy = scan.busy || arrange.busy;
  const { sourceId } = choice;
  const panel = useRef<HTMLElement>(null);
  // Whoever opened the panel by keyboard goes on in it.
  useEffect(() => panel.current?.querySelector<HTMLElement>("select, button")?.focus(), []);

  async function add(): Promise<void> {
    const added = await scan.run({
      sourceId,
      options: optionsOf(scanners, choice),
      ...(current === null ? {} : { documentId: current.documentId }),
    });
    if (!added.ok) return;
    setCurrent(added.value);
    setChosen(added.value.pages);
  }

  async function order(wanted: PageWanted[], next: number): Promise<void> {
    if (current === null) return;
    const arranged = await arrange.run({ documentId: current.documentId, pages: wanted });
    if (!arranged.ok) return;
    setCurrent(arranged.value);
    setChosen(Math.min(next, arranged.value.pages));
  }

  async function replace(): Promise<void> {
    if (current === null) return;
    const scanned = await scan.run({ sourceId, options: optionsOf(scanners, choice) });
    if (scanned.ok)
      await order(replaced(current.pages, chosen, scanned.value.documentId, scanned.value.pages), chosen);
  }

  const shown = pages.value?.pages ?? [];
  const warnings = current?.checks.filter(({ level }) => level !== "ok") ?? [];
  return (
    <section ref={panel} className={styles.panel} aria-label={t("title", { what: title })}>
      {scanners.length > 0 && (
        <>
          <ScanFields scanners={scanners} choice={choice} onChange={setChoice} disabled={busy} />
          <Group gap="sm">
            <Button loading={scan.busy} disabled={arrange.busy} onClick={() => void add()}>
              {current === null ? t("scan") : t("scanMore")}
            </Button>
            {scan.busy && (
              <>
                <Button variant="default" onClick={() => void stop.run({ sourceId })}>
                  {t("stop")}
                </Button>
                <span role="status">{t("received", { count: received })}</span>
              </>
            )}
          </Group>
        </>
      )}
      <ErrorNote error={scan.error} again={null} />
      <ErrorNote error={arrange.error} again={null} />
      <ErrorNote error={current === null ? null : pages.error} again={pages.again} />
      {current !== null && shown.length === 0 && pages.busy && <Busy>{t("looking")}</Busy>}
      {current !== null && shown.length > 0 && (
        <PageStrip
          documentId={current.documentId}
          pages={shown}
          chosen={Math.min(chosen, shown.length)}
          onChoose={setChosen}
          busy={busy}
          onArrange={(wanted, next) => void order(wanted, next)}
          onReplace={() => void replace()}
        />
      )}
      {warnings.length > 0 && (
        <ul className={styles.warnings} aria-label={t("warnings")}>
          {warnings.map(({ code, level, message }) => (
            <li key={code} data-level={level}>
              {message}
            </li>
          ))}
        </ul>
      )}
      <Group gap="sm">
        <Button
          disabled={current === null || busy}
          onClick={() => {
            if (current !== null) onUse(current);
          }}
        >
          {t("use")}
        </Button>
        <Button variant="default" disabled={scan.busy} onClick={onClose}>
          {t("close")}
        </Button>
      </Group>
    </section>
  );
}
