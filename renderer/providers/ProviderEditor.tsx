/** The form of one provider: address, settings and secrets, saved and tried at once. */
import { Button, Group, NativeSelect, Radio } from "@mantine/core";
import { useState } from "react";
import { Controller, useForm } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { type ProviderView, providerKinds } from "../../shared/api/setup.ts";
import { useErrorWords } from "../bridge/errorSentence.ts";
import { showOnField } from "../bridge/formErrors.ts";
import { useAction } from "../bridge/useAction.ts";
import {
  ApprovalFields,
  approvalOf,
  approvalProblem,
  isAboutApproval,
  noApproval,
} from "../components/ApprovalFields.tsx";
import { Busy } from "../components/Busy.tsx";
import { ErrorNote } from "../components/ErrorNote.tsx";
import { TextField } from "../components/TextField.tsx";
import { ConnectionResult } from "./ConnectionResult.tsx";
import { ErrorCodes } from "./ErrorCodes.tsx";
import styles from "./ProviderEditor.module.css";
import { providerFields } from "./providerFields.ts";
import { formOf, inputOf, type ProviderForm } from "./providerInput.ts";

/** Keeps the fields of one row on one height. */
const NO_HINT = "\u00a0";

export type ProviderEditorProps = {
  /** Null for a new one. */
  provider: ProviderView | null;
  /** Ids that are in use, so that a new one gets its own. */
  takenIds: readonly string[];
  /** After it was saved and the lender was asked, whatever the lender said. */
  onSaved: (provider: ProviderView, reachable: boolean) => void;
};

export function ProviderEditor({ provider, takenIds, onSaved }: ProviderEditorProps) {
  const { t } = useTranslation(["setup", "common"]);
  const errorWords = useErrorWords();
  const save = useAction("setup.saveProvider");
  const test = useAction("setup.testProvider");
  const [stored, setStored] = useState(provider);
  const [fieldShown, setFieldShown] = useState(false);
  const [approval, setApproval] = useState(noApproval);
  /** The address of a system that exists is for two people to change, and the core has asked for the second. */
  const [askedTwo, setAskedTwo] = useState(false);
  const aboutTwo = isAboutApproval(save.error);
  const problem = approvalProblem(save.error);
  const form = useForm<ProviderForm>({ defaultValues: formOf(provider, "iute") });
  const { register, handleSubmit, formState, watch, reset, setError, control } = form;
  const { errors } = formState;
  const kind = watch("kind");
  const fields = providerFields[kind];
  const required = t("common:field.required");

  async function submit(typed: ProviderForm): Promise<void> {
    setFieldShown(false);
    const consent = approvalOf(approval);
    const saved = await save.run({
      ...inputOf(typed, stored, takenIds),
      ...(consent === undefined ? {} : { approval: consent }),
    });
    if (!saved.ok) {
      if (isAboutApproval(saved.error)) setAskedTwo(true);
      const names = ["name", "baseUrl", "environment"] as const;
      const places = {
        ...Object.fromEntries(names.map((name) => [name, name])),
        ...Object.fromEntries(
          fields.settings.map(({ name }) => [`settings.${name}`, `settings.${name}` as const]),
        ),
        ...Object.fromEntries(fields.secrets.map((name) => [`secrets.${name}`, `secrets.${name}` as const])),
      };
      setFieldShown(showOnField(saved.error, places, setError, errorWords(saved.error).sentence));
      return;
    }
    setStored(saved.value);
    const tried = await test.run({ providerId: saved.value.id });
    onSaved(saved.value, tried.ok && tried.value.reachable);
  }

  return (
    <form className={styles.form} onSubmit={(event) => void handleSubmit(submit)(event)} noValidate>
      <NativeSelect
        label={t("provider.kind")}
        disabled={stored !== null}
        data={providerKinds.map((one) => ({ value: one, label: t(`provider.kinds.${one}`) }))}
        value={kind}
        onChange={(change) => {
          const next = providerKinds.find((one) => one === change.currentTarget.value);
          if (next !== undefined) reset(formOf(null, next));
        }}
      />
      <div className={styles.pair}>
        <TextField
          label={t("provider.name")}
          maxLength={80}
          error={errors.name?.message}
          {...register("name", { required })}
        />
        <Controller
          control={control}
          name="environment"
          render={({ field }) => (
            <Radio.Group
              size="md"
              label={t("provider.environment")}
              value={field.value}
              onChange={field.onChange}
            >
              <Group mt="xs">
                <Radio value="production" label={t("provider.production")} />
                <Radio value="test" label={t("provider.test")} />
              </Group>
            </Radio.Group>
          )}
        />
      </div>
      <TextField
        label={t("provider.baseUrl")}
        hint={t("provider.baseUrlHint", { rest: fields.endsBefore })}
        inputMode="url"
        maxLength={500}
        error={errors.baseUrl?.message}
        {...register("baseUrl", { required })}
      />
      <div className={styles.pair}>
        {fields.settings.map(({ name, as, choices, optional }) =>
          as === "codes" ? null : as === "choice" ? (
            <NativeSelect
              key={name}
              label={t(`provider.settings.${name}`)}
              description={NO_HINT}
              error={errors.settings?.[name]?.message}
              data={[
                { value: "", label: "" },
                ...(choices ?? []).map((one) => ({ value: one, label: t(`provider.choices.${one}`) })),
              ]}
              {...register(`settings.${name}`, { required })}
            />
          ) : (
            <TextField
              key={name}
              label={t(`provider.settings.${name}`)}
              hint={name === "languages" ? t("provider.settingHints.languages") : NO_HINT}
              optional={optional ?? false}
              maxLength={500}
              error={errors.settings?.[name]?.message}
              {...register(`settings.${name}`, optional === true ? {} : { required })}
            />
          ),
        )}
        {fields.secrets.map((name) => {
          const kept = stored?.secretsSet.includes(name) ?? false;
          return (
            <TextField
              key={name}
              label={t(`provider.secrets.${name}`)}
              hint={kept ? t("provider.secretKept") : NO_HINT}
              secret={name !== "username"}
              maxLength={2000}
              error={errors.secrets?.[name]?.message}
              {...register(`secrets.${name}`, kept ? {} : { required })}
            />
          );
        })}
      </div>
      {fields.settings
        .filter(({ as }) => as === "codes")
        .map(({ name }) => (
          <Controller
            key={name}
            control={control}
            name={`settings.${name}`}
            render={({ field }) => (
              <ErrorCodes
                value={field.value ?? ""}
                error={errors.settings?.[name]?.message}
                onChange={field.onChange}
              />
            )}
          />
        ))}
      {askedTwo && (
        <ApprovalFields
          what="setup.provider"
          value={approval}
          onChange={setApproval}
          focused
          error={problem === null ? undefined : errorWords(problem).sentence}
        />
      )}
      {!fieldShown && !aboutTwo && <ErrorNote error={save.error} again={save.again} />}
      {test.busy && <Busy>{t("provider.testing")}</Busy>}
      <ConnectionResult result={test.value ?? null} error={test.error} />
      <Group>
        <Button
          type="submit"
          variant={test.value?.reachable === true ? "default" : "filled"}
          loading={save.busy || test.busy}
        >
          {t("provider.save")}
        </Button>
      </Group>
    </form>
  );
}
