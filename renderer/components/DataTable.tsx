/** A list of entries, newest first as its caller gives it: filtered by typing, walked with arrows, opened with Enter. */
import { TextInput } from "@mantine/core";
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Busy } from "./Busy.tsx";
import styles from "./DataTable.module.css";
import { TablePages } from "./TablePages.tsx";

export type Column<Row> = {
  key: string;
  title: string;
  cell: (row: Row) => ReactNode;
  /** What typing finds in this column; without it the column is not searched. */
  text?: (row: Row) => string;
  /** `end` for amounts. */
  align?: "start" | "end";
  /** Fixed widths keep totals from jumping: "144px". */
  width?: string;
};

export type TablePage = { number: number; size: number; total: number; onPage: (number: number) => void };

export type DataTableProps<Row> = {
  /** Read aloud as the list's name. */
  label: string;
  rows: readonly Row[];
  columns: readonly Column<Row>[];
  rowKey: (row: Row) => string;
  onOpen?: (row: Row) => void;
  /** What stands here when there is nothing: an `EmptyList`. */
  empty: ReactNode;
  /** Left out: the table filters its own rows. Given: the core does (`text` in the call), and this is what was typed. */
  filter?: { text: string; onText: (text: string) => void };
  /** The filter takes the focus when the list opens, so that typing finds at once. */
  first?: boolean;
  /** False for short lists that nobody searches. */
  filterable?: boolean;
  /** Pages of the core; without it all rows are shown in pages of 50. */
  page?: TablePage;
  loading?: boolean;
  /** Stands right of the filter: other filters, a button. */
  aside?: ReactNode;
};

const OWN_PAGE = 50;

export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, rows, columns, rowKey, onOpen, empty, filter, filterable = true, loading = false } = props;
  const { t } = useTranslation("common");
  const hint = useId();
  const body = useRef<HTMLTableSectionElement>(null);
  const filterField = useRef<HTMLInputElement>(null);
  const pageTurned = useRef(false);
  const [ownText, setOwnText] = useState("");
  const [ownPage, setOwnPage] = useState(1);
  const [chosen, setChosen] = useState<string | null>(null);

  const text = filter?.text ?? ownText;
  const wanted = text.trim().toLocaleLowerCase();
  const matches =
    filter !== undefined || wanted === ""
      ? rows
      : rows.filter((row) =>
          columns.some((column) => column.text?.(row).toLocaleLowerCase().includes(wanted)),
        );
  const page = props.page ?? {
    number: ownPage,
    size: OWN_PAGE,
    total: matches.length,
    onPage: setOwnPage,
  };
  const shown =
    props.page === undefined
      ? matches.slice((page.number - 1) * page.size, page.number * page.size)
      : matches;
  const pages = Math.max(1, Math.ceil(page.total / page.size));
  const chosenIndex = Math.max(
    0,
    shown.findIndex((row) => rowKey(row) === chosen),
  );

  const { first = false } = props;
  const isListed = !loading || rows.length > 0;
  useEffect(() => {
    // From the heading only: whoever is elsewhere by now is not called back.
    const focused = document.activeElement;
    const isUntouched = focused === document.body || focused?.tagName === "H1";
    if (first && isListed && isUntouched) filterField.current?.focus();
  }, [first, isListed]);

  const firstKey = shown[0] === undefined ? null : rowKey(shown[0]);
  // The row that had the focus went away with its page: without this the keys would be nobody's.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another page's rows move the focus.
  useEffect(() => {
    if (!pageTurned.current) return;
    pageTurned.current = false;
    body.current?.querySelector("tr")?.focus();
  }, [firstKey]);

  function onText(next: string): void {
    (filter?.onText ?? setOwnText)(next);
    page.onPage(1);
  }

  function focusRow(index: number): void {
    const row = shown[Math.min(Math.max(index, 0), shown.length - 1)];
    if (row === undefined) return;
    setChosen(rowKey(row));
    body.current?.querySelectorAll("tr")[shown.indexOf(row)]?.focus();
  }

  function turnPage(by: number): void {
    const next = Math.min(Math.max(page.number + by, 1), pages);
    if (next === page.number) return;
    setChosen(null);
    pageTurned.current = body.current?.contains(document.activeElement) ?? false;
    page.onPage(next);
  }

  /** Null for keys that are not this list's. Home and End stay with the text while one types. */
  function moveFor(key: string, inFilter: boolean): (() => void) | null {
    const row = shown[chosenIndex];
    switch (key) {
      case "ArrowDown":
        return () => focusRow(inFilter ? 0 : chosenIndex + 1);
      case "ArrowUp":
        return () =>
          chosenIndex === 0 && filterable ? filterField.current?.focus() : focusRow(chosenIndex - 1);
      case "PageDown":
        return () => turnPage(1);
      case "PageUp":
        return () => turnPage(-1);
      case "Home":
        return inFilter ? null : () => focusRow(0);
      case "End":
        return inFilter ? null : () => focusRow(shown.length - 1);
      case "Enter":
        return row === undefined || onOpen === undefined ? null : () => onOpen(row);
      default:
        return null;
    }
  }

  function onKey(press: KeyboardEvent): void {
    if (press.altKey || press.ctrlKey || press.metaKey) return;
    const inFilter = press.target === filterField.current;
    const move = moveFor(press.key, inFilter);
    if (move !== null) {
      press.preventDefault();
      move();
    } else if (!inFilter && filterable && press.key.length === 1 && press.key !== " ") {
      // The letter itself goes into the field: focus moves before the browser inserts it.
      filterField.current?.focus();
    }
  }

  if (loading && rows.length === 0) return <Busy>{t("loading")}</Busy>;
  const nothingAtAll = rows.length === 0 && wanted === "";
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the filter and the rows inside.
    <div onKeyDown={onKey} className={styles.list}>
      {(props.aside !== undefined || (filterable && !nothingAtAll)) && (
        <div className={styles.bar}>
          {filterable && !nothingAtAll && (
            <TextInput
              ref={filterField}
              data-first-focus={first || undefined}
              size="sm"
              className={styles.filter ?? ""}
              aria-label={t("table.filter")}
              placeholder={t("table.filter")}
              value={text}
              onChange={(change) => onText(change.currentTarget.value)}
              maxLength={200}
            />
          )}
          {props.aside}
        </div>
      )}
      {nothingAtAll && empty}
      {shown.length > 0 && (
        <table className={styles.table} aria-label={label} aria-describedby={hint}>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column.key} data-align={column.align} style={{ width: column.width }} scope="col">
                  {column.title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody ref={body}>
            {shown.map((row, index) => (
              <tr
                key={rowKey(row)}
                tabIndex={index === chosenIndex ? 0 : -1}
                data-opens={onOpen === undefined ? undefined : true}
                onFocus={() => setChosen(rowKey(row))}
                onClick={() => onOpen?.(row)}
              >
                {columns.map((column) => (
                  <td key={column.key} data-align={column.align}>
                    {column.cell(row)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {!nothingAtAll && shown.length === 0 && (
        <p className={styles.none}>{t("table.nothingMatches", { text })}</p>
      )}
      {!nothingAtAll && (
        <div className={styles.foot} id={hint}>
          <span>
            {t("table.rows", { count: page.total })} · {t("table.keys")}
          </span>
          <TablePages page={page.number} pages={pages} onPage={page.onPage} />
        </div>
      )}
    </div>
  );
}
