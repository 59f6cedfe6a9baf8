/** Who may work at this counter: added, given another role or a new PIN, deactivated and never deleted. */
import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { StaffEntry } from "../../shared/api/people.ts";
import { useCall } from "../bridge/useCall.ts";
import { type Column, DataTable } from "../components/DataTable.tsx";
import { EmptyList } from "../components/EmptyList.tsx";
import { ErrorNote } from "../components/ErrorNote.tsx";
import { lockText } from "./lockText.ts";
import { PersonForm } from "./PersonForm.tsx";
import styles from "./Settings.module.css";
import { useBackToRow } from "./useBackToRow.ts";

type Opened = { person: StaffEntry | null } | null;

export function StaffSection() {
  const { t } = useTranslation(["settings", "common"]);
  const list = useCall("staff.list", {});
  const [opened, setOpened] = useState<Opened>(null);
  const [done, setDone] = useState<string | null>(null);
  const section = useBackToRow(opened !== null);

  function stateText({ active, lock }: StaffEntry): string {
    if (!active) return t("staff.inactive");
    return lock === null ? t("staff.active") : lockText(t, lock);
  }

  const columns: Column<StaffEntry>[] = [
    {
      key: "name",
      title: t("staff.name"),
      cell: ({ name }) => <b>{name}</b>,
      text: ({ name }) => name,
    },
    {
      key: "role",
      title: t("staff.role"),
      width: "184px",
      cell: ({ role }) => t(`common:roles.${role}`),
      text: ({ role }) => t(`common:roles.${role}`),
    },
    {
      key: "active",
      title: t("staff.state"),
      width: "240px",
      cell: stateText,
      text: stateText,
    },
  ];

  if (opened !== null)
    return (
      <PersonForm
        person={opened.person}
        onBack={() => setOpened(null)}
        onDone={(sentence) => {
          setDone(sentence);
          setOpened(null);
        }}
      />
    );
  return (
    <div className={styles.wideSection} ref={section}>
      <p className={styles.text}>{t("staff.text")}</p>
      <p className={styles.saved} role="status">
        {done}
      </p>
      <ErrorNote error={list.error} again={list.again} />
      <DataTable
        label={t("sections.staff")}
        rows={list.value?.staff ?? []}
        columns={columns}
        rowKey={({ name }) => name}
        loading={list.loading}
        filterable={(list.value?.staff.length ?? 0) > 8}
        onOpen={(person) => setOpened({ person })}
        empty={<EmptyList>{t("staff.empty")}</EmptyList>}
        aside={<Button onClick={() => setOpened({ person: null })}>{t("staff.add")}</Button>}
      />
    </div>
  );
}
