/** Opens a loan account: every documented field, sent once; what is wrong stands beside its field. */
import { Button } from "@mantine/core";
import { type FormEvent, type KeyboardEvent, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { LoanAccountView } from "../../shared/api/customers.ts";
import { decimalsOf } from "../../shared/currencies.ts";
import type { OfficeProvider } from "../app/office.ts";
import { useErrorWords } from "../bridge/errorSentence.ts";
import { useAction } from "../bridge/useAction.ts";
import { ErrorNote } from "../components/ErrorNote.tsx";
import { KeyHint } from "../components/KeyHint.tsx";
import { PageHeading } from "../components/PageHeading.tsx";
import { AccountFields } from "./AccountFields.tsx";
import styles from "./Accounts.module.css";
import { type AccountDraft, useAccountKeeping } from "./accountDraft.ts";
import { type AccountField, accountFields, fieldOfCore, readAccount } from "./accountForm.ts";

export type AccountFormProps = {
  draft: AccountDraft;
  provider: OfficeProvider;
  currency: string;
  onOpened: (account: LoanAccountView, captureId: string) => void;
  onBack: () => void;
};

export function AccountForm({ draft, provider, currency, onOpened, onBack }: AccountFormProps) {
  const { captureId, customerPin, customerName } = draft;
  const { t } = useTranslation(["accounts", "common"]);
  const errorWords = useErrorWords();
  const create = useAction("accounts.create");
  const form = useRef<HTMLFormElement>(null);
  const [typed, setTyped] = useState(draft.typed);
  const keeping = useAccountKeeping(useMemo(() => ({ ...draft, typed }), [draft, typed]));
  const [tried, setTried] = useState(false);
  const [refused, setRefused] = useState<{ field: AccountField; sentence: string } | null>(null);
  const reading = readAccount(typed, decimalsOf(currency));
  const customer = customerPin === undefined ? {} : { customerPin };
  const problems = tried && !reading.ok ? reading.problems : {};

  function focusOn(field: AccountField): void {
    form.current?.querySelector<HTMLElement>(`[data-field="${field}"] :is(input, select)`)?.focus();
  }

  async function submit(event?: FormEvent): Promise<void> {
    event?.preventDefault();
    setTried(true);
    setRefused(null);
    if (!reading.ok) {
      const first = accountFields.find((field) => reading.problems[field] !== undefined);
      if (first !== undefined) focusOn(first);
      return;
    }
    const reply = await create.run({
      providerId: provider.id,
      account: reading.account,
      captureId,
      ...customer,
    });
    if (reply.ok) {
      keeping.end();
      onOpened(reply.value, captureId);
      return;
    }
    const field = fieldOfCore(reply.error.field);
    if (field === null) return;
    const { sentence, detail } = errorWords(reply.error);
    // The core's own checks name the field only: their English sentence is the fact.
    const isOwn = reply.error.code === "invalidInput";
    const words = isOwn ? reply.error.message : [sentence, detail].filter((part) => part !== null).join(" ");
    setRefused({ field, sentence: words });
    focusOn(field);
  }

  function onKey(press: KeyboardEvent): void {
    if (press.key === "Escape") onBack();
    else if (press.key === "Enter" && press.ctrlKey && !press.repeat) void submit();
    else return;
    press.preventDefault();
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the whole form.
    <div onKeyDown={onKey}>
      <PageHeading lead={t("form.lead", { name: provider.name })}>
        {customerName === undefined ? t("form.title") : t("form.titleFor", { name: customerName })}
      </PageHeading>
      <form ref={form} onSubmit={(event) => void submit(event)} noValidate>
        <AccountFields
          typed={typed}
          currency={currency}
          problems={problems}
          refused={refused}
          tried={tried}
          onTyped={(field, text) => {
            setTyped({ ...typed, [field]: text });
            if (refused?.field === field) setRefused(null);
          }}
        />
        {refused === null && <ErrorNote error={create.error} again={create.again} />}
        <div className={styles.foot}>
          <Button
            type="submit"
            loading={create.busy}
            onKeyDown={(press) => press.repeat && press.preventDefault()}
            rightSection={<KeyHint keys="Ctrl+Enter" />}
          >
            {t("form.send")}
          </Button>
          <Button variant="default" onClick={onBack} rightSection={<KeyHint keys="Esc" />}>
            {t("common:actions.back")}
          </Button>
          <p className={styles.soft}>{t("form.once")}</p>
        </div>
      </form>
    </div>
  );
}
