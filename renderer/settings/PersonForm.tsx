/** One member of staff: role, a new PIN, and whether this person may sign in. */
import { Button, Group, Radio } from "@mantine/core";
import { type KeyboardEvent, useState } from "react";
import { Controller, useForm } from "react-hook-form";
import { useTranslation } from "react-i18next";
import type { StaffEntry } from "../../shared/api/people.ts";
import { type Role, roles } from "../../shared/api/values.ts";
import { useErrorWords } from "../bridge/errorSentence.ts";
import { showOnField } from "../bridge/formErrors.ts";
import { useAction } from "../bridge/useAction.ts";
import { ErrorNote } from "../components/ErrorNote.tsx";
import { KeyHint } from "../components/KeyHint.tsx";
import { Question } from "../components/Question.tsx";
import { TextField } from "../components/TextField.tsx";
import { useViewFocus } from "../till/useViewFocus.ts";
import { PersonState } from "./PersonState.tsx";
import styles from "./Settings.module.css";

type Form = { name: string; role: Role; pin: string; pinAgain: string };

const places = { name: "name", role: "role", pin: "pin" } as const;

export type PersonFormProps = {
  /** Null for a new one. */
  person: StaffEntry | null;
  onBack: () => void;
  /** With the sentence that says what was done. */
  onDone: (sentence: string) => void;
};

export function PersonForm({ person, onBack, onDone }: PersonFormProps) {
  const { t } = useTranslation(["settings", "setup", "common"]);
  const errorWords = useErrorWords();
  const save = useAction("staff.save");
  const page = useViewFocus("person");
  const [onField, setOnField] = useState(false);
  const [asking, setAsking] = useState(false);
  const { register, handleSubmit, formState, setError, getValues, control } = useForm<Form>({
    defaultValues: { name: person?.name ?? "", role: person?.role ?? "cashier", pin: "", pinAgain: "" },
  });
  const { errors } = formState;
  const required = t("common:field.required");

  async function submit({ name, role, pin }: Form): Promise<void> {
    setOnField(false);
    const who = person?.name ?? name.trim();
    const reply = await save.run({ name: who, role, ...(pin === "" ? {} : { pin }) });
    if (reply.ok) onDone(t(person === null ? "staff.added" : "staff.changed", { name: who }));
    else setOnField(showOnField(reply.error, places, setError, errorWords(reply.error).sentence));
  }

  async function setActive(active: boolean): Promise<void> {
    if (person === null) return;
    const reply = await save.run({ name: person.name, role: person.role, active });
    setAsking(false);
    if (reply.ok) onDone(t(active ? "staff.activated" : "staff.deactivated", { name: person.name }));
  }

  function onKey(press: KeyboardEvent): void {
    if (press.key === "Escape" && !asking) onBack();
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape goes back from anywhere in the form.
    <div ref={page} onKeyDown={onKey}>
      <form className={styles.section} onSubmit={(event) => void handleSubmit(submit)(event)} noValidate>
        <h2>{person === null ? t("staff.newTitle") : person.name}</h2>
        {person === null && (
          <TextField
            first
            label={t("setup:admin.name")}
            hint={t("staff.nameHint")}
            maxLength={80}
            error={errors.name?.message}
            {...register("name", { required })}
          />
        )}
        <Controller
          control={control}
          name="role"
          render={({ field }) => (
            <Radio.Group
              size="md"
              label={t("staff.role")}
              value={field.value}
              error={errors.role?.message}
              onChange={(next) => field.onChange(roles.find((one) => one === next) ?? field.value)}
            >
              {roles.map((one) => (
                <Radio
                  key={one}
                  mt="xs"
                  value={one}
                  label={t(`common:roles.${one}`)}
                  description={t(`staff.roles.${one}`)}
                  data-first-focus={person !== null && one === field.value ? true : undefined}
                />
              ))}
            </Radio.Group>
          )}
        />
        <div className={styles.pair}>
          <TextField
            label={person === null ? t("setup:admin.pin") : t("staff.newPin")}
            hint={person === null ? t("setup:admin.pinHint") : t("staff.newPinHint")}
            secret
            inputMode="numeric"
            maxLength={12}
            error={errors.pin?.message}
            {...register("pin", {
              ...(person === null ? { required } : {}),
              pattern: { value: /^\d{6,12}$/, message: t("setup:admin.pinWrong") },
            })}
          />
          <TextField
            label={t("setup:admin.pinAgain")}
            hint={"\u00a0"}
            secret
            inputMode="numeric"
            maxLength={12}
            error={errors.pinAgain?.message}
            {...register("pinAgain", {
              validate: (again) => again === getValues("pin") || t("setup:admin.pinDiffers"),
            })}
          />
        </div>
        {person !== null && <PersonState person={person} onDone={onDone} />}
        {!onField && <ErrorNote error={save.error} again={save.again} />}
        <Group>
          <Button type="submit" loading={save.busy}>
            {t(person === null ? "staff.add" : "common:actions.save")}
          </Button>
          {person !== null && (
            <Button
              variant="default"
              onClick={() => (person.active ? setAsking(true) : void setActive(true))}
            >
              {t(person.active ? "staff.deactivate" : "staff.activate")}
            </Button>
          )}
          <Button variant="default" onClick={onBack} rightSection={<KeyHint keys="Esc" />}>
            {t("common:actions.back")}
          </Button>
        </Group>
      </form>
      <Question
        open={asking}
        title={t("staff.deactivateAsk", { name: person?.name ?? "" })}
        safe={{ verb: t("staff.keep"), onChoose: () => setAsking(false) }}
        others={[
          {
            verb: t("staff.deactivate"),
            kind: "danger",
            onChoose: () => void setActive(false),
            busy: save.busy,
          },
        ]}
      >
        <p>{t("staff.deactivateText")}</p>
      </Question>
    </div>
  );
}
