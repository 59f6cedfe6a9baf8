/** One account in readable words: requested against booked, where a difference comes from, and its schedule. */
import { Button } from "@mantine/core";
import type { KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import type { LoanAccountView } from "../../shared/api/customers.ts";
import { decimalsOf } from "../../shared/currencies.ts";
import { formatMinor } from "../../shared/money.ts";
import { KeyHint } from "../components/KeyHint.tsx";
import { Money } from "../components/Money.tsx";
import { PageHeading } from "../components/PageHeading.tsx";
import { shownDay } from "../customers/customerValues.ts";
import { Facts } from "../customers/Facts.tsx";
import { useLanguage } from "../i18n/useLanguage.ts";
import { AccountDoubt } from "./AccountDoubt.tsx";
import styles from "./Accounts.module.css";

export type AccountPageProps = {
  account: LoanAccountView;
  captureId: string;
  currency: string;
  onChanged: (account: LoanAccountView) => void;
  onBack: () => void;
};

export function AccountPage({ account, captureId, currency, onChanged, onBack }: AccountPageProps) {
  const { t } = useTranslation(["accounts", "common"]);

  function onKey(press: KeyboardEvent): void {
    if (press.key === "Escape") onBack();
  }

  const back = (
    <Button variant="default" onClick={onBack} rightSection={<KeyHint keys="Esc" />}>
      {t("account.back")}
    </Button>
  );
  const isNotCreated = account.accountId === null && account.status === "notCreated";
  const title =
    account.accountId !== null
      ? t("account.title", { id: account.accountId })
      : t(isNotCreated ? "account.notCreated" : "doubt.title");
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape goes back from anywhere on the page.
    <div onKeyDown={onKey}>
      <PageHeading aside={back}>{title}</PageHeading>
      {account.accountId !== null ? (
        <Booked account={account} currency={account.currency ?? currency} />
      ) : isNotCreated ? (
        <p className={styles.text}>{t("account.notCreatedText")}</p>
      ) : (
        <AccountDoubt
          captureId={captureId}
          requestedMinor={account.requestedAmountMinor}
          currency={account.currency ?? currency}
          onChanged={onChanged}
        />
      )}
    </div>
  );
}

function Booked({ account, currency }: { account: LoanAccountView; currency: string }) {
  const { t } = useTranslation("accounts");
  const { requestedAmountMinor, bookedAmountMinor, schedule, status, inferred } = account;
  const words = useDifference(account, currency);
  const decimals = decimalsOf(currency);
  const day = (text: string | null | undefined) =>
    text === null || text === undefined ? null : shownDay(text);
  return (
    <>
      {inferred === true && <p className={styles.doubt}>{t("account.inferred")}</p>}
      <div className={styles.amounts}>
        <div>
          <p>{t("account.requested")}</p>
          <Money amountMinor={requestedAmountMinor} currency={currency} decimals={decimals} size="large" />
        </div>
        <div>
          <p>{t("account.booked")}</p>
          <Money amountMinor={bookedAmountMinor} currency={currency} decimals={decimals} size="large" />
        </div>
      </div>
      <p className={styles.difference} data-kind={words.kind}>
        {words.sentence}
      </p>
      <section className={styles.card}>
        <h2>{t("account.schedule")}</h2>
        <Facts
          facts={[
            [t("account.borrower"), account.borrowerId ?? null],
            [t("account.status"), status === "byHand" ? t("account.byHand") : status],
            [t("account.instalments"), schedule?.instalments ?? null],
            [t("account.frequency"), schedule?.frequency ?? null],
            [
              t("account.interest"),
              schedule?.interestPercent == null ? null : `${schedule.interestPercent} %`,
            ],
            [t("account.disbursal"), day(schedule?.disbursalDate)],
            [t("account.firstInstalment"), day(schedule?.firstInstalmentDate)],
            [t("account.lastInstalment"), day(schedule?.lastInstalmentDate)],
            [t("account.procedure"), schedule?.procedure ?? null],
          ]}
        />
        <p className={styles.soft}>{t("account.wordsOfLender")}</p>
      </section>
    </>
  );
}

type Difference = { kind: "same" | "fee" | "unexplained" | "notTold"; sentence: string };

/** Where the difference comes from, in the clerk's language. */
function useDifference(account: LoanAccountView, currency: string): Difference {
  const { t } = useTranslation("accounts");
  const language = useLanguage();
  const { bookedAmountMinor, requestedAmountMinor, feeMinor } = account;
  const money = (amountMinor: number) =>
    `${formatMinor(amountMinor, language, decimalsOf(currency))} ${currency}`;
  if (bookedAmountMinor === null) return { kind: "notTold", sentence: t("difference.notTold") };
  const difference = bookedAmountMinor - requestedAmountMinor;
  if (difference === 0) return { kind: "same", sentence: t("difference.same") };
  if (difference === feeMinor)
    return { kind: "fee", sentence: t("difference.fee", { fee: money(feeMinor) }) };
  return { kind: "unexplained", sentence: t("difference.unexplained", { difference: money(difference) }) };
}
