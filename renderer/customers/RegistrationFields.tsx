/** The registration's fields in their sections; Enter goes to the next one. */
import { NativeSelect } from "@mantine/core";
import { type KeyboardEvent, useId } from "react";
import { useTranslation } from "react-i18next";
import type { DocumentView } from "../../shared/api/paper.ts";
import { FileDrop } from "../components/FileDrop.tsx";
import { TextField } from "../components/TextField.tsx";
import { useFieldWords } from "./fieldWords.ts";
import formStyles from "./Registration.module.css";
import {
  type FieldProblem,
  type FormField,
  type Pictures,
  sections,
  type Typed,
} from "./registrationForm.ts";

export type RegistrationFieldsProps = {
  typed: Typed;
  pictures: Pictures;
  /** False: only the fields that are usually filled in. */
  all: boolean;
  problems: Readonly<Record<string, FieldProblem>>;
  /** The field that the register named, and its words. */
  refused: { key: string; message: string } | null;
  onTyped: (key: string, text: string) => void;
  onPicture: (key: string, document: DocumentView | null) => void;
};

/** Enter held down does nothing; on a button it presses. */
function walk(press: KeyboardEvent<HTMLElement>): void {
  if (press.key !== "Enter" || press.ctrlKey || press.altKey || press.metaKey) return;
  if (!(press.target instanceof HTMLInputElement) && !(press.target instanceof HTMLSelectElement)) return;
  press.preventDefault();
  if (press.repeat) return;
  const stops = [...(press.target.form?.querySelectorAll<HTMLElement>("input, select, button") ?? [])];
  stops[stops.indexOf(press.target) + 1]?.focus();
}

export function RegistrationFields(props: RegistrationFieldsProps) {
  const { all, typed, pictures } = props;
  const { t } = useTranslation("customers");
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Enter walks through all fields.
    <div onKeyDown={walk}>
      {sections.map(({ name, fields }) => {
        const shown = fields.filter(
          ({ key, isUsual }) => all || isUsual || (typed[key] ?? "") !== "" || pictures[key] !== undefined,
        );
        if (shown.length === 0) return null;
        return (
          <fieldset key={name} className={formStyles.group}>
            <legend>{t(`register.sections.${name}`)}</legend>
            {shown.map((field) => (
              <Field
                key={field.key}
                field={field}
                first={name === "document" && field === shown[0]}
                {...props}
              />
            ))}
          </fieldset>
        );
      })}
    </div>
  );
}

type FieldProps = RegistrationFieldsProps & { field: FormField; first: boolean };

function Field({ field, first, typed, pictures, problems, refused, onTyped, onPicture }: FieldProps) {
  const { t } = useTranslation(["customers", "common"]);
  const fieldWords = useFieldWords();
  const values = useId();
  const { key, field: facts } = field;
  const label = fieldWords(facts.name);
  const error = errorWords();

  function errorWords(): string | undefined {
    if (refused?.key === key) return t("register.said", { message: refused.message });
    switch (problems[key]) {
      case "date":
        return t("common:date.notADate");
      case "missing":
        return t("register.missing");
      default:
        return undefined;
    }
  }

  if (facts.kind === "picture")
    return (
      <div className={formStyles.picture}>
        <FileDrop
          inColour
          label={label}
          document={pictures[key] ?? null}
          error={error}
          onDocument={(document) => onPicture(key, document)}
          onRemove={() => onPicture(key, null)}
        />
      </div>
    );
  if (facts.kind === "flag")
    return (
      <NativeSelect
        name={key}
        label={`${label} (${t("common:field.optional")})`}
        value={typed[key] ?? ""}
        error={error}
        data={[
          { value: "", label: "" },
          { value: "true", label: t("yes") },
          { value: "false", label: t("no") },
        ]}
        onChange={(change) => onTyped(key, change.currentTarget.value)}
      />
    );
  const hint = hintFor();
  return (
    <>
      <TextField
        name={key}
        first={first}
        label={label}
        {...(hint === null ? {} : { placeholder: hint })}
        optional={facts.usuallyRequired !== true}
        maxLength={facts.maxLength ?? 255}
        {...(facts.kind === "country" || facts.kind === "currency"
          ? { maxLength: facts.kind === "country" ? 2 : 3 }
          : {})}
        {...(facts.seenValues === undefined ? {} : { list: values })}
        inputMode={facts.kind === "number" ? "numeric" : facts.kind === "email" ? "email" : "text"}
        value={typed[key] ?? ""}
        error={error}
        onChange={(change) => onTyped(key, change.currentTarget.value)}
      />
      {facts.seenValues !== undefined && (
        <datalist id={values}>
          {facts.seenValues.map((value) => (
            <option key={value} value={value} />
          ))}
        </datalist>
      )}
    </>
  );

  function hintFor(): string | null {
    switch (facts.kind) {
      case "date":
        return t("common:date.hint");
      case "country":
        return t("register.countryHint");
      case "currency":
        return t("register.currencyHint");
      case "phone":
        return t("register.phoneHint");
      default:
        return facts.seenValues === undefined ? null : facts.seenValues.join(" · ");
    }
  }
}
