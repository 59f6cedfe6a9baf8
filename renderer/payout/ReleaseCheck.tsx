/** The lender's permission: asked at a press, with its time running down; without it no cash leaves. */
import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { LoanView } from "../../shared/api/loans.ts";
import type { CallValue } from "../../shared/api.ts";
import { goTo } from "../app/place.ts";
import { useAction } from "../bridge/useAction.ts";
import { leftText } from "../components/clockTexts.ts";
import { ErrorNote } from "../components/ErrorNote.tsx";
import { useNow } from "../components/now.ts";
import styles from "./Payout.module.css";

type Check = CallValue<"payouts.check">;

export type ReleaseCheckProps = {
  loan: LoanView;
  check: Check | null;
  onCheck: (check: Check | null) => void;
};

export function ReleaseCheck({ loan, check, onCheck }: ReleaseCheckProps) {
  const { t } = useTranslation("payout");
  const now = useNow(1000);
  const ask = useAction("payouts.check");
  const expired = check !== null && Date.parse(check.expiresAt) <= now;
  const state = check === null ? "none" : !check.allowed ? "notAllowed" : expired ? "expired" : "allowed";

  async function run(): Promise<void> {
    const reply = await ask.run({ loanId: loan.loanId });
    onCheck(reply.ok ? reply.value : null);
  }

  const offline = ask.error?.code === "mustBeOnline";
  return (
    <section className={styles.release} data-state={offline ? "offline" : state}>
      <div role="status">
        <h2>{t(offline ? "release.offline" : `release.${state}`)}</h2>
        {state === "none" && !offline && <p>{t("release.noneText", { name: loan.clientName ?? "–" })}</p>}
        {offline && <p>{t("release.offlineText")}</p>}
        {state === "allowed" && check !== null && (
          <p className={styles.left}>{t("release.left", { left: leftText(check.expiresAt, now) })}</p>
        )}
        {state === "expired" && <p>{t("release.expiredText")}</p>}
        {state === "notAllowed" && (
          <p>
            {check?.message === null || check?.message === undefined
              ? t("release.notAllowedText")
              : t("release.lenderSays", { message: check.message })}
          </p>
        )}
        {!offline && <ErrorNote error={ask.error} />}
      </div>
      <div className={styles.releaseActions}>
        <Button
          variant={state === "allowed" ? "default" : "filled"}
          data-first-focus={state === "none" ? true : undefined}
          loading={ask.busy}
          onClick={() => void run()}
        >
          {t(check === null ? "release.ask" : "release.askAgain")}
        </Button>
        {state !== "allowed" && (
          <Button variant="default" onClick={() => goTo({ at: "loan", loanId: loan.loanId })}>
            {t("toLoan")}
          </Button>
        )}
      </div>
    </section>
  );
}
