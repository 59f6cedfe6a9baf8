/** The journal: everything that happened at this till, found by receipt, reference, name, amount, date or kind. */
import { NativeSelect } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { JournalEntry } from "../../shared/api/records.ts";
import { readDottedDate, readIsoDate } from "../../shared/dates.ts";
import { readScan } from "../app/barcode.ts";
import { useCall } from "../bridge/useCall.ts";
import { clockText } from "../components/clockTexts.ts";
import { type Column, DataTable } from "../components/DataTable.tsx";
import { EmptyList } from "../components/EmptyList.tsx";
import { ErrorNote } from "../components/ErrorNote.tsx";
import { useNow } from "../components/now.ts";
import { PageHeading } from "../components/PageHeading.tsx";
import { TextField } from "../components/TextField.tsx";
import { useLanguage } from "../i18n/useLanguage.ts";
import { EntryDetails } from "./EntryDetails.tsx";
import { useEntryText } from "./entryText.ts";
import styles from "./Journal.module.css";
import { JournalActions } from "./JournalActions.tsx";
import { type KindGroup, kindGroupNames, kindGroups } from "./kinds.ts";

const TYPING_MS = 250;
const PAGE_SIZE = 50;

/** Empty is no limit; null is no date. */
function readDay(typed: string): string | null | undefined {
  const text = typed.trim();
  return text === "" ? undefined : (readDottedDate(text) ?? readIsoDate(text));
}

/** What a barcode reader reads from a receipt begins with the program's mark. */
function withoutMark(typed: string): string {
  const scan = readScan(typed);
  return scan.what === "receipt" ? scan.receiptNo : typed;
}

export function JournalPage({ text: given = "" }: { text?: string }) {
  const { t } = useTranslation(["journal", "common"]);
  const [text, setText] = useState(given);
  const [group, setGroup] = useState<KindGroup | null>(null);
  const [from, setFrom] = useState("");
  const [to, setTo] = useState("");
  const [page, setPage] = useState(1);
  const [opened, setOpened] = useState<JournalEntry | null>(null);
  const openedFrom = useRef<Element | null>(null);
  const [settled] = useDebouncedValue(text.trim(), TYPING_MS);
  const fromDay = readDay(from);
  const toDay = readDay(to);

  const search = useCall(
    "journal.search",
    {
      ...(settled === "" ? {} : { text: settled }),
      ...(group === null ? {} : { kinds: [...kindGroups[group]] }),
      ...(typeof fromDay === "string" ? { from: fromDay } : {}),
      ...(typeof toDay === "string" ? { to: toDay } : {}),
      page: { number: page, size: PAGE_SIZE },
    },
    { keepPrevious: true },
  );
  const { entries = [], total = 0 } = search.value ?? {};
  const columns = useColumns();

  function open(entry: JournalEntry): void {
    openedFrom.current = document.activeElement;
    setOpened(entry);
  }

  function close(): void {
    setOpened(null);
    if (openedFrom.current instanceof HTMLElement) openedFrom.current.focus();
  }

  const dayError = (day: string | null | undefined) => (day === null ? t("common:date.notADate") : undefined);
  return (
    <>
      <PageHeading lead={t("lead")} aside={<JournalActions />}>
        {t("title")}
      </PageHeading>
      <ErrorNote error={search.error} again={search.again} />
      <div className={styles.columns} data-opened={opened !== null || undefined}>
        <DataTable
          first
          label={t("title")}
          rows={entries}
          columns={columns}
          rowKey={({ sequence }) => String(sequence)}
          onOpen={open}
          loading={search.loading}
          filter={{ text, onText: (typed) => setText(withoutMark(typed)) }}
          page={{ number: page, size: PAGE_SIZE, total, onPage: setPage }}
          empty={<EmptyList>{t("empty")}</EmptyList>}
          aside={
            <>
              <NativeSelect
                size="sm"
                aria-label={t("filter.kinds")}
                value={group ?? ""}
                data={[
                  { value: "", label: t("filter.all") },
                  ...kindGroupNames.map((name) => ({ value: name, label: t(`groups.${name}`) })),
                ]}
                onChange={(change) => {
                  const chosen = change.currentTarget.value;
                  setGroup(kindGroupNames.find((name) => name === chosen) ?? null);
                  setPage(1);
                }}
              />
              <Day
                label={t("filter.from")}
                value={from}
                error={dayError(fromDay)}
                onChange={setFrom}
                onPage={setPage}
              />
              <Day
                label={t("filter.to")}
                value={to}
                error={dayError(toDay)}
                onChange={setTo}
                onPage={setPage}
              />
            </>
          }
        />
        {opened !== null && <EntryDetails key={opened.sequence} entry={opened} onClose={close} />}
      </div>
    </>
  );
}

type DayProps = {
  label: string;
  value: string;
  error: string | undefined;
  onChange: (text: string) => void;
  onPage: (page: number) => void;
};

function Day({ label, value, error, onChange, onPage }: DayProps) {
  const { t } = useTranslation("common");
  return (
    <TextField
      className={styles.day ?? ""}
      label={label}
      placeholder={t("date.hint")}
      maxLength={10}
      value={value}
      error={error}
      onKeyDown={(press) => {
        // The list's own keys: Enter in a date field opens no entry.
        if (press.key === "Enter") press.stopPropagation();
      }}
      onChange={(change) => {
        onChange(change.currentTarget.value);
        onPage(1);
      }}
    />
  );
}

function useColumns(): Column<JournalEntry>[] {
  const { t } = useTranslation("journal");
  const language = useLanguage();
  const now = useNow(60_000);
  const entryText = useEntryText();
  return [
    {
      key: "sequence",
      title: t("columns.number"),
      width: "64px",
      align: "end",
      cell: ({ sequence }) => sequence,
    },
    {
      key: "at",
      title: t("columns.at"),
      width: "144px",
      cell: ({ at }) => <time dateTime={at}>{clockText(at, language, now)}</time>,
    },
    {
      key: "what",
      title: t("columns.what"),
      cell: (entry) => {
        const { what, facts } = entryText(entry);
        return (
          <span className={styles.what}>
            {what}
            {facts !== "" && <small>{facts}</small>}
          </span>
        );
      },
    },
    {
      key: "actor",
      title: t("columns.actor"),
      width: "144px",
      cell: ({ actor }) => (actor === "system" ? t("system") : actor),
    },
  ];
}
