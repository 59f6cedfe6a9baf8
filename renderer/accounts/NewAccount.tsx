/** A new loan account: what was left unfinished is offered first, then a fresh form. */
import { Button, Group } from "@mantine/core";
import { type KeyboardEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { LoanAccountView } from "../../shared/api/customers.ts";
import type { OfficeProvider } from "../app/office.ts";
import { useCall } from "../bridge/useCall.ts";
import { clockText } from "../components/clockTexts.ts";
import { KeyHint } from "../components/KeyHint.tsx";
import { useNow } from "../components/now.ts";
import { PageHeading } from "../components/PageHeading.tsx";
import { useLanguage } from "../i18n/useLanguage.ts";
import { useViewFocus } from "../till/useViewFocus.ts";
import { AccountForm } from "./AccountForm.tsx";
import styles from "./Accounts.module.css";
import {
  type AccountDraft,
  dropAccount,
  type KeptAccount,
  newAccount,
  useKeptAccount,
} from "./accountDraft.ts";

export type NewAccountProps = {
  provider: OfficeProvider;
  currency: string;
  /** The customer for whom it is opened, where that is known. */
  customerPin?: string | undefined;
  customerName?: string | undefined;
  onOpened: (account: LoanAccountView, captureId: string) => void;
  onBack: () => void;
};

export function NewAccount(props: NewAccountProps) {
  const { provider, currency, customerPin, customerName, onOpened, onBack } = props;
  const left = useKeptAccount(provider.id);
  const listed = useCall("accounts.list", {});
  const kept = listed.loading ? undefined : unsent(left, listed.value?.accounts ?? []);
  const [draft, setDraft] = useState<AccountDraft | null>(null);
  const fresh = () => newAccount({ providerId: provider.id, customerPin, customerName });
  // The form appears only when the core has said what was left: then the focus goes to its first field.
  const page = useViewFocus(draft?.captureId ?? (kept === undefined ? "asking" : "offer"));
  if (draft === null && kept === null) setDraft(fresh());
  return (
    <div ref={page}>
      {draft !== null ? (
        <AccountForm
          key={draft.captureId}
          draft={draft}
          provider={provider}
          currency={currency}
          onOpened={onOpened}
          onBack={onBack}
        />
      ) : (
        kept && (
          <Offer
            kept={kept}
            onGoOn={() => setDraft(kept.draft)}
            onNew={() => {
              dropAccount();
              setDraft(fresh());
            }}
            onBack={onBack}
          />
        )
      )}
    </div>
  );
}

/** A form that went out just before the program ended stands in the list, and is no draft any more. */
function unsent(
  left: KeptAccount | null | undefined,
  sent: readonly { captureId: string }[],
): KeptAccount | null | undefined {
  return sent.some(({ captureId }) => captureId === left?.draft.captureId) ? null : left;
}

type OfferProps = { kept: KeptAccount; onGoOn: () => void; onNew: () => void; onBack: () => void };

function Offer({ kept, onGoOn, onNew, onBack }: OfferProps) {
  const { t } = useTranslation(["accounts", "common"]);
  const language = useLanguage();
  const clock = clockText(kept.savedAt, language, useNow());
  const name = kept.draft.customerName;

  function onKey(press: KeyboardEvent): void {
    if (press.key !== "Escape") return;
    press.preventDefault();
    onBack();
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape goes back from anywhere on the page.
    <div onKeyDown={onKey}>
      <PageHeading>{t("form.title")}</PageHeading>
      <section className={styles.offer}>
        <h2>{name === undefined ? t("draft.titleNoName") : t("draft.title", { name })}</h2>
        <p>{t("draft.text", { clock })}</p>
        <Group>
          <Button data-first-focus onClick={onGoOn}>
            {t("draft.goOn")}
          </Button>
          <Button variant="default" onClick={onNew}>
            {t("draft.drop")}
          </Button>
          <Button variant="default" onClick={onBack} rightSection={<KeyHint keys="Esc" />}>
            {t("common:actions.back")}
          </Button>
        </Group>
      </section>
    </div>
  );
}
