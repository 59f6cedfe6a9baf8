/** Takes a file by drop, by the system's dialog or from a scanner into the document store, and shows what was found in it. */
import { Button } from "@mantine/core";
import { type DragEvent, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { DocumentView } from "../../shared/api/paper.ts";
import type { ChosenFile } from "../../shared/bridge.ts";
import type { CallError, Envelope } from "../../shared/errors.ts";
import { call } from "../bridge/call.ts";
import { useCall } from "../bridge/useCall.ts";
import { ScanPanel } from "../scanning/ScanPanel.tsx";
import { Busy } from "./Busy.tsx";
import { ErrorNote } from "./ErrorNote.tsx";
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
};

export function FileDrop(props: FileDropProps) {
  const { label, hint, document, onDocument, onRemove, moreChecks = [], error, disabled = false } = props;
  const { t } = useTranslation(["common", "scanning"]);
  const title = useId();
  const [over, setOver] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<CallError | null>(null);
  const [scanning, setScanning] = useState(false);
  const scanButton = useRef<HTMLButtonElement>(null);
  const listed = useCall("scanners.list", {});
  const scanners = listed.value?.scanners ?? [];

  /** The focus goes back to where the panel was opened, before it is gone. */
  function closePanel(): void {
    scanButton.current?.focus();
    setScanning(false);
  }

  async function take(choosing: Promise<Envelope<ChosenFile | null>>): Promise<void> {
    setBusy(true);
    setFailure(null);
    const chosen = await choosing;
    if (!chosen.ok) setFailure(chosen.error);
    else if (chosen.value !== null) {
      const { token, name } = chosen.value;
      const taken = await call("documents.import", { name, path: token });
      if (taken.ok) onDocument(taken.value);
      else setFailure(taken.error);
    }
    setBusy(false);
  }

  async function pick(): Promise<Envelope<ChosenFile | null>> {
    const reply = await window.counterfoil.files.pick({ purpose: "documents.import" });
    return reply.ok ? { ok: true, value: reply.value.files[0] ?? null } : reply;
  }

  function drop(event: DragEvent): void {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file === undefined || busy || disabled) return;
    void take(window.counterfoil.files.fromDrop(file, { purpose: "documents.import" }));
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
                    {check.message}
                  </p>
                ))}
            </>
          )}
          {error !== undefined && <p className={styles.error}>{error}</p>}
          {busy && <Busy>{t("files.taking")}</Busy>}
          <ErrorNote error={failure} />
        </div>
        <div className={styles.actions}>
          <Button variant="default" disabled={busy || disabled} onClick={() => void take(pick())}>
            {document === null ? t("actions.choose") : t("files.replace")}
          </Button>
          {(scanners.length > 0 || document !== null) && (
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
          )}
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
