/** Takes files by drop, by the system's dialog, from a scanner or a camera into the document store, and shows what was found in it. */
import { Button } from "@mantine/core";
import { type DragEvent, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { DocumentView } from "../../shared/api/paper.ts";
import { useCall } from "../bridge/useCall.ts";
import { FileFailures } from "../scanning/FileFailures.tsx";
import { ScanPanel } from "../scanning/ScanPanel.tsx";
import { droppedFiles, pickFiles, useFiles } from "../scanning/useFiles.ts";
import { Busy } from "./Busy.tsx";
import { useCheckWords } from "./checkWords.ts";
import styles from "./FileDrop.module.css";

export type FileDropProps = {
  label: string;
  hint?: string;
  /** What is attached now. */
  document: DocumentView | null;
  onDocument: (document: DocumentView) => void;
  onRemove?: () => void;
  /** What was found besides, for example against the loan that it is meant for. */
  moreChecks?: DocumentView["checks"];
  /** A refusal from elsewhere that concerns this file. */
  error?: string | undefined;
  disabled?: boolean;
  /** For copies of cards and passports; an agreement is grey. */
  inColour?: boolean;
};

export function FileDrop(props: FileDropProps) {
  const { label, hint, document, onDocument, onRemove, moreChecks = [], error } = props;
  const { disabled = false, inColour = false } = props;
  const { t } = useTranslation(["common", "scanning"]);
  const title = useId();
  const [over, setOver] = useState(false);
  const { take, busy, failures } = useFiles(inColour);
  const checkWords = useCheckWords();
  const [scanning, setScanning] = useState(false);
  const scanButton = useRef<HTMLButtonElement>(null);
  const listed = useCall("scanners.list", {});
  const scanners = listed.value?.scanners ?? [];

  /** The focus goes back to where the panel was opened, before it is gone. */
  function closePanel(): void {
    scanButton.current?.focus();
    setScanning(false);
  }

  async function use(choosing: ReturnType<typeof pickFiles>): Promise<void> {
    const taken = await take(choosing, null);
    if (taken !== null) onDocument(taken);
  }

  function drop(event: DragEvent): void {
    event.preventDefault();
    setOver(false);
    const { files } = event.dataTransfer;
    if (files.length > 0 && !busy && !disabled) void use(droppedFiles(files));
  }

  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be dropped on everywhere; the button does the same by keyboard. */}
      <div
        role="group"
        aria-labelledby={title}
        className={styles.drop}
        data-over={over || undefined}
        data-filled={document !== null || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(!disabled);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <div className={styles.text}>
          <p className={styles.label} id={title}>
            {label}
          </p>
          {document === null ? (
            <p className={styles.hint}>{hint ?? `${t("files.drop")}, ${t("files.orChoose")}`}</p>
          ) : (
            <>
              <p className={styles.name}>
                {document.name} · {t("files.pages", { count: document.pages })}
              </p>
              {[...document.checks, ...moreChecks]
                .filter(({ level }) => level !== "ok")
                .map((check) => (
                  <p key={check.code} className={styles.check} data-level={check.level}>
                    {checkWords(check)}
                  </p>
                ))}
            </>
          )}
          {error !== undefined && <p className={styles.error}>{error}</p>}
          {busy && <Busy>{t("files.taking")}</Busy>}
          <FileFailures failures={failures} />
        </div>
        <div className={styles.actions}>
          <Button variant="default" disabled={busy || disabled} onClick={() => void use(pickFiles())}>
            {document === null ? t("actions.choose") : t("files.replace")}
          </Button>
          <Button
            variant="default"
            disabled={busy || disabled}
            onClick={() => {
              // One that was switched on meanwhile joins the list.
              listed.again();
              setScanning(true);
            }}
            ref={scanButton}
          >
            {document === null ? t("scanning:open") : t("scanning:openPages")}
          </Button>
          {document !== null && onRemove !== undefined && (
            <Button variant="subtle" disabled={busy || disabled} onClick={onRemove}>
              {t("actions.remove")}
            </Button>
          )}
        </div>
      </div>
      {scanning && (
        <ScanPanel
          title={label}
          scanners={scanners}
          document={document}
          inColour={inColour}
          onUse={(scanned) => {
            closePanel();
            onDocument(scanned);
          }}
          onClose={closePanel}
        />
      )}
    </>
  );
}
