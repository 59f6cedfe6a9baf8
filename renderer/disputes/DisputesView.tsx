/** All disputes of this till, the newest first; the chosen one with its frozen file. */
import { Button, Group } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { DisputeView } from "../../shared/api/disputes.ts";
import { goTo } from "../app/place.ts";
import { useCall } from "../bridge/useCall.ts";
import type { Column } from "../components/DataTable.tsx";
import { ErrorNote } from "../components/ErrorNote.tsx";
import { PagedList, usePages } from "../components/PagedList.tsx";
import { TimeAgo } from "../components/TimeAgo.tsx";
import styles from "./Disputes.module.css";
import { Fingerprint } from "./Fingerprint.tsx";
import { useSaveEvidence } from "./useSaveEvidence.ts";

export type DisputesViewProps = { onShift: (shiftId: string) => void; onBack: () => void };

export function DisputesView({ onShift, onBack }: DisputesViewProps) {
  const { t } = useTranslation("disputes");
  const pages = usePages();
  const [chosen, setChosen] = useState<DisputeView | null>(null);
  const answer = useCall("disputes.list", { page: pages.page }, { keepPrevious: true });
  const columns = useColumns();
  return (
    <>
      <PagedList
        title={t("title")}
        lead={t("lead")}
        empty={t("empty")}
        answer={answer}
        rows={answer.value?.disputes}
        total={answer.value?.total}
        pages={pages}
        columns={columns}
        rowKey={({ disputeId }) => disputeId}
        onOpen={setChosen}
        onBack={onBack}
      />
      {chosen !== null && <Chosen key={chosen.disputeId} dispute={chosen} onShift={onShift} />}
    </>
  );
}

type ChosenProps = { dispute: DisputeView; onShift: (shiftId: string) => void };

function Chosen({ dispute, onShift }: ChosenProps) {
  const { t } = useTranslation("disputes");
  const evidence = useSaveEvidence();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { shiftId, itemId, sequence, about } = dispute;

  function openSubject(): void {
    if (about === "shift" && shiftId !== null) onShift(shiftId);
    else if (about === "item" && itemId !== null) goTo({ at: "outbox", itemId });
    else if (sequence !== null) goTo({ at: "journal", text: `#${sequence}` });
  }

  return (
    <section className={styles.chosen} aria-labelledby="chosen-dispute">
      <h2 id="chosen-dispute" ref={heading} tabIndex={-1}>
        {dispute.note}
      </h2>
      <Fingerprint dispute={dispute} />
      <Group gap="sm">
        <Button size="sm" loading={evidence.busy} onClick={() => void evidence.save(dispute)}>
          {t("save")}
        </Button>
        <Button size="sm" variant="default" onClick={openSubject}>
          {t("open")}
        </Button>
      </Group>
      {evidence.savedTo !== null && <p role="status">{t("saved", { path: evidence.savedTo })}</p>}
      <ErrorNote error={evidence.error} />
    </section>
  );
}

function useColumns(): Column<DisputeView>[] {
  const { t } = useTranslation("disputes");
  return [
    { key: "at", title: t("columns.at"), width: "200px", cell: ({ at }) => <TimeAgo at={at} /> },
    { key: "by", title: t("columns.by"), width: "144px", cell: ({ by }) => by, text: ({ by }) => by },
    {
      key: "about",
      title: t("columns.about"),
      width: "144px",
      cell: ({ about, sequence }) =>
        about === "entry" ? t("about.entry", { number: sequence ?? "" }) : t(`about.${about}`),
    },
    { key: "note", title: t("columns.note"), cell: ({ note }) => note, text: ({ note }) => note },
    {
      key: "file",
      title: t("columns.file"),
      width: "320px",
      cell: ({ fileName }) => fileName,
      text: ({ fileName }) => fileName,
    },
  ];
}
