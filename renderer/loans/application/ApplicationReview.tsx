/** Everything that would be sent, to be read once more with the customer. */
import { Button } from "@mantine/core";
import { type KeyboardEvent, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { amountInWords } from "../../../shared/amountInWords.ts";
import type { Application } from "../../../shared/api/loans.ts";
import type { CallError } from "../../../shared/errors.ts";
import { Busy } from "../../components/Busy.tsx";
import { dayText } from "../../components/clockTexts.ts";
import { ErrorNote } from "../../components/ErrorNote.tsx";
import { KeyHint } from "../../components/KeyHint.tsx";
import { Money } from "../../components/Money.tsx";
import { PageHeading } from "../../components/PageHeading.tsx";
import { ServedBeside } from "../../customers/ServedBeside.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import styles from "./Application.module.css";
import { groups } from "./ApplicationFields.tsx";
import { type Attachments, attachmentNames } from "./applicationDraft.ts";

export type ApplicationReviewProps = {
  application: Application;
  attachments: Attachments;
  currency: string;
  busy: boolean;
  /** Only where it can be sent again as it is; everything else leads back to the form. */
  error: CallError | null;
  onSend: () => void;
  onBack: () => void;
};

export function ApplicationReview(props: ApplicationReviewProps) {
  const { application, attachments, currency, busy, error, onSend, onBack } = props;
  const { t } = useTranslation(["loans", "common"]);
  const language = useLanguage();
  const page = useRef<HTMLDivElement>(null);
  const sendButton = useRef<HTMLButtonElement>(null);

  // The heading and no button: the second Enter of a hurried hand must send nothing.
  useEffect(() => {
    page.current?.closest("main")?.scrollTo({ top: 0 });
    page.current?.querySelector("h1")?.focus({ preventScroll: true });
  }, []);
  useEffect(() => {
    if (error === null) return;
    page.current?.closest("main")?.scrollTo({ top: 0 });
    sendButton.current?.focus({ preventScroll: true });
  }, [error]);

  function onKey(press: KeyboardEvent): void {
    if (press.key === "Escape" && !busy) onBack();
    else if (press.key === "Enter" && press.repeat) press.preventDefault();
    else if (press.key === "Enter" && press.ctrlKey) onSend();
    else return;
    press.preventDefault();
  }

  function shown(field: (typeof groups)[number]["fields"][number]): string {
    if (field === "birthDate") return dayText(application.birthDate);
    return application[field] === "" ? "–" : application[field];
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the buttons inside.
    <div ref={page} onKeyDown={onKey}>
      <PageHeading lead={t("review.lead")}>{t("review.title")}</PageHeading>
      {error !== null && (
        <div className={styles.notSent}>
          <ErrorNote error={error} />
          <p>{t("review.notSent")}</p>
        </div>
      )}
      <div className={styles.review}>
        <section className={styles.reviewLoan}>
          <h2>{t("group.loan")}</h2>
          <Money amountMinor={application.amountMinor} currency={currency} size="large" />
          <p>{amountInWords(application.amountMinor, currency, language)}</p>
          <p className={styles.strong}>{t("review.months", { count: application.months })}</p>
          <h2>{t("group.documents")}</h2>
          <dl className={styles.facts}>
            {attachmentNames.map((name) => (
              <div key={name}>
                <dt>{t(`attachment.${name}`)}</dt>
                <dd>{attachments[name]?.name ?? t("attachment.none")}</dd>
              </div>
            ))}
          </dl>
        </section>
        <div className={styles.reviewGroups}>
          {groups.map((group) => (
            <section key={group.name} className={styles.reviewGroup} data-group={group.name}>
              <h2>{t(`group.${group.name}`)}</h2>
              <dl className={styles.facts}>
                {group.fields.map((field) => (
                  <div key={field}>
                    <dt>{t(`field.${field}`)}</dt>
                    <dd>{shown(field)}</dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
        </div>
      </div>
      <ServedBeside mobile={application.gsm} />
      {busy && <Busy>{t("review.sending")}</Busy>}
      <div className={styles.actions}>
        <Button
          ref={sendButton}
          size="lg"
          loading={busy}
          onClick={onSend}
          rightSection={<KeyHint keys="Ctrl+Enter" />}
        >
          {t("review.send")}
        </Button>
        <Button
          size="lg"
          variant="default"
          disabled={busy}
          onClick={onBack}
          rightSection={<KeyHint keys="Esc" />}
        >
          {t("common:actions.backToForm")}
        </Button>
      </div>
    </div>
  );
}
