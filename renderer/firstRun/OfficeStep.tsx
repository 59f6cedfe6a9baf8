/** Office, till, currency and language. */
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
import { PageHeading } from "../components/PageHeading.tsx";
import { TextField } from "../components/TextField.tsx";
import { asLanguage, showLanguage, useLanguage } from "../i18n/useLanguage.ts";
import styles from "./FirstRun.module.css";
import { useOpeningFocus } from "./useOpeningFocus.ts";

type OfficeForm = { office: string; till: string; currency: string; language: string };

export function OfficeStep({ office, onDone }: { office: SetupView; onDone: () => void }) {
  const { t } = useTranslation(["setup", "common"]);
  const errorWords = useErrorWords();
  const shown = useLanguage();
  const save = useAction("setup.save");
  const page = useOpeningFocus<HTMLFormElement>();
  const [onField, setOnField] = useState(false);
  const { register, handleSubmit, formState, setError } = useForm<OfficeForm>({
    defaultValues: {
      office: office.office,
      till: office.till,
      currency: office.currency,
      language: office.office === "" ? shown : office.language,
    },
  });
  const { errors } = formState;
  const required = t("common:field.required");

  async function submit(typed: OfficeForm): Promise<void> {
    const language = asLanguage(typed.language);
    const reply = await save.run({ ...typed, currency: typed.currency.trim().toUpperCase(), language });
    if (reply.ok) {
      showLanguage(language);
      onDone();
      return;
    }
    const fields = { office: "office", till: "till", currency: "currency", language: "language" } as const;
    setOnField(showOnField(reply.error, fields, setError, errorWords(reply.error).sentence));
  }

  return (
    <form ref={page} onSubmit={(event) => void handleSubmit(submit)(event)} noValidate>
      <PageHeading>{t("office.title")}</PageHeading>
      <div className={styles.form}>
        <TextField
          first
          label={t("office.office")}
          hint={t("office.officeHint")}
          maxLength={80}
          error={errors.office?.message}
          {...register("office", { required })}
        />
        <div className={styles.pair}>
          <TextField
            label={t("office.till")}
            hint={t("office.tillHint")}
            maxLength={40}
            error={errors.till?.message}
            {...register("till", { required })}
          />
          <TextField
            label={t("office.currency")}
            hint={t("office.currencyHint")}
            maxLength={3}
            error={errors.currency?.message}
            {...register("currency", {
              required,
              pattern: { value: /^\s*[A-Za-z]{3}\s*$/, message: t("office.currencyWrong") },
            })}
          />
        </div>
        <NativeSelect
          label={t("office.language")}
          data={languages.map((one) => ({ value: one, label: t(`common:languages.${one}`) }))}
          {...register("language")}
        />
        {!onField && <ErrorNote error={save.error} again={save.again} />}
        <Group>
          <Button type="submit" loading={save.busy}>
            {t("common:actions.continue")}
          </Button>
        </Group>
      </div>
    </form>
  );
}
