/** The scanners of this counter: those that the computer found, and the office's own, added and removed here. */
import { Button, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useErrorWords } from "../bridge/errorSentence.ts";
import { useAction } from "../bridge/useAction.ts";
import { useCall } from "../bridge/useCall.ts";
import { Busy } from "../components/Busy.tsx";
import { EmptyList } from "../components/EmptyList.tsx";
import { ErrorNote } from "../components/ErrorNote.tsx";
import scanningStyles from "../scanning/Scanning.module.css";
import styles from "./Settings.module.css";

export function ScannersSection() {
  const { t } = useTranslation(["scanning", "common"]);
  const errorWords = useErrorWords();
  const list = useCall("scanners.list", {});
  const save = useAction("scanners.save");
  const addFolder = useAction("scanners.addFolder");
  const remove = useAction("scanners.remove");
  const [name, setName] = useState("");
  const [address, setAddress] = useState("");
  const scanners = list.value?.scanners ?? [];

  async function add(submit: FormEvent): Promise<void> {
    submit.preventDefault();
    const saved = await save.run({ name, address });
    if (!saved.ok) return;
    setName("");
    setAddress("");
  }

  async function chooseFolder(): Promise<void> {
    const picked = await window.counterfoil.files.pick({ purpose: "scanners.addFolder" });
    const folder = picked.ok ? picked.value.files[0] : undefined;
    if (folder !== undefined) await addFolder.run({ name: name || folder.name, path: folder.token });
  }

  function wrong(field: string): string | null {
    return save.error?.field === field ? errorWords(save.error).sentence : null;
  }

  if (list.loading) return <Busy>{t("common:loading")}</Busy>;
  return (
    <div className={styles.section}>
      <p className={styles.text}>{t("settings.text")}</p>
      <ErrorNote error={list.error} again={list.again} />
      {scanners.length === 0 ? (
        <EmptyList
          action={
            <Button variant="default" loading={list.busy} onClick={list.again}>
              {t("settings.lookAgain")}
            </Button>
          }
        >
          {t("settings.none")}
        </EmptyList>
      ) : (
        <ul aria-label={t("settings.list")} className={scanningStyles.devices}>
          {scanners.map((scanner) => (
            <li key={scanner.id} className={scanningStyles.device}>
              <span>
                <strong>{scanner.name}</strong>
                <span className={scanningStyles.place}>
                  {t(`settings.kinds.${scanner.kind}`)}
                  {scanner.place !== null && ` · ${scanner.place}`}
                </span>
              </span>
              {scanner.place !== null && (
                <Button
                  variant="subtle"
                  disabled={remove.busy}
                  onClick={() => void remove.run({ sourceId: scanner.id })}
                >
                  {t("settings.remove", { name: scanner.name })}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      <ErrorNote error={remove.error} again={remove.again} />
      <form className={styles.section} onSubmit={(submit) => void add(submit)}>
        <TextInput
          label={t("settings.name")}
          description={t("settings.nameHint")}
          value={name}
          error={wrong("name")}
          onChange={(change) => setName(change.currentTarget.value)}
        />
        <TextInput
          label={t("settings.address")}
          description={t("settings.addressHint")}
          value={address}
          error={wrong("address")}
          onChange={(change) => setAddress(change.currentTarget.value)}
        />
        <div>
          <Button type="submit" loading={save.busy} disabled={name.trim() === "" || address.trim() === ""}>
            {t("settings.addScanner")}
          </Button>{" "}
          <Button variant="default" loading={addFolder.busy} onClick={() => void chooseFolder()}>
            {t("settings.addFolder")}
          </Button>
        </div>
      </form>
      <ErrorNote error={save.error?.field === undefined ? save.error : null} again={save.again} />
      <ErrorNote error={addFolder.error} again={addFolder.again} />
    </div>
  );
}
