/** The no-dues letter of a repaid loan: asked for, read on the screen, printed, kept, and opened again. */
import { Button, Radio } from "@mantine/core";
import { type FormEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CallError } from "../../shared/errors.ts";
import { useProvider } from "../app/office.ts";
import { useErrorWords } from "../bridge/errorSentence.ts";
import { useAction } from "../bridge/useAction.ts";
import { EmptyList } from "../components/EmptyList.tsx";
import { ErrorNote } from "../components/ErrorNote.tsx";
import { PageHeading } from "../components/PageHeading.tsx";
import { TextField } from "../components/TextField.tsx";
import { LetterLists } from "./LetterLists.tsx";
import { LetterPaper, type ShownLetter } from "./LetterPaper.tsx";
import styles from "./Letters.module.css";

export const loanTypes = ["PL", "ML", "CL"] as const;
type LoanType = (typeof loanTypes)[number];

export function LettersPage({ loanRef = "" }: { loanRef?: string }) {
  const { t } = useTranslation(["letters", "common"]);
  const errorWords = useErrorWords();
  const provider = useProvider("noDuesLetter");
  const ask = useAction("letters.noc");
  const field = useRef<HTMLInputElement>(null);
  const [loanId, setLoanId] = useState(loanRef);
  const [loanType, setLoanType] = useState<LoanType>("PL");
  const [tried, setTried] = useState(false);
  const [shown, setShown] = useState<ShownLetter | null>(null);
  if (provider === null)
    return (
      <>
        <PageHeading>{t("title")}</PageHeading>
        <EmptyList>{t("noProvider")}</EmptyList>
      </>
    );
  const providerId = provider.id;
  const isEmpty = loanId.trim() === "";
  const idError = fieldError(ask.error, "loanId");
  const typeError = fieldError(ask.error, "loanType");

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    setShown(null);
    if (isEmpty) return field.current?.focus();
    const asked = loanId.trim();
    const reply = await ask.run({ providerId, loanId: asked, loanType });
    if (reply.ok) setShown({ ...reply.value, loanRef: asked });
    else field.current?.focus();
  }

  function fieldError(error: CallError | null, name: "loanId" | "loanType"): string | undefined {
    if (error?.field !== name) return undefined;
    return error.code === "providerRefused" ? errorWords(error).sentence : t("problems.notANumber");
  }

  function changed(): void {
    ask.reset();
    setShown(null);
  }

  return (
    <>
      <PageHeading lead={t("lead")}>{t("title")}</PageHeading>
      <div className={styles.columns}>
        <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
          <TextField
            ref={field}
            first
            label={t("loanId")}
            hint={t("loanIdHint", { name: provider.name })}
            maxLength={60}
            value={loanId}
            error={tried && isEmpty ? t("common:field.required") : idError}
            onChange={(change) => {
              setLoanId(change.currentTarget.value);
              changed();
            }}
          />
          <Radio.Group
            size="md"
            label={t("loanType")}
            value={loanType}
            error={typeError}
            onChange={(next) => {
              setLoanType(loanTypes.find((one) => one === next) ?? loanType);
              changed();
            }}
          >
            {loanTypes.map((one) => (
              <Radio key={one} mt="xs" value={one} label={t(`types.${one}`)} />
            ))}
          </Radio.Group>
          <div>
            <Button type="submit" loading={ask.busy}>
              {t("button")}
            </Button>
          </div>
          {idError === undefined && typeError === undefined && (
            <Refused error={ask.error} again={ask.again} />
          )}
        </form>
        {shown === null ? (
          <LetterLists
            onChoose={(chosen) => {
              setLoanId(chosen);
              changed();
              field.current?.focus();
            }}
            onOpen={({ documentId, loanRef: of, at }) =>
              setShown({ documentId, loanRef: of, at, checks: [] })
            }
          />
        ) : (
          <LetterPaper
            key={shown.documentId}
            letter={shown}
            onClose={() => {
              setShown(null);
              field.current?.focus();
            }}
          />
        )}
      </div>
    </>
  );
}

/** "Not closed yet" is no fault of anybody: each documented refusal has its sentence, beside Apollo's own words. */
function Refused({ error, again }: { error: CallError | null; again: (() => void) | null }) {
  const { t } = useTranslation("letters");
  const errorWords = useErrorWords();
  if (error === null) return null;
  if (error.code !== "providerRefused") return <ErrorNote error={error} again={again} />;
  const { sentence, detail } = errorWords(error);
  return (
    <section className={styles.refused} role="alert">
      <h2>{t("refused.title")}</h2>
      <p>{sentence}</p>
      {detail !== null && <p className={styles.soft}>{detail}</p>}
      {error.reason === "letterNotClosed" && <p>{t("refused.todo")}</p>}
    </section>
  );
}
