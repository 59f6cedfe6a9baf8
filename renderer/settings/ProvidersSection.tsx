/** The systems of this office: which ones, whether they answer, and the form of each. */
import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ProviderView } from "../../shared/api/setup.ts";
import { useCall } from "../bridge/useCall.ts";
import { type Column, DataTable } from "../components/DataTable.tsx";
import { EmptyList } from "../components/EmptyList.tsx";
import { ErrorNote } from "../components/ErrorNote.tsx";
import { LineState } from "../components/LineState.tsx";
import { ProviderPage } from "./ProviderPage.tsx";
import styles from "./Settings.module.css";
import { useBackToRow } from "./useBackToRow.ts";

type Opened = { provider: ProviderView | null } | null;

export function ProvidersSection({ training }: { training: boolean }) {
  const { t } = useTranslation(["settings", "setup", "states", "common"]);
  const list = useCall("setup.providers", {});
  const connections = useCall("setup.connections", {}).value?.connections ?? [];
  const [opened, setOpened] = useState<Opened>(null);
  const section = useBackToRow(opened !== null);
  const providers = list.value?.providers ?? [];

  const columns: Column<ProviderView>[] = [
    {
      key: "name",
      title: t("providers.name"),
      cell: ({ name, environment }) => (
        <>
          <b>{name}</b>
          {"\u00a0 "}
          {environment === "test" && (
            <span className={styles.tag} data-environment="test">
              {t("providers.test")}
            </span>
          )}
        </>
      ),
      text: ({ name }) => name,
    },
    {
      key: "kind",
      title: t("providers.kind"),
      width: "288px",
      cell: ({ kind }) => t(`setup:provider.kinds.${kind}`),
      text: ({ kind }) => t(`setup:provider.kinds.${kind}`),
    },
    {
      key: "state",
      title: t("providers.state"),
      width: "224px",
      cell: ({ id }) => {
        const line = connections.find(({ providerId }) => providerId === id);
        if (line === undefined) return t("states:connection.unknown");
        return <LineState state={line.state} lastAnswerAt={line.lastAnswerAt} />;
      },
    },
  ];

  if (opened !== null)
    return (
      <ProviderPage
        provider={opened.provider}
        takenIds={providers.map(({ id }) => id)}
        onSaved={(provider) => setOpened({ provider })}
        onBack={() => setOpened(null)}
      />
    );
  return (
    <div className={styles.wideSection} ref={section}>
      <p className={styles.text}>{t(training ? "providers.inTraining" : "providers.text")}</p>
      <ErrorNote error={list.error} again={list.again} />
      <DataTable
        label={t("sections.providers")}
        rows={providers}
        columns={columns}
        rowKey={({ id }) => id}
        loading={list.loading}
        filterable={false}
        onOpen={(provider) => setOpened({ provider })}
        empty={<EmptyList>{t("providers.empty")}</EmptyList>}
        aside={<Button onClick={() => setOpened({ provider: null })}>{t("providers.add")}</Button>}
      />
    </div>
  );
}
