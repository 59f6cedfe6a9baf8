/** Ctrl+K: every task, every loan by name or reference, every receipt, by typing. */
import { Modal, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { type KeyboardEvent, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { KeyHint } from "../components/KeyHint.tsx";
import styles from "./CommandPalette.module.css";
import { goTo } from "./place.ts";
import { type Finding, useFindings } from "./useFindings.ts";

const TYPING_MS = 200;

export function CommandPalette({ training, onClose }: { training: boolean; onClose: () => void }) {
  const { t } = useTranslation("frame");
  const list = useId();
  const [text, setText] = useState("");
  const [settled] = useDebouncedValue(text.trim(), TYPING_MS);
  const [chosen, setChosen] = useState(0);
  const groups = useFindings(text.trim(), settled, training);
  const all = groups.flatMap(({ findings }) => findings);
  const index = Math.min(chosen, Math.max(0, all.length - 1));

  function open(finding: Finding | undefined): void {
    if (finding === undefined) return;
    onClose();
    goTo(finding.place);
  }

  function onKey(press: KeyboardEvent): void {
    if (press.key === "ArrowDown") setChosen(Math.min(index + 1, all.length - 1));
    else if (press.key === "ArrowUp") setChosen(Math.max(index - 1, 0));
    else if (press.key === "Enter") open(all[index]);
    else return;
    press.preventDefault();
  }

  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      padding="xs"
      withCloseButton={false}
      centered={false}
      yOffset="64px"
      aria-label={t("palette.label")}
    >
      <TextInput
        data-autofocus
        size="lg"
        role="combobox"
        aria-expanded
        aria-controls={list}
        aria-activedescendant={all[index] === undefined ? undefined : `${list}-${index}`}
        aria-label={t("palette.label")}
        placeholder={t("palette.placeholder")}
        value={text}
        maxLength={200}
        onChange={(change) => {
          setText(change.currentTarget.value);
          setChosen(0);
        }}
        onKeyDown={onKey}
      />
      <div id={list} role="listbox" aria-label={t("palette.label")} className={styles.list}>
        {groups.map(({ title, findings }) => (
          // biome-ignore lint/a11y/useSemanticElements: a group of a list box; a fieldset may not stand in one.
          <div key={title} role="group" aria-label={title}>
            <p className={styles.title}>{title}</p>
            {findings.map((finding) => {
              const own = all.indexOf(finding);
              return (
                // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: the field above has the focus and the keys.
                <div
                  key={finding.key}
                  id={`${list}-${own}`}
                  role="option"
                  aria-selected={own === index}
                  className={styles.option}
                  onClick={() => open(finding)}
                  onPointerMove={() => setChosen(own)}
                >
                  <span className={styles.text}>{finding.title}</span>
                  {finding.detail !== null && <span className={styles.detail}>{finding.detail}</span>}
                  {finding.shortcut !== null && <KeyHint keys={finding.shortcut} />}
                </div>
              );
            })}
          </div>
        ))}
        {all.length === 0 && <p className={styles.title}>{t("palette.nothing", { text })}</p>}
      </div>
      <p className={styles.keys}>{t("palette.keys")}</p>
    </Modal>
  );
}
