/** Which loan is paid: its reference, typed or scanned. */
import { Button, NativeSelect } from "@mantine/core";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { loanRef as loanRefSchema } from "../../shared/api/values.ts";
import type { CallError } from "../../shared/errors.ts";
import { readScan } from "../app/barcode.ts";
import { useProviders } from "../app/office.ts";
import { goTo } from "../app/place.ts";
import { useErrorWords } from "../bridge/errorSentence.ts";
import { Busy } from "../components/Busy.tsx";
import { ErrorNote } from "../components/ErrorNote.tsx";
import { TextField } from "../components/TextField.tsx";
import styles from "./Repayment.module.css";

export type ReferenceFormProps = {
  /** What the page was opened with. */
  loanRef: string;
  providerId: string;
  onProvider: (providerId: string) => void;
  busy: boolean;
  error: CallError | null;
  again: () => void;
  onFind: (loanRef: string) => void;
};

export function ReferenceForm(props: ReferenceFormProps) {
  const { providerId, onProvider, busy, error, again, onFind } = props;
  const { t } = useTranslation(["repayments", "common"]);
  const errorWords = useErrorWords();
  const providers = useProviders("repayment");
  const [typed, setTyped] = useState(props.loanRef);
  const [problem, setProblem] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const words = error === null ? null : errorWords(error);
  const isAboutReference = error?.field === "loanRef" || error?.code === "noActiveLoan";

  useEffect(() => {
    if (error !== null) field.current?.select();
  }, [error]);

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (busy) return;
    const scan = readScan(typed);
    if (scan.what === "receipt") {
      goTo({ at: "journal", text: scan.receiptNo });
      return;
    }
    const reference = loanRefSchema.safeParse(typed.trim());
    if (reference.success) {
      setProblem(null);
      onFind(reference.data);
      return;
    }
    setProblem(typed.trim() === "" ? t("common:field.required") : t("reference.notAReference"));
    field.current?.focus();
  }

  return (
    <form className={styles.reference} onSubmit={submit} noValidate>
      {providers.length > 1 && (
        <NativeSelect
          label={t("reference.lender")}
          value={providerId}
          onChange={(change) => onProvider(change.currentTarget.value)}
          data={providers.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <div className={styles.referenceRow}>
        <TextField
          first
          ref={field}
          label={t("reference.label")}
          hint={t("reference.hint")}
          inputMode="numeric"
          maxLength={120}
          value={typed}
          readOnly={busy}
          size="lg"
          error={problem ?? (isAboutReference ? words?.sentence : undefined)}
          onChange={(change) => {
            setTyped(change.currentTarget.value);
            setProblem(null);
          }}
        />
      </div>
      {isAboutReference && words?.detail !== null && <p className={styles.keys}>{words?.detail}</p>}
      {!isAboutReference && <ErrorNote error={error} again={again} />}
      {busy ? (
        <Busy>{t("reference.finding")}</Busy>
      ) : (
        <div>
          <Button type="submit">{t("reference.find")}</Button>
        </div>
      )}
    </form>
  );
}
