/** The first administrator, signed in at once so that the next steps are done in that name. */
import { Button, Group } from "@mantine/core";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { useErrorWords } from "../bridge/errorSentence.ts";
import { showOnField } from "../bridge/formErrors.ts";
import { useAction } from "../bridge/useAction.ts";
import { ErrorNote } from "../components/ErrorNote.tsx";
import { PageHeading } from "../components/PageHeading.tsx";
import { TextField } from "../components/TextField.tsx";
import styles from "./FirstRun.module.css";
import { useOpeningFocus } from "./useOpeningFocus.ts";

type AdminForm = { name: string; pin: string; pinAgain: string };

export function AdminStep({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation(["setup", "common"]);
  const errorWords = useErrorWords();
  const save = useAction("staff.save");
  const signIn = useAction("staff.signIn");
  const page = useOpeningFocus<HTMLFormElement>();
  const [onField, setOnField] = useState(false);
  const { register, handleSubmit, formState, setError, getValues } = useForm<AdminForm>({
    defaultValues: { name: "", pin: "", pinAgain: "" },
  });
  const { errors } = formState;
  const required = t("common:field.required");

  async function submit({ name, pin }: AdminForm): Promise<void> {
    // Saved already where only the signing in has failed: the same press tries that again.
    const reply =
      save.value?.name === name.trim() ? null : await save.run({ name: name.trim(), role: "admin", pin });
    if (reply !== null && !reply.ok) {
      const sentence = errorWords(reply.error).sentence;
      setOnField(showOnField(reply.error, { name: "name", pin: "pin" } as const, setError, sentence));
      return;
    }
    const entered = await signIn.run({ name: name.trim(), pin });
    if (entered.ok) onDone();
  }

  return (
    <form ref={page} onSubmit={(event) => void handleSubmit(submit)(event)} noValidate>
      <PageHeading>{t("admin.title")}</PageHeading>
      <p className={styles.text}>{t("admin.text")}</p>
      <div className={styles.form}>
        <TextField
          first
          label={t("admin.name")}
          maxLength={80}
          error={errors.name?.message}
          {...register("name", { required })}
        />
        <div className={styles.pair}>
          <TextField
            label={t("admin.pin")}
            hint={t("admin.pinHint")}
            secret
            inputMode="numeric"
            maxLength={12}
            error={errors.pin?.message}
            {...register("pin", {
              required,
              pattern: { value: /^\d{6,12}$/, message: t("admin.pinWrong") },
            })}
          />
          <TextField
            label={t("admin.pinAgain")}
            hint={"\u00a0"}
            secret
            inputMode="numeric"
            maxLength={12}
            error={errors.pinAgain?.message}
            {...register("pinAgain", {
              required,
              validate: (again) => again === getValues("pin") || t("admin.pinDiffers"),
            })}
          />
        </div>
        {!onField && <ErrorNote error={save.error ?? signIn.error} />}
        <Group>
          <Button type="submit" loading={save.busy || signIn.busy}>
            {t("common:actions.continue")}
          </Button>
        </Group>
      </div>
    </form>
  );
}
