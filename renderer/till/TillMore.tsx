/** What can be looked up about the till, whether it is open or not. */
import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import styles from "./Till.module.css";
import type { TillView } from "./tillView.ts";

type NamedView = readonly [string, TillView];

export type TillMoreProps = { open: boolean; sumsHidden: boolean; onView: (view: TillView) => void };

export function TillMore({ open, sumsHidden, onView }: TillMoreProps) {
  const { t } = useTranslation(["till", "transfers", "disputes"]);
  const report: NamedView = [t(open ? "report.midShift" : "report.last"), { at: "report" }];
  // Both would tell what the drawer should hold.
  const pictures: NamedView[] = [
    [t("day.title"), { at: "day" }],
    [t("balance.title"), { at: "balance" }],
  ];
  const views: NamedView[] = [
    report,
    [t("transfers:title"), { at: "transfers" }],
    ...(sumsHidden ? [] : pictures),
    [t("shifts.title"), { at: "shifts" }],
    [t("disputes:title"), { at: "disputes" }],
  ];
  return (
    <nav className={styles.more} aria-label={t("more")}>
      <span className={styles.moreTitle}>{t("more")}</span>
      {views.map(([name, view]) => (
        <Button key={view.at} size="sm" variant="default" onClick={() => onView(view)}>
          {name}
        </Button>
      ))}
    </nav>
  );
}
