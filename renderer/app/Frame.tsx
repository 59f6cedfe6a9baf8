/** The counter: tasks at the left, office and person above, till, queue and lines below, one task in the middle. */
import { useCallback, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { SetupView } from "../../shared/api/setup.ts";
import { NewsFirst } from "../news/NewsFirst.tsx";
import { BottomLine } from "./BottomLine.tsx";
import type { Scanned } from "./barcode.ts";
import { CommandPalette } from "./CommandPalette.tsx";
import styles from "./Frame.module.css";
import { openScanned } from "./openScanned.ts";
import { PageBoundary } from "./PageBoundary.tsx";
import { PlaceView } from "./PlaceView.tsx";
import { focusPage } from "./pageFocus.ts";
import { useMoves, usePlace } from "./place.ts";
import { TaskList } from "./TaskList.tsx";
import { TopLine } from "./TopLine.tsx";
import { useActivity } from "./useActivity.ts";
import { useBarcode } from "./useBarcode.ts";
import { useFrameKeys } from "./useFrameKeys.ts";
import { useKeptFocus } from "./useKeptFocus.ts";
import { Warnings } from "./Warnings.tsx";

/** Long enough to be read in passing. */
const SCAN_NOTE_MS = 6000;

export function Frame({ office, active }: { office: SetupView; active: boolean }) {
  const { t } = useTranslation("frame");
  const place = usePlace();
  const moves = useMoves();
  const page = useRef<HTMLElement>(null);
  const [finding, setFinding] = useState(false);
  const [scanned, setScanned] = useState<Scanned | null>(null);

  const openPalette = useCallback(() => setFinding(true), []);
  const onScan = useCallback((scan: Scanned) => {
    setScanned(scan);
    openScanned(scan);
  }, []);
  useFrameKeys(openPalette, active);
  useBarcode(onScan, active);
  useActivity(active);
  useKeptFocus(page, active);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each move opens a page, the same place again too.
  useEffect(() => {
    if (active && page.current !== null) focusPage(page.current);
  }, [moves, active]);

  useEffect(() => {
    if (scanned === null) return;
    const timer = window.setTimeout(() => setScanned(null), SCAN_NOTE_MS);
    return () => window.clearTimeout(timer);
  }, [scanned]);

  return (
    <div className={styles.frame} data-training={office.training || undefined}>
      <button type="button" className={styles.skip} onClick={() => page.current?.focus()}>
        {t("skipToTask")}
      </button>
      <TopLine office={office} onFind={openPalette} />
      <TaskList training={office.training} place={place} />
      <main id="task" ref={page} className={styles.page} tabIndex={-1}>
        <Warnings warnings={office.warnings} />
        {scanned !== null && (
          <p className={styles.scanned} role="status">
            {scanned.what === "loan" && t("scan.loan", { loanRef: scanned.loanRef })}
            {scanned.what === "agreement" && t("scan.agreement", { loanRef: scanned.loanRef })}
            {scanned.what === "testPage" && t("scan.testPage")}
            {scanned.what === "receipt" && t("scan.receipt", { receiptNo: scanned.receiptNo })}
            {scanned.what === "unknown" && t("scan.unknown", { text: scanned.text })}
          </p>
        )}
        <PageBoundary key={moves}>
          <NewsFirst place={place}>
            <PlaceView place={place} />
          </NewsFirst>
        </PageBoundary>
      </main>
      <BottomLine />
      {finding && <CommandPalette training={office.training} onClose={() => setFinding(false)} />}
    </div>
  );
}
