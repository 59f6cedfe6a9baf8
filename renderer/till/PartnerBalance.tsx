/** What the office owes each lender as this till knows it: a statement's balance and what moved since. No cash of the drawer. */
import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { PartnerBalance as Balance } from "../../shared/api/tillBooks.ts";
import { usePerson } from "../bridge/session.ts";
import { useCall } from "../bridge/useCall.ts";
import { Busy } from "../components/Busy.tsx";
import { ErrorNote } from "../components/ErrorNote.tsx";
import { Money } from "../components/Money.tsx";
import { PageHeading } from "../components/PageHeading.tsx";
import { TimeAgo } from "../components/TimeAgo.tsx";
import { EnterBalance } from "./EnterBalance.tsx";
import lineStyles from "./Lines.module.css";
import styles from "./Till.module.css";

export function PartnerBalance({ onBack }: { onBack: () => void }) {
  const { t } = useTranslation(["till", "common"]);
  const person = usePerson();
  const answer = useCall("till.partnerBalance", {});
  const balances = answer.value?.balances ?? [];
  return (
    <>
      <PageHeading
        lead={t("balance.lead")}
        aside={
          <Button variant="default" onClick={onBack}>
            {t("common:actions.back")}
          </Button>
        }
      >
        {t("balance.title")}
      </PageHeading>
      <ErrorNote error={answer.error} again={answer.again} />
      {answer.loading && <Busy>{t("common:loading")}</Busy>}
      {answer.value !== undefined && balances.length === 0 && <p>{t("balance.nobody")}</p>}
      <div className={styles.balances}>
        {balances.map((balance) => (
          <section key={balance.providerId} aria-label={balance.name}>
            <BalanceTable balance={balance} />
            {person !== null && person.role !== "cashier" && <EnterBalance balance={balance} />}
          </section>
        ))}
      </div>
    </>
  );
}

function BalanceTable({ balance }: { balance: Balance }) {
  const { t } = useTranslation("till");
  const { name, currency, opening, balanceMinor, balanceIfAllBookedMinor } = balance;
  return (
    <table className={lineStyles.lines}>
      <caption className={lineStyles.caption}>{name}</caption>
      <tbody>
        <tr>
          <th scope="row">
            {t("balance.opening")}
            <small>
              {opening === null ? (
                t("balance.noOpening")
              ) : (
                <>
                  {t("balance.openingBy", { name: opening.by })}, <TimeAgo at={opening.at} />. {opening.note}
                </>
              )}
            </small>
          </th>
          <td>
            <Money amountMinor={opening?.balanceMinor ?? null} />
          </td>
        </tr>
        <Line name={t("balance.payouts")} line="confirmed" minor={balance.payoutsCertainMinor} />
        <Line name={t("balance.repayments")} line="confirmed" minor={balance.repaymentsCertainMinor} />
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t(balanceMinor < 0 ? "balance.nowOwed" : "balance.now")}</th>
          <td>
            <Money amountMinor={Math.abs(balanceMinor)} currency={currency} size="total" />
          </td>
        </tr>
        <Line name={t("balance.payoutsNotYet")} line="unconfirmed" minor={balance.payoutsNotYetMinor} />
        <Line name={t("balance.repaymentsNotYet")} line="unconfirmed" minor={balance.repaymentsNotYetMinor} />
        <Line
          name={t(balanceIfAllBookedMinor < 0 ? "balance.ifAllOwed" : "balance.ifAll")}
          minor={Math.abs(balanceIfAllBookedMinor)}
        />
      </tfoot>
    </table>
  );
}

function Line({ name, minor, line }: { name: string; minor: number; line?: string }) {
  return (
    <tr data-line={line} data-nothing={minor === 0 || undefined}>
      <th scope="row">{name}</th>
      <td>
        <Money amountMinor={minor} />
      </td>
    </tr>
  );
}
