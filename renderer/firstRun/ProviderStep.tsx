/** The lender's address and passwords, tried at once; may be done later in the settings. */
import { Button, Group } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useOffice } from "../app/office.ts";
import { PageHeading } from "../components/PageHeading.tsx";
import { ProviderEditor } from "../providers/ProviderEditor.tsx";
import styles from "./FirstRun.module.css";
import { useOpeningFocus } from "./useOpeningFocus.ts";

export function ProviderStep({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation("setup");
  const { providers } = useOffice();
  const page = useOpeningFocus<HTMLDivElement>();
  const [saved, setSaved] = useState(false);
  /** A new number gives a fresh form for another system. */
  const [round, setRound] = useState(1);

  return (
    <div ref={page}>
      <PageHeading>{t("provider.title")}</PageHeading>
      <p className={styles.text}>{t("provider.text")}</p>
      <div className={styles.form}>
        <ProviderEditor
          key={round}
          provider={null}
          takenIds={providers.map(({ id }) => id)}
          onSaved={() => setSaved(true)}
        />
        <Group>
          <Button variant={saved ? "filled" : "subtle"} onClick={onDone}>
            {saved ? t("provider.goOn") : t("provider.later")}
          </Button>
          {saved && (
            <Button
              variant="subtle"
              onClick={() => {
                setSaved(false);
                setRound(round + 1);
              }}
            >
              {t("provider.another")}
            </Button>
          )}
        </Group>
      </div>
    </div>
  );
}
