/** A list that fills a view of its own, page by page: heading and way back, failure, table, and what would stand here. */
import { Button, Group } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CallError } from "../../shared/errors.ts";
import { type Column, DataTable } from "./DataTable.tsx";
import { EmptyList } from "./EmptyList.tsx";
import { ErrorNote } from "./ErrorNote.tsx";
import { PageHeading } from "./PageHeading.tsx";

const PAGE_SIZE = 50;

export type Pages = { page: { number: number; size: number }; onPage: (number: number) => void };

/** Which page is asked for. */
export function usePages(): Pages {
  const [number, setNumber] = useState(1);
  return { page: { number, size: PAGE_SIZE }, onPage: setNumber };
}

export type PagedListProps<Row> = {
  title: string;
  lead?: string;
  /** What would stand here, and how it gets there. */
  empty: string;
  answer: { error: CallError | null; loading: boolean; again: () => void };
  rows: readonly Row[] | undefined;
  total: number | undefined;
  pages: Pages;
  columns: Column<Row>[];
  rowKey: (row: Row) => string;
  onOpen: (row: Row) => void;
  onBack: () => void;
  /** Buttons before the way back. */
  children?: ReactNode;
};

export function PagedList<Row>(props: PagedListProps<Row>) {
  const { title, lead, empty, answer, rows = [], total = 0, pages, onBack, children } = props;
  const { t } = useTranslation("common");
  return (
    <>
      <PageHeading
        {...(lead === undefined ? {} : { lead })}
        aside={
          <Group gap="sm">
            {children}
            <Button variant="default" onClick={onBack}>
              {t("actions.back")}
            </Button>
          </Group>
        }
      >
        {title}
      </PageHeading>
      <ErrorNote error={answer.error} again={answer.again} />
      <DataTable
        first
        label={title}
        rows={rows}
        columns={props.columns}
        rowKey={props.rowKey}
        onOpen={props.onOpen}
        loading={answer.loading}
        page={{ ...pages.page, total, onPage: pages.onPage }}
        empty={<EmptyList>{empty}</EmptyList>}
      />
    </>
  );
}
