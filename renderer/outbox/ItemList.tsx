/** All items, newest first, filtered by state and by typing. What waits long stands out. */
import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { formatMinor } from "../../shared/money.ts";
import type { ItemState, OutboxItem } from "../../shared/outbox.ts";
import { goTo } from "../app/place.ts";
import { useAction } from "../bridge/useAction.ts";
import { useCall } from "../bridge/useCall.ts";
import { type Column, DataTable } from "../components/DataTable.tsx";
import { EmptyList } from "../components/EmptyList.tsx";
import { ErrorNote } from "../components/ErrorNote.tsx";
import { Money } from "../components/Money.tsx";
import { useNow } from "../components/now.ts";
import { PageHeading } from "../components/PageHeading.tsx";
import { StateBadge } from "../components/StateBadge.tsx";
import { useLanguage } from "../i18n/useLanguage.ts";
import { AgeMark } from "./AgeMark.tsx";
import styles from "./Outbox.module.css";
import { StateFilter } from "./StateFilter.tsx";
import { stateSentence } from "./stateSentence.ts";

/** A page of the core: few offices have more in a week, and typing filters all of it at once. */
const PAGE_SIZE = 200;

export function ItemList() {
  const { t } = useTranslation(["outbox", "states", "common"]);
  const [state, setState] = useState<ItemState | null>(null);
  const [page, setPage] = useState(1);
  const sync = useAction("outbox.sync");
  const list = useCall(
    "outbox.list",
    { ...(state === null ? {} : { state }), page: { number: page, size: PAGE_SIZE } },
    { keepPrevious: true },
  );
  const columns = useColumns();
  const { items = [], total = 0, counts = {} } = list.value ?? {};

  return (
    <>
      <PageHeading
        lead={t("lead")}
        aside={
          <Button variant="default" loading={sync.busy} onClick={() => void sync.run({})}>
            {t("sync.now")}
          </Button>
        }
      >
        {t("title")}
      </PageHeading>
      <ErrorNote error={sync.error ?? list.error} again={sync.error === null ? list.again : sync.again} />
      {sync.value !== undefined && (
        <p className={styles.synced} role="status">
          {sync.value.open === 0 ? t("sync.nothingOpen") : t("sync.open", { count: sync.value.open })}
        </p>
      )}
      <StateFilter
        counts={counts}
        chosen={state}
        onChoose={(next) => {
          setState(next);
          setPage(1);
        }}
      />
      <DataTable
        first
        label={t("title")}
        rows={items}
        columns={columns}
        rowKey={({ itemId }) => itemId}
        onOpen={({ itemId }) => goTo({ at: "outbox", itemId })}
        loading={list.loading}
        empty={<EmptyList>{state === null ? t("empty.all") : t("empty.state")}</EmptyList>}
        {...(total > PAGE_SIZE ? { page: { number: page, size: PAGE_SIZE, total, onPage: setPage } } : {})}
      />
    </>
  );
}

function useColumns(): Column<OutboxItem>[] {
  const { t } = useTranslation(["outbox", "states"]);
  const { t: states } = useTranslation("states");
  const language = useLanguage();
  const now = useNow();
  return [
    {
      key: "age",
      title: t("columns.taken"),
      width: "144px",
      cell: (item) => <AgeMark item={item} />,
    },
    {
      key: "what",
      title: t("columns.what"),
      width: "144px",
      cell: ({ kind, loanRef }) => (
        <>
          {t(`kind.${kind}`)} <b>{loanRef}</b>
        </>
      ),
      text: ({ kind, loanRef }) => `${t(`kind.${kind}`)} ${loanRef}`,
    },
    {
      key: "receipt",
      title: t("columns.receipt"),
      width: "224px",
      cell: ({ receiptNo }) => <span className={styles.receiptNo}>{receiptNo}</span>,
      text: ({ receiptNo }) => receiptNo,
    },
    {
      key: "amount",
      title: t("columns.amount"),
      width: "112px",
      align: "end",
      cell: ({ amountMinor }) => <Money amountMinor={amountMinor} />,
      text: ({ amountMinor }) => formatMinor(amountMinor, language),
    },
    {
      key: "state",
      title: t("columns.state"),
      cell: (item) => (
        <span className={styles.stateCell}>
          <StateBadge state={item.state} />
          <span>
            {stateSentence(states, item, language, now)}
            {item.certainty !== undefined && item.certainty !== "confirmed" && (
              <small className={styles.certainty}>{states(`certainty.${item.certainty}`)}</small>
            )}
          </span>
        </span>
      ),
      text: (item) => `${t(`states:short.${item.state}`)} ${stateSentence(states, item, language, now)}`,
    },
  ];
}
