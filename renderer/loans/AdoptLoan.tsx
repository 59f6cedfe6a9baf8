/** Takes over a loan that was begun elsewhere, by its reference. */
import { Button, NativeSelect } from "@mantine/core";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { loanRef as loanRefSchema } from "../../shared/api/values.ts";
import { useProviders } from "../app/office.ts";
import { goTo } from "../app/place.ts";
import { call } from "../bridge/call.ts";
import { useErrorWords } from "../bridge/errorSentence.ts";
import { useAction } from "../bridge/useAction.ts";
import { ErrorNote } from "../components/ErrorNote.tsx";
import { TextField } from "../components/TextField.tsx";
import styles from "./Loans.module.css";

/** These are about the reference and stand beside it. */
const aboutReference = ["unknownLoan", "noActiveLoan"];

export type AdoptLoanProps = {
  onClose: () => void;
  /** Where to go with the loan; its own page where nothing is said. */
  onTaken?: (loanId: string) => void;
};

export function AdoptLoan({ onClose, onTaken = (loanId) => goTo({ at: "loan", loanId }) }: AdoptLoanProps) {
  const { t } = useTranslation(["loans", "common"]);
  const errorWords = useErrorWords();
  const lenders = useProviders("loanInfo");
  const adopt = useAction("loans.adopt");
  const [providerId, setProviderId] = useState(lenders[0]?.id ?? "");
  const [typed, setTyped] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);

  /** A loan that is here already is simply opened. */
  async function openKnown(loanRef: string): Promise<boolean> {
    const known = await call("loans.list", { text: loanRef, page: { number: 1, size: 10 } });
    const loan = known.ok ? known.value.loans.find((one) => one.loanRef === loanRef) : undefined;
    if (loan !== undefined) onTaken(loan.loanId);
    return loan !== undefined;
  }

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (adopt.busy) return;
    const reference = loanRefSchema.safeParse(typed.trim());
    if (!reference.success) {
      setProblem(typed.trim() === "" ? t("common:field.required") : t("adopt.notAReference"));
      field.current?.focus();
      return;
    }
    const reply = await adopt.run({ providerId, loanRef: reference.data });
    if (reply.ok) onTaken(reply.value.loanId);
    else if (reply.error.code !== "loanExists" || !(await openKnown(reference.data))) field.current?.select();
  }

  const words = adopt.error === null ? null : errorWords(adopt.error);
  const onField =
    adopt.error !== null && (adopt.error.field === "loanRef" || aboutReference.includes(adopt.error.code));
  return (
    <form
      className={styles.adopt}
      onSubmit={(event) => void submit(event)}
      onKeyDown={(press) => press.key === "Escape" && onClose()}
      noValidate
    >
      <h2>{t("adopt.title")}</h2>
      <p className={styles.hint}>{t("adopt.text")}</p>
      <div className={styles.adoptRow}>
        {lenders.length > 1 && (
          <NativeSelect
            label={t("new.lender")}
            value={providerId}
            onChange={(change) => setProviderId(change.currentTarget.value)}
            data={lenders.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <TextField
          ref={field}
          label={t("list.reference")}
          inputMode="numeric"
          maxLength={40}
          value={typed}
          onChange={(change) => {
            setTyped(change.currentTarget.value);
            setProblem(null);
            adopt.reset();
          }}
          error={
            problem ??
            (onField && adopt.error !== null
              ? t(adopt.error.code === "unknownLoan" ? "adopt.unknown" : "adopt.refused", {
                  sentence: words?.sentence ?? "",
                  said: adopt.error.message,
                })
              : undefined)
          }
        />
        <Button type="submit" loading={adopt.busy}>
          {t("adopt.button")}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t("common:actions.cancel")}
        </Button>
      </div>
      {!onField && <ErrorNote error={adopt.error} again={adopt.again} />}
    </form>
  );
}
