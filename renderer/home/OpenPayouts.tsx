/** Payouts begun without an end: after a crash nobody but a person knows where the cash is. */
import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useOffice } from "../app/office.ts";
import { goTo } from "../app/place.ts";
import { useCall } from "../bridge/useCall.ts";
import { ageText } from "../components/clockTexts.ts";
import { Money } from "../components/Money.tsx";
import { useNow } from "../components/now.ts";
import styles from "./HomePage.module.css";

export function OpenPayouts() {
  const { t } = useTranslation(["home", "common"]);
  const { t: words } = useTranslation("common");
  const { currency } = useOffice();
  const now = useNow();
  const payouts = useCall("payouts.open", {}).value?.payouts ?? [];
  return payouts.map((payout) => (
    <section key={payout.payoutId} className={styles.prompt} role="alert">
      <div>
        <h2>
          {t("payouts.title")}: {payout.loanRef},{" "}
          <Money amountMinor={payout.amountMinor} currency={currency} />
        </h2>
        <p>
          {t("payouts.text")}{" "}
          {t("payouts.begun", { when: ageText(words, payout.begunAt, now), name: payout.begunBy })}
        </p>
      </div>
      <Button onClick={() => goTo({ at: "payout", loanId: payout.loanId })}>{t("payouts.button")}</Button>
    </section>
  ));
}
