/** Office, till, currency and language as they stand on every receipt. */
import { Button, Group, NativeSelect } from "@mantine/core";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { useTranslation } from "react-i18next";
import type { SetupView } from "../../shared/api/setup.ts";
import { languages } from "../../shared/api/values.ts";
import { useErrorWords } from "../bridge/errorSentence.ts";
import { showOnField } from "../bridge/formErrors.ts";
import { useAction } from "../bridge/useAction.ts";
import { ErrorNote } from "../components/ErrorNote.tsx";
import { TextField } from "../components/TextField.tsx";
import { asLanguage } from "../i18n/useLanguage.ts";
import styles from "./Settings.module.css";

type OfficeForm = { office: string; till: string; currency: string; language: string };

const places = { office: "office", till: "till", currency: "currency", language: "language" } as const;

export function OfficeSection({ office }: { office: SetupView }) {
  const { t } = useTranslation(["settings", "setup", "common"]);
  const errorWords = useErrorWords();
  const save = useAction("setup.save");
  const [onField, setOnField] = useState(false);
  const { register, handleSubmit, formState, setError, reset } = useForm<OfficeForm>({
    defaultValues: {
      office: office.office,
      till: office.till,
      currency: office.currency,
      language: office.language,
    },
  });
  const { errors, isDirty } = formState;
  const required = t("common:field.required");

  async function submit(typed: OfficeForm): Promise<void> {
    setOnField(false);
    const facts = { ...typed, currency: typed.currency.trim().toUpperCase() };
    const reply = await save.run({ ...facts, language: asLanguage(typed.language) });
    if (reply.ok) reset(facts);
    else setOnField(showOnField(reply.error, places, setError, errorWords(reply.error).sentence));
  }

  return (
    <form className={styles.section} onSubmit={(event) => void handleSubmit(submit)(event)} noValidate>
      <p className={styles.text}>{t("office.text")}</p>
      <TextField
        label={t("setup:office.office")}
        hint={t("setup:office.officeHint")}
        maxLength={80}
        error={errors.office?.message}
        {...register("office", { required })}
      />
      <div className={styles.pair}>
        <TextField
          label={t("setup:office.till")}
          hint={t("setup:office.tillHint")}
          maxLength={40}
          error={errors.till?.message}
          {...register("till", { required })}
        />
        <TextField
          label={t("setup:office.currency")}
          hint={t("office.currencyHint")}
          maxLength={3}
          error={errors.currency?.message}
          {...register("currency", {
            required,
            pattern: { value: /^\s*[A-Za-z]{3}\s*$/, message: t("setup:office.currencyWrong") },
          })}
        />
      </div>
      <NativeSelect
        label={t("setup:office.language")}
        description={t("office.languageHint")}
        data={languages.map((one) => ({ value: one, label: t(`common:languages.${one}`) }))}
        {...register("language")}
      />
      {!onField && <ErrorNote error={save.error} again={save.again} />}
      <Group>
        <Button type="submit" loading={save.busy}>
          {t("common:actions.save")}
        </Button>
        <Saved shown={save.value !== undefined && !isDirty} />
      </Group>
    </form>
  );
}

/** Said aloud, too: a form that keeps standing there looks as if nothing had happened. */
export function Saved({ shown }: { shown: boolean }) {
  const { t } = useTranslation("settings");
  return (
    <p className={styles.saved} role="status">
      {shown && t("saved")}
    </p>
  );
}
