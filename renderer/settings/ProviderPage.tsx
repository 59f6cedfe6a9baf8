/** One system: its form, and a test of the connection that says what was found and what to look at. */
import { Button, Group } from "@mantine/core";
import { type KeyboardEvent, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { ProviderView } from "../../shared/api/setup.ts";
import { useAction } from "../bridge/useAction.ts";
import { useCall } from "../bridge/useCall.ts";
import { Busy } from "../components/Busy.tsx";
import { KeyHint } from "../components/KeyHint.tsx";
import { ConnectionResult } from "../providers/ConnectionResult.tsx";
import { ProviderEditor } from "../providers/ProviderEditor.tsx";
import styles from "./Settings.module.css";

export type ProviderPageProps = {
  /** Null for a new one. */
  provider: ProviderView | null;
  takenIds: readonly string[];
  onSaved: (provider: ProviderView) => void;
  onBack: () => void;
};

export function ProviderPage({ provider, takenIds, onSaved, onBack }: ProviderPageProps) {
  const { t } = useTranslation(["settings", "setup", "common"]);
  const test = useAction("setup.testProvider");
  const connections = useCall("setup.connections", {}).value?.connections ?? [];
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const line = connections.find(({ providerId }) => providerId === provider?.id);

  function onKey(press: KeyboardEvent): void {
    if (press.key === "Escape") onBack();
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape goes back from anywhere in the form.
    <div className={styles.section} onKeyDown={onKey}>
      <h2 ref={heading} tabIndex={-1}>
        {provider === null ? t("providers.newTitle") : provider.name}
      </h2>
      {provider !== null && (
        <section className={styles.block}>
          <Button
            variant="default"
            loading={test.busy}
            onClick={() => void test.run({ providerId: provider.id })}
          >
            {t("providers.testNow")}
          </Button>
          {test.busy && <Busy>{t("setup:provider.testing")}</Busy>}
          <ConnectionResult result={test.value ?? null} error={test.error} />
          {test.value?.problem !== undefined && line !== undefined && (
            <p className={styles.soft}>{t(`providers.advice.${line.state}`)}</p>
          )}
        </section>
      )}
      <ProviderEditor provider={provider} takenIds={takenIds} onSaved={onSaved} />
      <Group>
        <Button variant="default" onClick={onBack} rightSection={<KeyHint keys="Esc" />}>
          {t("providers.back")}
        </Button>
      </Group>
    </div>
  );
}
