/** Scans pages, shows them, lets them be put in order, says what is wrong with them, and hands them over. */
import { Button, Group } from "@mantine/core";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { DocumentView } from "../../shared/api/paper.ts";
import type { ScannerView } from "../../shared/api/scanning.ts";
import { Busy } from "../components/Busy.tsx";
import { useCheckWords } from "../components/checkWords.ts";
import { ErrorNote } from "../components/ErrorNote.tsx";
import { CameraView } from "./CameraView.tsx";
import { FileFailures } from "./FileFailures.tsx";
import { PageStrip } from "./PageStrip.tsx";
import { CAMERA, ScanFields } from "./ScanFields.tsx";
import styles from "./Scanning.module.css";
import { useHasCamera } from "./useCamera.ts";
import { pickFiles } from "./useFiles.ts";
import { useScanning } from "./useScanning.ts";

type ScanPanelProps = {
  title: string;
  scanners: ScannerView[];
  /** What is attached already: more pages are added to it. */
  document: DocumentView | null;
  inColour: boolean;
  onUse: (document: DocumentView) => void;
  onClose: () => void;
};

export function ScanPanel({ title, scanners, document, inColour, onUse, onClose }: ScanPanelProps) {
  const { t } = useTranslation("scanning");
  const checkWords = useCheckWords();
  const hasCamera = useHasCamera();
  const work = useScanning({ scanners, hasCamera, document, inColour });
  const { current, pages, chosen, busy, scan, arrange, addPicture, choice, replacing } = work;
  const panel = useRef<HTMLElement>(null);
  // Whoever opened the panel by keyboard goes on in it.
  useEffect(() => panel.current?.querySelector<HTMLElement>("select, button")?.focus(), []);

  const hasSource = scanners.length > 0 || hasCamera;
  const isCamera = choice.sourceId === CAMERA;
  const shown = pages.value?.pages ?? [];
  const warnings = current?.checks.filter(({ level }) => level !== "ok") ?? [];
  return (
    <section ref={panel} className={styles.panel} aria-label={t("title", { what: title })}>
      {!hasSource && <p className={styles.keys}>{t("settings.none")}</p>}
      {hasSource && !work.isFilming && (
        <ScanFields
          scanners={scanners}
          hasCamera={hasCamera}
          choice={choice}
          onChange={work.setChoice}
          disabled={busy}
        />
      )}
      {!work.isFilming && (
        <Group gap="sm">
          {hasSource && (
            <Button
              loading={scan.busy}
              disabled={busy && !scan.busy}
              onClick={() => (isCamera ? work.film(null) : void work.add())}
            >
              {current === null ? t("scan") : t("scanMore")}
            </Button>
          )}
          <Button
            variant="default"
            disabled={busy}
            loading={work.files.busy}
            onClick={() => void work.addFiles(pickFiles())}
          >
            {t("addFiles")}
          </Button>
          {scan.busy && (
            <>
              <Button variant="default" onClick={work.stop}>
                {t("stop")}
              </Button>
              <span role="status">{t("received", { count: work.received })}</span>
            </>
          )}
        </Group>
      )}
      {work.isFilming && (
        <CameraView
          what={title}
          replaces={replacing}
          pages={current?.pages ?? 0}
          busy={addPicture.busy || arrange.busy}
          onPicture={(bytes, straighten) => void work.takePicture(bytes, straighten)}
          onClose={work.stopFilming}
        />
      )}
      <ErrorNote error={scan.error} again={null} />
      <ErrorNote error={arrange.error} again={null} />
      <ErrorNote error={addPicture.error} again={null} />
      <FileFailures failures={work.files.failures} />
      <ErrorNote error={current === null ? null : pages.error} again={pages.again} />
      {current !== null && shown.length === 0 && pages.busy && <Busy>{t("looking")}</Busy>}
      {current !== null && shown.length > 0 && (
        <PageStrip
          documentId={current.documentId}
          pages={shown}
          chosen={Math.min(chosen, shown.length)}
          onChoose={work.setChosen}
          busy={busy}
          onArrange={(wanted, next) => void work.order(wanted, next)}
          onReplace={hasSource ? () => (isCamera ? work.film(chosen) : void work.replace()) : null}
        />
      )}
      {warnings.length > 0 && (
        <ul className={styles.warnings} aria-label={t("warnings")}>
          {warnings.map((check) => (
            <li key={check.code} data-level={check.level}>
              {checkWords(check)}{" "}
              {check.code === "tooLarge" && (
                <Button variant="default" size="compact-sm" disabled={busy} onClick={work.makeSmaller}>
                  {t("smaller")}
                </Button>
              )}
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
