/** The till is locked: everything taken is counted, and the recovery code opens it. Nothing offers to start over. */
import { Button, Group } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { SetupView } from "../../shared/api/setup.ts";
import { useAction } from "../bridge/useAction.ts";
import { useCall } from "../bridge/useCall.ts";
import { ErrorNote } from "../components/ErrorNote.tsx";
import { PageHeading } from "../components/PageHeading.tsx";
import { TextField } from "../components/TextField.tsx";
import { useOpeningFocus } from "../firstRun/useOpeningFocus.ts";
import { LanguageChoice } from "./LanguageChoice.tsx";
import styles from "./SignInPage.module.css";
import { unsettledCount } from "./unsettledCount.ts";

export function UnlockPage({ office }: { office: SetupView }) {
  const { t } = useTranslation("setup");
  const unlock = useAction("setup.unlock");
  const page = useOpeningFocus<HTMLFormElement>();
  const items = useCall("till.status", {}).value?.items;
  const [code, setCode] = useState("");

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (code.trim() !== "") void unlock.run({ recoveryCode: code });
  }

  const count = items === undefined ? null : unsettledCount(items);
  return (
    <main className={styles.page}>
      <div />
      <form ref={page} className={styles.body} onSubmit={submit}>
        <PageHeading>{t("unlock.title")}</PageHeading>
        <div className={styles.narrow}>
          <p>{office.keyringMissing ? t("unlock.keyringMissing") : t("unlock.keyring")}</p>
          {count !== null && <p>{count === 0 ? t("unlock.waitingNone") : t("unlock.waiting", { count })}</p>}
          <TextField
            first
            label={t("unlock.code")}
            hint={t("unlock.codeHint")}
            maxLength={200}
            value={code}
            onChange={(change) => setCode(change.currentTarget.value)}
          />
          <ErrorNote error={unlock.error} />
          <Group>
            <Button type="submit" size="lg" loading={unlock.busy}>
              {t("unlock.open")}
            </Button>
          </Group>
        </div>
      </form>
      <footer className={styles.foot}>
        <LanguageChoice />
      </footer>
    </main>
  );
}
