/** The loans of a customer whom this counter knows by mobile number or e-mail only. */
import { Button, Group } from "@mantine/core";
import type { KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { useProvider } from "../app/office.ts";
import { goTo } from "../app/place.ts";
import { KeyHint } from "../components/KeyHint.tsx";
import { PageHeading } from "../components/PageHeading.tsx";
import { ServedLoans, type ServedLoansProps } from "./ServedLoans.tsx";

export function ServedLoansPage({ onBack, ...asked }: ServedLoansProps & { onBack: () => void }) {
  const { t } = useTranslation(["customers", "common"]);
  const lender = useProvider("apply");

  function onKey(press: KeyboardEvent): void {
    if (press.key === "Escape") onBack();
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape goes back from anywhere on the page.
    <div onKeyDown={onKey}>
      <PageHeading
        lead={asked.strict ? t("served.strictLead") : t("served.allLead")}
        aside={
          <Group gap="sm">
            {lender !== null && (
              <Button variant="default" onClick={() => goTo({ at: "newLoan" })}>
                {t("next.newLoan")}
              </Button>
            )}
            <Button variant="default" onClick={onBack} rightSection={<KeyHint keys="Esc" />}>
              {t("common:actions.back")}
            </Button>
          </Group>
        }
      >
        {t("served.of", { customer: asked.customerId })}
      </PageHeading>
      <ServedLoans providerId={asked.providerId} customerId={asked.customerId} strict={asked.strict} />
    </div>
  );
}
