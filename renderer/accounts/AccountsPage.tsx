/** Loan accounts in the lender's own book: what this counter has opened, a new one, and doubts that a person settles. */
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { LoanAccountView } from "../../shared/api/customers.ts";
import { useOffice, useProvider } from "../app/office.ts";
import type { Place } from "../app/place.ts";
import { useCall } from "../bridge/useCall.ts";
import { EmptyList } from "../components/EmptyList.tsx";
import { ErrorNote } from "../components/ErrorNote.tsx";
import { PageHeading } from "../components/PageHeading.tsx";
import { useViewFocus } from "../till/useViewFocus.ts";
import { AccountList } from "./AccountList.tsx";
import { AccountPage } from "./AccountPage.tsx";
import { NewAccount } from "./NewAccount.tsx";

export type AccountsView =
  | { at: "list" }
  | { at: "form" }
  /** The account as an action has just told it; null where the list has to tell. */
  | { at: "account"; account: LoanAccountView | null; captureId: string };

/** From a customer's page: one of the customer's accounts, or a new one for the customer. */
type Given = Omit<Extract<Place, { at: "accounts" }>, "at">;

function firstView({ captureId, customerPin }: Given): AccountsView {
  if (captureId !== undefined) return { at: "account", account: null, captureId };
  return customerPin === undefined ? { at: "list" } : { at: "form" };
}

export function AccountsPage({ given }: { given: Given }) {
  const { t } = useTranslation("accounts");
  const { currency } = useOffice();
  const provider = useProvider("loanAccount");
  const listed = useCall("accounts.list", {});
  const [view, setView] = useState<AccountsView>(() => firstView(given));
  const page = useViewFocus(view.at);
  const toList = () => setView({ at: "list" });
  const opened =
    view.at === "account"
      ? (view.account ?? listed.value?.accounts.find(({ captureId }) => captureId === view.captureId))
      : undefined;
  if (provider === null)
    return (
      <>
        <PageHeading>{t("title")}</PageHeading>
        <EmptyList>{t("noProvider")}</EmptyList>
      </>
    );
  const accountCurrency = provider.currency ?? currency;
  return (
    <div ref={page}>
      {view.at === "list" && (
        <AccountList
          currency={accountCurrency}
          onNew={() => setView({ at: "form" })}
          onOpen={(account, captureId) => setView({ at: "account", account, captureId })}
        />
      )}
      {view.at === "form" && (
        <NewAccount
          provider={provider}
          currency={accountCurrency}
          customerPin={given.customerPin}
          customerName={given.customerName}
          onOpened={(account, captureId) => setView({ at: "account", account, captureId })}
          onBack={toList}
        />
      )}
      {view.at === "account" && opened === undefined && (
        <ErrorNote error={listed.error} again={listed.again} />
      )}
      {view.at === "account" && opened !== undefined && (
        <AccountPage
          account={opened}
          captureId={view.captureId}
          currency={accountCurrency}
          onChanged={(account) => setView({ ...view, account })}
          onBack={toList}
        />
      )}
    </div>
  );
}
