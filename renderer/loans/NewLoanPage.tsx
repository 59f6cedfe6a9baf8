/** A new loan (F2): what was left unfinished is offered first, then a fresh form. */
import { NativeSelect } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useOffice, useProviders } from "../app/office.ts";
import { EmptyList } from "../components/EmptyList.tsx";
import { PageHeading } from "../components/PageHeading.tsx";
import { useViewFocus } from "../till/useViewFocus.ts";
import { ApplicationDesk } from "./application/ApplicationDesk.tsx";
import { ApplicationOffer } from "./application/ApplicationOffer.tsx";
import {
  type ApplicationDraft,
  dropApplication,
  newApplication,
  useKeptApplication,
} from "./application/applicationDraft.ts";

export function NewLoanPage() {
  const { t } = useTranslation("loans");
  const { currency } = useOffice();
  const lenders = useProviders("apply");
  const kept = useKeptApplication();
  const [draft, setDraft] = useState<ApplicationDraft | null>(null);
  const first = lenders[0];

  // The form appears only when the core has said what was left: then the focus goes to its first field.
  const page = useViewFocus(draft?.captureId ?? (kept === undefined ? "asking" : "offer"));

  if (draft === null && kept === null && first !== undefined) setDraft(newApplication(first.id));
  return <div ref={page}>{content()}</div>;

  function content() {
    if (first === undefined)
      return (
        <>
          <PageHeading>{t("new.title")}</PageHeading>
          <EmptyList>{t("new.noLender")}</EmptyList>
        </>
      );
    if (draft !== null) return form(draft);
    if (kept === undefined || kept === null) return <PageHeading>{t("new.title")}</PageHeading>;
    return (
      <ApplicationOffer
        kept={kept}
        onGoOn={() => setDraft(kept.draft)}
        onNew={() => {
          dropApplication();
          setDraft(newApplication(first.id));
        }}
      />
    );
  }

  function form(current: ApplicationDraft) {
    return (
      <>
        {lenders.length > 1 && (
          <NativeSelect
            label={t("new.lender")}
            value={current.providerId}
            onChange={(change) => setDraft({ ...current, providerId: change.currentTarget.value })}
            data={lenders.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <ApplicationDesk key={current.captureId} draft={current} currency={currency} />
      </>
    );
  }
}
