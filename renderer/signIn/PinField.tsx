/** The PIN, large, typed by keyboard or on the pad beneath. */
import type { Ref } from "react";
import { useTranslation } from "react-i18next";
import styles from "./SignInPage.module.css";

const digits = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "0"];
const LONGEST = 12;

export type PinFieldProps = {
  ref?: Ref<HTMLInputElement>;
  name: string | null;
  value: string;
  onChange: (value: string) => void;
};

export function PinField({ ref, name, value, onChange }: PinFieldProps) {
  const { t } = useTranslation("signIn");
  return (
    <>
      <label className={styles.pinLabel}>
        {name === null ? t("pin") : t("pinOf", { name })}
        <input
          ref={ref}
          className={styles.pin}
          type="password"
          inputMode="numeric"
          autoComplete="new-password"
          maxLength={40}
          value={value}
          onChange={(change) => onChange(change.currentTarget.value)}
        />
      </label>
      {/* The pad is for the mouse and the finger; the keyboard has its own digits. */}
      <div className={styles.pad}>
        {digits.map((digit) => (
          <button
            key={digit}
            type="button"
            tabIndex={-1}
            aria-label={t("digit", { digit })}
            onClick={() => onChange((value + digit).slice(0, LONGEST))}
          >
            {digit}
          </button>
        ))}
        <button
          type="button"
          tabIndex={-1}
          aria-label={t("erase")}
          onClick={() => onChange(value.slice(0, -1))}
        >
          ←
        </button>
      </div>
    </>
  );
}
