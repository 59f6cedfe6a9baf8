/** One line of text with its label above and its error beneath; made for react-hook-form's `register`. */
import { TextInput, type TextInputProps } from "@mantine/core";
import type { Ref } from "react";
import { useTranslation } from "react-i18next";

export type TextFieldProps = Omit<TextInputProps, "error" | "label" | "description"> & {
  ref?: Ref<HTMLInputElement>;
  label: string;
  /** What to type, said before it is typed. */
  hint?: string | undefined;
  error?: string | undefined;
  /** Marks a field that may stay empty; all others are needed. */
  optional?: boolean;
  /** Takes the focus when the page opens. */
  first?: boolean;
  /** Hides what is typed: PINs and passwords. */
  secret?: boolean;
};

/** Usage: `<TextField label={…} error={errors.gsm?.message} {...register("gsm")} />`. */
export function TextField({ label, hint, optional, first, secret = false, ...input }: TextFieldProps) {
  const { t } = useTranslation("common");
  return (
    <TextInput
      // "new-password" keeps every password manager away from a shared counter.
      autoComplete={secret ? "new-password" : "off"}
      spellCheck={false}
      type={secret ? "password" : "text"}
      {...input}
      label={optional === true ? `${label} (${t("field.optional")})` : label}
      description={hint}
      data-first-focus={first === true ? true : undefined}
    />
  );
}
