/** Why a count or a closing was refused, with the way on where a payout was begun and not ended. */
import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { CallError } from "../../shared/errors.ts";
import { goTo } from "../app/place.ts";
import { useCall } from "../bridge/useCall.ts";
import { ErrorNote } from "../components/ErrorNote.tsx";
import styles from "./Till.module.css";

export function ClosingError({ error, again }: { error: CallError | null; again: (() => void) | null }) {
  const { t } = useTranslation(["till", "home"]);
  const isPayout = error?.code === "openOperation";
  const open = useCall("payouts.open", {}, { enabled: isPayout }).value?.payouts[0];
  if (!isPayout) return <ErrorNote error={error} again={again} />;
  return (
    <div className={styles.notice} role="alert">
      <span>
        <b>{t("home:payouts.title")}.</b> {t("home:payouts.text")}
      </span>
      {open !== undefined && (
        <Button size="sm" onClick={() => goTo({ at: "payout", loanId: open.loanId })}>
          {t("close.settlePayout")}
        </Button>
      )}
    </div>
  );
}
