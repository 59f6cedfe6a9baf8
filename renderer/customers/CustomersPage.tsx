/** Customers at the other systems of this office: found, registered, and put together on one page. */
import { useState } from "react";
import { assertNever } from "../../shared/errors.ts";
import { useViewFocus } from "../till/useViewFocus.ts";
import { CustomerPage } from "./CustomerPage.tsx";
import type { CustomersView, Given } from "./customersView.ts";
import { FindPage } from "./FindPage.tsx";
import { RegistrationPage } from "./RegistrationPage.tsx";
import { ServedLoansPage } from "./ServedLoansPage.tsx";

export function CustomersPage({ given }: { given: Given }) {
  const [view, setView] = useState<CustomersView>({ at: "find" });
  const page = useViewFocus(view.at);
  const toFind = () => setView({ at: "find" });
  return <div ref={page}>{shown()}</div>;

  function shown() {
    switch (view.at) {
      case "find":
        return <FindPage given={given} onView={setView} />;
      case "customer":
        return <CustomerPage customer={view.customer} isNew={view.isNew} onView={setView} />;
      case "register":
        return (
          <RegistrationPage
            providerId={view.providerId}
            typed={view.typed}
            known={view.known}
            onFound={(customer, isNew) => setView({ at: "customer", customer, isNew })}
            onBack={() =>
              view.known === null ? toFind() : setView({ at: "customer", customer: view.known, isNew: false })
            }
          />
        );
      case "servedLoans":
        return <ServedLoansPage {...view} onBack={toFind} />;
      default:
        return assertNever(view, "view of the customers");
    }
  }
}
