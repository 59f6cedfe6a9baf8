/** The application's fields in their groups, each with its problem beside it; Enter goes to the next one. */
import type { KeyboardEvent, RefObject } from "react";
import { Controller, type UseFormReturn } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { dottedDate } from "../../../shared/dates.ts";
import { AmountField } from "../../components/AmountField.tsx";
import { FileDrop } from "../../components/FileDrop.tsx";
import { TextField } from "../../components/TextField.tsx";
import styles from "./Application.module.css";
import { type AttachmentName, type Attachments, attachmentNames } from "./applicationDraft.ts";
import { type ApplicationField, type ApplicationForm, longest, readTypedDate } from "./applicationForm.ts";
import { QuotePanel } from "./QuotePanel.tsx";

export const groups = [
  { name: "person", fields: ["pin", "documentSerial", "birthDate", "lastName", "firstName", "patronymic"] },
  { name: "contact", fields: ["gsm", "phoneHome"] },
  { name: "address", fields: ["town", "street", "houseNr", "apartmentNr"] },
  { name: "altContact", fields: ["altContactName", "altContactRelation", "altContactPhone"] },
] as const satisfies readonly { name: string; fields: readonly ApplicationField[] }[];

const numeric: readonly ApplicationField[] = ["months", "gsm", "phoneHome", "altContactPhone"];

export type ApplicationFieldsProps = {
  form: UseFormReturn<ApplicationForm>;
  element: RefObject<HTMLFormElement | null>;
  providerId: string;
  currency: string;
  attachments: Attachments;
  attachmentErrors: Partial<Record<AttachmentName, string>>;
  onAttachments: (attachments: Attachments) => void;
  onReview: () => void;
};

/** Enter walks; held down it does nothing, and Ctrl+Enter goes to the review from anywhere. */
function walk(press: KeyboardEvent<HTMLFormElement>, onReview: () => void): void {
  if (press.key !== "Enter" || press.altKey || press.metaKey) return;
  if (press.ctrlKey) {
    press.preventDefault();
    if (!press.repeat) onReview();
    return;
  }
  if (!(press.target instanceof HTMLInputElement)) {
    if (press.repeat) press.preventDefault();
    return;
  }
  press.preventDefault();
  if (press.repeat) return;
  const stops = [...press.currentTarget.querySelectorAll<HTMLElement>("input, [data-stop] button")];
  const next = stops[stops.indexOf(press.target) + 1];
  next?.focus();
  if (next instanceof HTMLInputElement) next.select();
}

export function ApplicationFields(props: ApplicationFieldsProps) {
  const { form, element, providerId, currency, attachments, attachmentErrors, onAttachments, onReview } =
    props;
  const { t } = useTranslation(["loans", "common"]);
  const { register, control, formState, watch, setValue } = form;
  const { errors, isSubmitted } = formState;
  const [amount, months] = watch(["amount", "months"]);

  function field(name: ApplicationField) {
    const registered = register(name, {
      onBlur: () => {
        if (name !== "birthDate") return;
        const read = readTypedDate(form.getValues("birthDate"));
        if (read !== null) setValue("birthDate", dottedDate(read), { shouldValidate: true });
      },
    });
    return (
      <TextField
        key={name}
        label={t(`field.${name}`)}
        optional={name === "apartmentNr"}
        placeholder={name === "birthDate" ? t("common:date.hint") : undefined}
        inputMode={numeric.includes(name) ? "numeric" : "text"}
        maxLength={longest[name]}
        error={errors[name]?.message}
        {...registered}
      />
    );
  }

  return (
    <form
      ref={element}
      className={styles.form}
      aria-label={t("new.title")}
      noValidate
      onKeyDown={(press) => walk(press, onReview)}
      onSubmit={(event) => {
        event.preventDefault();
        onReview();
      }}
    >
      <div className={styles.loan}>
        <Controller
          control={control}
          name="amount"
          render={({ field: { value, onChange, onBlur, ref } }) => (
            // biome-ignore lint/a11y/noStaticElementInteractions: leaving the field inside is what counts.
            <div onBlur={onBlur}>
              <AmountField
                ref={ref}
                first
                label={t("field.amount")}
                currency={currency}
                typed={value}
                onTyped={onChange}
                tried={isSubmitted}
                {...(errors.amount?.message === undefined ? {} : { error: errors.amount.message })}
              />
            </div>
          )}
        />
        {field("months")}
        <QuotePanel providerId={providerId} amount={amount} months={months} currency={currency} />
      </div>
      <div className={styles.groups}>
        {groups.map((group) => (
          <fieldset key={group.name} className={styles.group} data-group={group.name}>
            <legend>{t(`group.${group.name}`)}</legend>
            {group.fields.map(field)}
          </fieldset>
        ))}
        <fieldset className={styles.group} data-group="documents">
          <legend>{t("group.documents")}</legend>
          {attachmentNames.map((name) => (
            <div key={name} data-stop>
              <FileDrop
                inColour
                label={t(`attachment.${name}`)}
                hint={t("attachment.hint")}
                document={attachments[name]}
                error={attachmentErrors[name]}
                onDocument={(document) => onAttachments({ ...attachments, [name]: document })}
                onRemove={() => onAttachments({ ...attachments, [name]: null })}
              />
            </div>
          ))}
        </fieldset>
      </div>
    </form>
  );
}
