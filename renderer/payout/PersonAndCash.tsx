/** Who the customer must be, what the customer gets, and the PIN from the person's own document. */
import { Button } from "@mantine/core";
import { type FormEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { amountInWords } from "../../shared/amountInWords.ts";
import type { LoanView } from "../../shared/api/loans.ts";
import type { CallValue } from "../../shared/api.ts";
import type { CallError } from "../../shared/errors.ts";
import { formatMinor } from "../../shared/money.ts";
import { goTo } from "../app/place.ts";
import { useErrorWords } from "../bridge/errorSentence.ts";
import { useAction } from "../bridge/useAction.ts";
import { ApprovalFields, approvalOf, isAboutApproval, noApproval } from "../components/ApprovalFields.tsx";
import { ErrorNote } from "../components/ErrorNote.tsx";
import { Money } from "../components/Money.tsx";
import { useNow } from "../components/now.ts";
import { TextField } from "../components/TextField.tsx";
import { useLanguage } from "../i18n/useLanguage.ts";
import { NotesToGive } from "./NotesToGive.tsx";
import styles from "./Payout.module.css";

export type PersonAndCashProps = {
  loan: LoanView;
  check: CallValue<"payouts.check">;
  currency: string;
  onBegun: (clientPin: string) => void;
};

/** Refusals whose cause stands on this screen; the others are said above the button. */
const aboutPin = (error: CallError) => error.code === "wrongCustomer" || error.field === "clientPin";
const aboutAmount = (error: CallError) => error.code === "amountDiffers" || error.code === "cashShort";

export function PersonAndCash({ loan, check, currency, onBegun }: PersonAndCashProps) {
  const { t } = useTranslation(["payout", "common"]);
  const language = useLanguage();
  const errorWords = useErrorWords();
  const now = useNow(1000);
  const begin = useAction("payouts.begin");
  const form = useRef<HTMLFormElement>(null);
  const pinField = useRef<HTMLInputElement>(null);
  const [clientPin, setClientPin] = useState("");
  const [approval, setApproval] = useState(noApproval);
  const [approvalAsked, setApprovalAsked] = useState(false);
  const [tried, setTried] = useState(false);
  const expired = Date.parse(check.expiresAt) <= now;
  const differs = loan.amountMinor !== null && loan.amountMinor !== check.amountMinor;
  const { error } = begin;
  const words = error === null ? undefined : errorWords(error).sentence;

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    if (clientPin.trim() === "") return pinField.current?.focus();
    const consent = approvalOf(approval);
    const reply = await begin.run({
      checkId: check.checkId,
      clientPin,
      ...(consent === undefined ? {} : { approval: consent }),
    });
    if (reply.ok) return onBegun(clientPin);
    if (isAboutApproval(reply.error)) {
      setApprovalAsked(true);
      window.setTimeout(() => form.current?.querySelector<HTMLInputElement>("fieldset input")?.focus());
    } else if (aboutPin(reply.error)) pinField.current?.select();
  }

  const isOwnPlace = error !== null && (aboutPin(error) || aboutAmount(error) || isAboutApproval(error));
  return (
    <div className={styles.columns}>
      <form
        ref={form}
        className={styles.person}
        onSubmit={(event) => void submit(event)}
        onKeyDown={(press) => {
          if (press.key === "Enter" && press.repeat) press.preventDefault();
        }}
        noValidate
      >
        <section className={styles.who}>
          <h2>{t("person.title")}</h2>
          <p className={styles.name}>{check.clientName}</p>
          <p>
            {t("person.pin")} <b className={styles.masked}>{check.clientPinMasked}</b>
          </p>
          <TextField
            first
            ref={pinField}
            label={t("person.pinField")}
            hint={t("person.pinHint")}
            size="lg"
            maxLength={40}
            disabled={differs || expired}
            value={clientPin}
            error={
              error !== null && aboutPin(error)
                ? words
                : tried && clientPin.trim() === ""
                  ? t("person.pinNeeded")
                  : undefined
            }
            onChange={(change) => {
              setClientPin(change.currentTarget.value);
              if (error !== null && !approvalAsked) begin.reset();
            }}
          />
        </section>
        {approvalAsked && (
          <ApprovalFields
            value={approval}
            onChange={setApproval}
            what="payout"
            why={t("person.approvalWhy")}
            error={error !== null && isAboutApproval(error) && approval.pin !== "" ? words : undefined}
          />
        )}
        {!isOwnPlace && <ErrorNote error={error} again={begin.again} />}
        <div className={styles.actions}>
          <Button type="submit" size="lg" loading={begin.busy} disabled={differs || expired}>
            {t("person.begin")}
          </Button>
          <p className={styles.soft}>{t(expired ? "person.expired" : "person.beginHint")}</p>
        </div>
      </form>
      <section className={styles.cash} aria-label={t("cash.amount")}>
        <h2>{t("cash.amount")}</h2>
        <p className={styles.amount}>
          <Money amountMinor={check.amountMinor} currency={currency} size="large" />
        </p>
        <p>{amountInWords(check.amountMinor, currency, language)}</p>
        {differs && (
          <p className={styles.problem} role="alert">
            {t("cash.differs", { applied: formatMinor(loan.amountMinor ?? 0, language) })}
          </p>
        )}
        {error !== null && aboutAmount(error) && (
          <div role="alert">
            <p className={styles.problem}>{words}</p>
            {error.code === "cashShort" && (
              <Button variant="default" onClick={() => goTo({ at: "till" })}>
                {t("cash.toTill")}
              </Button>
            )}
          </div>
        )}
        {!differs && <NotesToGive amountMinor={check.amountMinor} currency={currency} />}
      </section>
    </div>
  );
}
