/** Looks a customer up by a document or by the register's own number; each outcome has its own words and next step. */
import { Button } from "@mantine/core";
import { type FormEvent, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { OfficeProvider } from "../app/office.ts";
import { useAction } from "../bridge/useAction.ts";
import { ErrorNote } from "../components/ErrorNote.tsx";
import { TextField } from "../components/TextField.tsx";
import styles from "./Customers.module.css";
import type { CustomersView, Given } from "./customersView.ts";
import { OutcomeNote } from "./OutcomeNote.tsx";

export type LookUpProps = {
  provider: OfficeProvider;
  /** Null where this office cannot register anybody. */
  onboardingId: string | null;
  given: Given;
  onView: (view: CustomersView) => void;
};

export function LookUp({ provider, onboardingId, given, onView }: LookUpProps) {
  const { t } = useTranslation(["customers", "common"]);
  const lookUp = useAction("customers.lookup");
  const fetch = useAction("customers.get");
  const types = useId();
  const form = useRef<HTMLFormElement>(null);
  const [idType, setIdType] = useState(given.idType ?? "");
  const [idNumber, setIdNumber] = useState(given.idNumber ?? "");
  const [ecrn, setEcrn] = useState("");
  const [tried, setTried] = useState<"document" | "number" | null>(null);
  const required = t("common:field.required");

  async function byDocument(event: FormEvent): Promise<void> {
    event.preventDefault();
    setTried("document");
    fetch.reset();
    const asked = { idType: idType.trim(), idNumber: idNumber.trim() };
    if (asked.idType === "" || asked.idNumber === "") {
      form.current?.querySelectorAll("input")[asked.idType === "" ? 0 : 1]?.focus();
      return;
    }
    const reply = await lookUp.run({ providerId: provider.id, ...asked });
    if (!reply.ok || reply.value.customer === undefined) return;
    onView({
      at: "customer",
      customer: { providerId: provider.id, ...asked, fields: reply.value.customer },
      isNew: false,
    });
  }

  async function byNumber(event: FormEvent): Promise<void> {
    event.preventDefault();
    setTried("number");
    lookUp.reset();
    if (ecrn.trim() === "") return;
    const reply = await fetch.run({ providerId: provider.id, ecrn: ecrn.trim() });
    if (!reply.ok || reply.value.customer === undefined) return;
    onView({
      at: "customer",
      customer: { providerId: provider.id, idType: null, idNumber: null, fields: reply.value.customer },
      isNew: false,
    });
  }

  const reply = lookUp.value ?? fetch.value ?? null;
  const failed = lookUp.error === null ? fetch : lookUp;
  return (
    <section className={styles.card}>
      <h2>{t("lookUp.title")}</h2>
      <p className={styles.text}>{t("lookUp.text", { name: provider.name })}</p>
      <form ref={form} className={styles.identity} onSubmit={(event) => void byDocument(event)} noValidate>
        <TextField
          first={given.mobile === undefined}
          label={t("lookUp.idType")}
          list={types}
          maxLength={10}
          value={idType}
          error={tried === "document" && idType.trim() === "" ? required : undefined}
          onChange={(change) => {
            setIdType(change.currentTarget.value);
            lookUp.reset();
          }}
        />
        <TextField
          label={t("lookUp.idNumber")}
          maxLength={60}
          value={idNumber}
          error={tried === "document" && idNumber.trim() === "" ? required : undefined}
          onChange={(change) => {
            setIdNumber(change.currentTarget.value);
            lookUp.reset();
          }}
        />
        <Button
          type="submit"
          variant={reply?.outcome === "notFound" ? "default" : "filled"}
          loading={lookUp.busy}
        >
          {t("lookUp.button")}
        </Button>
        <datalist id={types}>
          <option value="4" label={t("lookUp.idTypes.4")} />
        </datalist>
      </form>
      <form className={styles.byNumber} onSubmit={(event) => void byNumber(event)} noValidate>
        <TextField
          label={t("lookUp.ecrn")}
          maxLength={40}
          value={ecrn}
          error={tried === "number" && ecrn.trim() === "" ? required : undefined}
          onChange={(change) => {
            setEcrn(change.currentTarget.value);
            fetch.reset();
          }}
        />
        <Button type="submit" variant="default" loading={fetch.busy}>
          {t("lookUp.fetch")}
        </Button>
      </form>
      <ErrorNote error={failed.error} again={failed.again} />
      {reply !== null && reply.outcome !== "found" && (
        <OutcomeNote
          outcome={reply.outcome}
          message={reply.message}
          onRegister={
            onboardingId === null
              ? null
              : () =>
                  onView({
                    at: "register",
                    providerId: onboardingId,
                    typed: { "id.idType": idType.trim(), "id.idNumber": idNumber.trim() },
                    known: null,
                  })
          }
        />
      )}
    </section>
  );
}
