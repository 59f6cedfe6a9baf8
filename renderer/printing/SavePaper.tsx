/** Saves a paper as a file where a person wants it: possible with every printer off. */
import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CallError, Envelope } from "../../shared/errors.ts";
import { useAction } from "../bridge/useAction.ts";
import { ErrorNote } from "../components/ErrorNote.tsx";
import { onlyOnce } from "./onlyOnce.ts";
import styles from "./Printing.module.css";

export type SavePaperProps = {
  /** The document to save, made first where it is a paper of ours. */
  find: () => Promise<Envelope<{ documentId: string; name: string }>>;
  onSaved?: () => void;
  /** Beside small buttons. */
  small?: boolean;
};

export function SavePaper({ find, onSaved, small = false }: SavePaperProps) {
  const { t } = useTranslation("printing");
  const save = useAction("documents.save");
  const [failure, setFailure] = useState<CallError | null>(null);
  const [busy, setBusy] = useState(false);

  async function choose(): Promise<CallError | null> {
    const found = await find();
    if (!found.ok) return found.error;
    const { documentId, name } = found.value;
    const chosen = await window.counterfoil.files.saveAs({ purpose: "documents.save", suggestedName: name });
    if (!chosen.ok) return chosen.error;
    if (chosen.value === null) return null;
    const saved = await save.run({ documentId, path: chosen.value.token });
    if (saved.ok) onSaved?.();
    return null;
  }

  async function start(): Promise<void> {
    setFailure(null);
    save.reset();
    setBusy(true);
    setFailure(await choose());
    setBusy(false);
  }

  return (
    <>
      <Button
        size={small ? "sm" : "md"}
        variant="default"
        loading={busy || save.busy}
        onKeyDown={onlyOnce}
        onClick={() => void start()}
      >
        {t("save")}
      </Button>
      {(save.value !== undefined || failure !== null || save.error !== null) && (
        <div className={styles.wide} role="status">
          {save.value !== undefined && t("saved", { path: save.value.path })}
          <ErrorNote error={failure ?? save.error} />
        </div>
      )}
    </>
  );
}
