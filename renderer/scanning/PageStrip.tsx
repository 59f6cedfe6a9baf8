/** The pages of a scan as thumbnails: chosen, moved, turned and removed by keyboard as well as by button. */
import { Button, Group } from "@mantine/core";
import { type KeyboardEvent, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { PageTurn, ScannedPageView } from "../../shared/api/scanning.ts";
import { moved, type PageWanted, removed, turned } from "./arranging.ts";
import styles from "./Scanning.module.css";
import { Thumbnail } from "./Thumbnail.tsx";
import { usePdf } from "./usePdf.ts";

type PageStripProps = {
  documentId: string;
  pages: ScannedPageView[];
  chosen: number;
  onChoose: (page: number) => void;
  busy: boolean;
  /** `next` is the page that is chosen afterwards. */
  onArrange: (pages: PageWanted[], next: number) => void;
  /** Null where there is nothing to scan with. */
  onReplace: (() => void) | null;
};

export function PageStrip(props: PageStripProps) {
  const { documentId, pages, chosen, onChoose, busy, onArrange, onReplace } = props;
  const { t } = useTranslation("scanning");
  // Only pages that are drawn need the document itself here.
  const pdf = usePdf(documentId, { enabled: pages.some(({ thumbnail }) => thumbnail === null) });
  const list = useRef<HTMLDivElement>(null);
  const hadFocus = useRef(false);
  const count = pages.length;

  // After a change the strip is a new one: whoever worked in it by keyboard stays in it.
  useEffect(() => {
    if (!hadFocus.current) return;
    list.current?.querySelector<HTMLElement>(`[data-page="${chosen}"]`)?.focus();
  }, [chosen]);

  function arrange(wanted: PageWanted[] | null, next: number): void {
    if (wanted !== null && !busy) onArrange(wanted, next);
  }
  const move = (by: -1 | 1) => arrange(moved(count, chosen, by), chosen + by);
  const turn = (by: PageTurn) => arrange(turned(count, chosen, by), chosen);
  const remove = () => arrange(removed(count, chosen), Math.min(chosen, count - 1));

  function onKey(press: KeyboardEvent): void {
    if (press.altKey || press.metaKey) return;
    const { key, ctrlKey } = press;
    if (key === "ArrowLeft") ctrlKey ? move(-1) : onChoose(Math.max(chosen - 1, 1));
    else if (key === "ArrowRight") ctrlKey ? move(1) : onChoose(Math.min(chosen + 1, count));
    else if (key === "Home") onChoose(1);
    else if (key === "End") onChoose(count);
    else if (ctrlKey) return;
    else if (key === "r" || key === "R") turn(90);
    else if (key === "l" || key === "L") turn(270);
    else if (key === "Delete") remove();
    else return;
    press.preventDefault();
  }

  return (
    <div>
      <div
        ref={list}
        role="listbox"
        aria-label={t("pages.label")}
        aria-orientation="horizontal"
        aria-busy={busy}
        className={styles.strip}
        tabIndex={-1}
        onKeyDown={onKey}
        onFocus={() => {
          hadFocus.current = true;
        }}
        onBlur={(blur) => {
          if (blur.relatedTarget !== null) hadFocus.current = blur.currentTarget.contains(blur.relatedTarget);
        }}
      >
        {pages.map(({ number, problems, thumbnail }) => (
          <div
            key={number}
            role="option"
            aria-selected={number === chosen}
            aria-label={[
              t("pages.page", { page: number, pages: count }),
              ...problems.map((problem) => t(`problems.${problem}`)),
            ].join(". ")}
            data-page={number}
            tabIndex={number === chosen ? 0 : -1}
            className={styles.page}
            onClick={() => onChoose(number)}
            onKeyDown={() => undefined}
          >
            <Thumbnail pdf={pdf} number={number} small={thumbnail} />
            <span className={styles.number}>{number}</span>
            {problems.map((problem) => (
              <span key={problem} className={styles.problem}>
                {t(`problems.${problem}`)}
              </span>
            ))}
          </div>
        ))}
      </div>
      <Group gap="xs" className={styles.tools ?? ""}>
        <Button variant="default" disabled={chosen === 1} onClick={() => move(-1)}>
          {t("pages.earlier")}
        </Button>
        <Button variant="default" disabled={chosen === count} onClick={() => move(1)}>
          {t("pages.later")}
        </Button>
        <Button variant="default" onClick={() => turn(270)}>
          {t("pages.turnLeft")}
        </Button>
        <Button variant="default" onClick={() => turn(90)}>
          {t("pages.turnRight")}
        </Button>
        {onReplace !== null && (
          <Button variant="default" onClick={() => (busy ? undefined : onReplace())}>
            {t("pages.replace", { page: chosen })}
          </Button>
        )}
        <Button variant="default" disabled={count === 1} onClick={remove}>
          {t("pages.remove", { page: chosen })}
        </Button>
      </Group>
      <p className={styles.keys}>{t("pages.keys")}</p>
    </div>
  );
}
