/** For the one who opens: how the last shift ended, what it carried over, and cash that is under way. */
import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { CallValue } from "../../shared/api.ts";
import { formatMinor } from "../../shared/money.ts";
import { useCall } from "../bridge/useCall.ts";
import { dayText } from "../components/clockTexts.ts";
import { TimeAgo } from "../components/TimeAgo.tsx";
import { useLanguage } from "../i18n/useLanguage.ts";
import { ItemList } from "./ItemList.tsx";
import styles from "./Till.module.css";
import { TransferList } from "./TransferTable.tsx";
import type { TillView } from "./tillView.ts";

type LastShift = NonNullable<CallValue<"till.handover">["lastShift"]>;

export type HandoverProps = { currency: string; onView: (view: TillView) => void };

export function Handover({ currency, onView }: HandoverProps) {
  const { t } = useTranslation("till");
  const left = useCall("till.handover", {}).value;
  if (left === undefined) return null;
  const { lastShift, carriedOver, transfersUnderWay } = left;
  return (
    <section className={styles.handover} aria-label={t("handover.title")}>
      <h2>{t("handover.title")}</h2>
      {lastShift === null ? (
        <p className={styles.keys}>{t("handover.first")}</p>
      ) : (
        <LastShiftEnd shift={lastShift} currency={currency} onView={onView} />
      )}
      {carriedOver.length > 0 && (
        <>
          <p className={styles.carried}>{t("handover.carried", { count: carriedOver.length })}</p>
          <ItemList items={carriedOver} />
        </>
      )}
      {transfersUnderWay.length > 0 && (
        <>
          <p className={styles.carried}>{t("handover.transfers", { count: transfersUnderWay.length })}</p>
          <TransferList transfers={transfersUnderWay} onView={onView} />
        </>
      )}
    </section>
  );
}

type LastShiftProps = HandoverProps & { shift: LastShift };

function LastShiftEnd({ shift, currency, onView }: LastShiftProps) {
  const { t } = useTranslation("till");
  const language = useLanguage();
  const { shiftId, businessDate, closedAt, closedBy, differenceMinor, note, approvedBy } = shift;
  const amount = `${formatMinor(Math.abs(differenceMinor), language)} ${currency}`;
  return (
    <>
      <p>
        {t("handover.closedBy", { day: dayText(businessDate), name: closedBy })}, <TimeAgo at={closedAt} />
      </p>
      <div className={styles.difference} data-kind={differenceMinor === 0 ? "none" : "some"}>
        {differenceMinor === 0 && t("handover.exact")}
        {differenceMinor > 0 && t("handover.over", { amount })}
        {differenceMinor < 0 && t("handover.short", { amount })}
        {differenceMinor !== 0 && note !== null && <small>{t("handover.note", { note })}</small>}
        {differenceMinor !== 0 && (
          <small>
            {approvedBy === null ? t("handover.toBeSigned") : t("handover.approved", { name: approvedBy })}
          </small>
        )}
      </div>
      <Button size="sm" variant="default" onClick={() => onView({ at: "report", shiftId })}>
        {t("handover.toReport")}
      </Button>
    </>
  );
}
