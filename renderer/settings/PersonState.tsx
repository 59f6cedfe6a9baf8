/** What stands around a person besides role and PIN: locked out, and approving by telephone. */
import { Button, Group } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { StaffEntry } from "../../shared/api/people.ts";
import { useAction } from "../bridge/useAction.ts";
import { ErrorNote } from "../components/ErrorNote.tsx";
import { lockText } from "./lockText.ts";
import styles from "./Settings.module.css";

export type PersonStateProps = {
  person: StaffEntry;
  /** With the sentence that says what was done. */
  onDone: (sentence: string) => void;
};

export function PersonState({ person, onDone }: PersonStateProps) {
  const { t } = useTranslation(["settings", "common"]);
  const unlock = useAction("staff.unlock");
  const forget = useAction("approvals.forget");
  const { name, lock, hasCodes } = person;

  async function open(): Promise<void> {
    const reply = await unlock.run({ name });
    if (reply.ok) onDone(t("staff.unlocked", { name }));
  }

  async function forgetCodes(): Promise<void> {
    const reply = await forget.run({ name });
    if (reply.ok) onDone(t("staff.codesForgotten", { name }));
  }

  if (lock === null && !hasCodes) return null;
  return (
    <>
      {lock !== null && (
        <Group>
          <span className={styles.text}>{lockText(t, lock)}</span>
          <Button variant="default" loading={unlock.busy} onClick={() => void open()}>
            {t("staff.unlock")}
          </Button>
        </Group>
      )}
      {hasCodes && (
        <Group>
          <span className={styles.text}>{t("staff.hasCodes")}</span>
          <Button variant="default" loading={forget.busy} onClick={() => void forgetCodes()}>
            {t("staff.forgetCodes")}
          </Button>
        </Group>
      )}
      <ErrorNote error={unlock.error ?? forget.error} />
    </>
  );
}
