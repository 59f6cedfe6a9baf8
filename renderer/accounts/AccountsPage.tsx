/** Loan accounts in the lender's own book: what this counter has opened, a new one, and doubts that a person settles. */
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { LoanAccountView } from "../../shared/api/customers.ts";
import { useOffice, useProvider } from "../app/office.ts";
import { EmptyList } from "../components/EmptyList.tsx";
import { PageHeading } from "../components/PageHeading.tsx";
import { useViewFocus } from "../till/useViewFocus.ts";
import { AccountForm } from "./AccountForm.tsx";
import { AccountList } from "./AccountList.tsx";
import { AccountPage } from "./AccountPage.tsx";

export type AccountsView =
  | { at: "list" }
  | { at: "form" }
  | { at: "account"; account: LoanAccountView; captureId: string };

export function AccountsPage() {
  const { t } = useTranslation("accounts");
  const { currency } = useOffice();
  const provider = useProvider("loanAccount");
  const [view, setView] = useState<AccountsView>({ at: "list" });
  const page = useViewFocus(view.at);
  const toList = () => setView({ at: "list" });
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
        <AccountForm
          provider={provider}
          currency={accountCurrency}
          onOpened={(account, captureId) => setView({ at: "account", account, captureId })}
          onBack={toList}
        />
      )}
      {view.at === "account" && (
        <AccountPage
          account={view.account}
          captureId={view.captureId}
          currency={accountCurrency}
          onChanged={(account) => setView({ ...view, account })}
          onBack={toList}
        />
      )}
    </div>
  );
}
