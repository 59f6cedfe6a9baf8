/** Checks the chain, and takes the journal out as a file. */
import { Button, Menu } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CallError } from "../../shared/errors.ts";
import { usePerson } from "../bridge/session.ts";
import { useAction } from "../bridge/useAction.ts";
import { ErrorNote } from "../components/ErrorNote.tsx";
import { ExportWithPeople } from "./ExportWithPeople.tsx";
import styles from "./Journal.module.css";

const formats = ["csv", "jsonl"] as const;

export function JournalActions() {
  const { t } = useTranslation("journal");
  const person = usePerson();
  const verify = useAction("journal.verify");
  const write = useAction("journal.export");
  const [dialogError, setDialogError] = useState<CallError | null>(null);
  const [withPeople, setWithPeople] = useState(false);

  async function exportAs(format: (typeof formats)[number]): Promise<void> {
    setDialogError(null);
    write.reset();
    const suggestedName = `${t("export.fileName")}.${format}`;
    const chosen = await window.counterfoil.files.saveAs({ purpose: "journal.export", suggestedName });
    if (!chosen.ok) setDialogError(chosen.error);
    else if (chosen.value !== null) await write.run({ format, path: chosen.value.token });
  }

  return (
    <div className={styles.actions}>
      <div className={styles.buttons}>
        <Button variant="default" loading={verify.busy} onClick={() => void verify.run({})}>
          {t("verify.button")}
        </Button>
        {person !== null && person.role !== "cashier" && (
          <Menu position="bottom-end" withinPortal={false}>
            <Menu.Target>
              <Button variant="default" loading={write.busy}>
                {t("export.button")}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {formats.map((format) => (
                <Menu.Item key={format} onClick={() => void exportAs(format)}>
                  {t(`export.${format}`)}
                </Menu.Item>
              ))}
              <Menu.Item
                onClick={() => {
                  write.reset();
                  setWithPeople(true);
                }}
              >
                {t("export.withPeople")}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        )}
      </div>
      {verify.value !== undefined && (
        <p className={styles.result} data-bad={!verify.value.ok || undefined} role="status">
          {verify.value.ok
            ? t("verify.whole", { count: verify.value.entries, head: verify.value.head.slice(0, 16) })
            : t("verify.broken", { number: verify.value.firstBroken ?? 0 })}
        </p>
      )}
      {write.value !== undefined && (
        <p className={styles.result} role="status">
          {t("export.done", { count: write.value.entries, path: write.value.path })}
        </p>
      )}
      {withPeople && <ExportWithPeople write={write} onClose={() => setWithPeople(false)} />}
      {!withPeople && <ErrorNote error={verify.error ?? write.error ?? dialogError} />}
    </div>
  );
}
