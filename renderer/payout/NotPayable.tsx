/** Why nothing can be paid out for this loan now, and what leads there. */
import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { LoanView } from "../../shared/api/loans.ts";
import { goTo } from "../app/place.ts";
import { PageHeading } from "../components/PageHeading.tsx";
import styles from "./Payout.module.css";

export function NotPayable({ loan }: { loan: LoanView }) {
  const { t } = useTranslation(["payout", "states"]);
  const isPaid =
    loan.payout?.state === "handedOver" || ["handedOver", "active", "closed"].includes(loan.step);
  return (
    <>
      <PageHeading>{t("titleOf", { loanRef: loan.loanRef ?? "–" })}</PageHeading>
      <section className={styles.stop}>
        <h2>{t(isPaid ? "notPayable.paidTitle" : "notPayable.title")}</h2>
        <p>
          {isPaid
            ? t("notPayable.paidText")
            : t("notPayable.text", {
                step: t(`states:step.${loan.step}`),
                next: t(`states:next.${loan.step}`),
              })}
        </p>
        <Button data-first-focus onClick={() => goTo({ at: "loan", loanId: loan.loanId })}>
          {t("toLoan")}
        </Button>
      </section>
    </>
  );
}
