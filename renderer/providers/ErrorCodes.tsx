/** The table of a provider's error codes: which code means which outcome at this counter. */
import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { codesText, errorOutcomes, isTwice, readCodes } from "./errorCodes.ts";
import styles from "./ProviderEditor.module.css";

export type ErrorCodesProps = {
  /** As `codesText` writes it. */
  value: string;
  error?: string | undefined;
  onChange: (value: string) => void;
};

export function ErrorCodes({ value, error, onChange }: ErrorCodesProps) {
  const { t } = useTranslation(["setup", "customers"]);
  const table = useRef<HTMLFieldSetElement>(null);
  const rows = readCodes(value);

  function change(index: number, part: Partial<(typeof rows)[number]>): void {
    onChange(codesText(rows.map((row, at) => (at === index ? { ...row, ...part } : row))));
  }

  function add(): void {
    onChange(codesText([...rows, { code: "", outcome: "notFound" }]));
    window.requestAnimationFrame(() => [...(table.current?.querySelectorAll("input") ?? [])].at(-1)?.focus());
  }

  return (
    <fieldset ref={table} className={styles.codes}>
      <legend>{t("provider.settings.errorCodes")}</legend>
      <p className={styles.hint}>{t("provider.codes.text")}</p>
      {rows.length > 0 && (
        <div className={styles.code} aria-hidden="true">
          <b>{t("provider.codes.code")}</b>
          <b>{t("provider.codes.meaning")}</b>
        </div>
      )}
      {rows.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row has no other identity while its code is typed.
        <div key={index} className={styles.code}>
          <TextInput
            aria-label={t("provider.codes.code")}
            autoComplete="off"
            spellCheck={false}
            maxLength={40}
            value={row.code}
            error={isTwice(rows, index) ? t("provider.codes.twice") : undefined}
            onChange={(typed) => change(index, { code: typed.currentTarget.value })}
          />
          <NativeSelect
            aria-label={t("provider.codes.meaning")}
            value={row.outcome}
            data={errorOutcomes.map((outcome) => ({
              value: outcome,
              label: t(`provider.codes.outcomes.${outcome}`),
            }))}
            onChange={(chosen) => {
              const outcome = errorOutcomes.find((one) => one === chosen.currentTarget.value);
              if (outcome !== undefined) change(index, { outcome });
            }}
          />
          <Button
            variant="default"
            aria-label={t("provider.codes.removeNamed", { code: row.code })}
            onClick={() => onChange(codesText(rows.filter((_, at) => at !== index)))}
          >
            {t("provider.codes.remove")}
          </Button>
        </div>
      ))}
      {error !== undefined && (
        <p className={styles.problem} role="alert">
          {error}
        </p>
      )}
      <div>
        <Button variant="default" size="sm" onClick={add}>
          {t("provider.codes.add")}
        </Button>
      </div>
    </fieldset>
  );
}
