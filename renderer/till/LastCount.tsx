/** A count stands and the till is not closed, after a power cut for example: go on with it, or count once more. */
import { Button, Group } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { DrawerCount, TillStatus } from "../../shared/api/till.ts";
import { Money } from "../components/Money.tsx";
import { PageHeading } from "../components/PageHeading.tsx";
import { TimeAgo } from "../components/TimeAgo.tsx";
import styles from "./Till.module.css";
import { TillNotices } from "./TillNotices.tsx";

export type LastCountProps = {
  count: DrawerCount;
  status: TillStatus;
  onGoOn: () => void;
  onRecount: () => void;
  onBack: () => void;
};

export function LastCount({ count, status, onGoOn, onRecount, onBack }: LastCountProps) {
  const { t } = useTranslation(["till", "common"]);
  const isStale = count.expectedMinor !== status.expectedMinor;
  return (
    <>
      <PageHeading lead={t("notice.counted")}>{t("close.title")}</PageHeading>
      <TillNotices status={status} />
      <section className={styles.result} aria-label={t("close.lastCount")}>
        <h2>
          {t("close.lastCount")} · {t("close.number", { number: count.number })}
        </h2>
        <p className={styles.keys}>
          {t("close.countedBy", { name: count.by })}, <TimeAgo at={count.at} />
        </p>
        <Money amountMinor={count.countedMinor} currency={status.currency} size="large" />
        {isStale && <p className={styles.problem}>{t("close.stale")}</p>}
        <Group>
          {!isStale && (
            <Button data-first-focus size="lg" onClick={onGoOn}>
              {t("close.resume")}
            </Button>
          )}
          <Button
            data-first-focus={isStale || undefined}
            size="lg"
            variant={isStale ? "filled" : "default"}
            onClick={onRecount}
          >
            {t("close.recount")}
          </Button>
          <Button size="lg" variant="default" onClick={onBack}>
            {t("common:actions.back")}
          </Button>
        </Group>
      </section>
    </>
  );
}
