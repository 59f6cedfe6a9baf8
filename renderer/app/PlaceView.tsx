/** Which screen stands at which place. */
import { assertNever } from "../../shared/errors.ts";
import { AccountsPage } from "../accounts/AccountsPage.tsx";
import { ApprovalsPage } from "../approvals/ApprovalsPage.tsx";
import { CustomersPage } from "../customers/CustomersPage.tsx";
import { HelpPage } from "../help/HelpPage.tsx";
import { HomePage } from "../home/HomePage.tsx";
import { JournalPage } from "../journal/JournalPage.tsx";
import { LettersPage } from "../letters/LettersPage.tsx";
import { LoanPage } from "../loans/LoanPage.tsx";
import { LoansPage } from "../loans/LoansPage.tsx";
import { NewLoanPage } from "../loans/NewLoanPage.tsx";
import { OutboxPage } from "../outbox/OutboxPage.tsx";
import { PayoutPage } from "../payout/PayoutPage.tsx";
import { RepaymentPage } from "../repayments/RepaymentPage.tsx";
import { SettingsPage } from "../settings/SettingsPage.tsx";
import { TillPage } from "../till/TillPage.tsx";
import { TrainingPage } from "../training/TrainingPage.tsx";
import type { Place } from "./place.ts";

export function PlaceView({ place }: { place: Place }) {
  switch (place.at) {
    case "home":
      return <HomePage />;
    case "newLoan":
      return <NewLoanPage />;
    case "loans":
      return <LoansPage />;
    case "loan":
      return <LoanPage loanId={place.loanId} />;
    case "repayment":
      return <RepaymentPage {...(place.loanRef === undefined ? {} : { loanRef: place.loanRef })} />;
    case "payout":
      return <PayoutPage {...(place.loanId === undefined ? {} : { loanId: place.loanId })} />;
    case "customers":
      return <CustomersPage given={place} />;
    case "accounts":
      return <AccountsPage given={place} />;
    case "letters":
      return <LettersPage {...(place.loanRef === undefined ? {} : { loanRef: place.loanRef })} />;
    case "outbox":
      return <OutboxPage {...(place.itemId === undefined ? {} : { itemId: place.itemId })} />;
    case "till":
      return <TillPage {...(place.show === undefined ? {} : { show: place.show })} />;
    case "journal":
      return <JournalPage {...(place.text === undefined ? {} : { text: place.text })} />;
    case "approvals":
      return <ApprovalsPage />;
    case "training":
      return <TrainingPage />;
    case "settings":
      return <SettingsPage />;
    case "help":
      return <HelpPage />;
    default:
      return assertNever(place, "place");
  }
}
