/** Counting cash: pieces of each note and coin, walked down with Enter, with the total always in sight. */
import { TextInput } from "@mantine/core";
import { type KeyboardEvent, type ReactNode, useRef } from "react";
import { useTranslation } from "react-i18next";
import { formatMinor } from "../../shared/money.ts";
import { AmountField } from "../components/AmountField.tsx";
import { Money } from "../components/Money.tsx";
import { useLanguage } from "../i18n/useLanguage.ts";
import { readCount, type TypedCount } from "./count.ts";
import { denominationsOf } from "./denominations.ts";
import styles from "./Till.module.css";

export type CountFieldsProps = {
  currency: string;
  value: TypedCount;
  onChange: (value: TypedCount) => void;
  /** Takes the focus when the view opens. */
  first?: boolean;
  /** Stands under the total: what belongs to the count. */
  children?: ReactNode;
};

function asNode(target: EventTarget): Node | null {
  return target instanceof Node ? target : null;
}

/** Notes and coins are named without empty decimals. */
function faceOf(denominationMinor: number, language: string): string {
  if (denominationMinor % 100 !== 0) return formatMinor(denominationMinor, language);
  return new Intl.NumberFormat(language, { useGrouping: "always" }).format(denominationMinor / 100);
}

function rowTotal(denominationMinor: number, pieces: string): number | null {
  const count = pieces.trim();
  return /^\d{1,6}$/.test(count) ? denominationMinor * Number(count) : count === "" ? 0 : null;
}

export function CountFields(props: CountFieldsProps) {
  const { currency, value, onChange, first = false, children } = props;
  const { t } = useTranslation("till");
  const language = useLanguage();
  const fields = useRef<HTMLDivElement>(null);
  const denominations = denominationsOf(currency);
  const counted = readCount(value);

  /** Enter and the arrows walk; only the last field's Enter ends the form. */
  function onKey(press: KeyboardEvent): void {
    const by = press.key === "ArrowUp" ? -1 : press.key === "ArrowDown" || press.key === "Enter" ? 1 : 0;
    if (by === 0 || press.ctrlKey || press.altKey) return;
    const inputs = [...(fields.current?.querySelectorAll<HTMLInputElement>("[data-count] input") ?? [])];
    const at = inputs.findIndex((input) => input.isSameNode(asNode(press.target)));
    if (at < 0) return;
    const next = inputs[at + by];
    if (next === undefined) {
      if (press.repeat) press.preventDefault();
      return;
    }
    press.preventDefault();
    next.focus();
    next.select();
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the fields inside.
    <div ref={fields} className={styles.count} onKeyDown={onKey}>
      {denominations.length > 0 && (
        <div className={styles.denominations} data-count data-columns={denominations.length > 11 ? 2 : 1}>
          {denominations.map((denomination, index) => {
            const pieces = value.pieces[denomination] ?? "";
            const total = rowTotal(denomination, pieces);
            const face = `${faceOf(denomination, language)} ${currency}`;
            return (
              <div key={denomination} className={styles.denomination}>
                <span className={styles.face} aria-hidden="true">
                  {faceOf(denomination, language)} ×
                </span>
                <TextInput
                  size="sm"
                  aria-label={t("count.pieces", { face })}
                  inputMode="numeric"
                  maxLength={8}
                  autoComplete="off"
                  value={pieces}
                  error={total === null}
                  classNames={{ input: styles.pieces ?? "" }}
                  data-first-focus={first && index === 0 ? true : undefined}
                  onChange={(change) =>
                    onChange({
                      ...value,
                      pieces: { ...value.pieces, [denomination]: change.currentTarget.value },
                    })
                  }
                />
                <span className={styles.rowTotal}>{total !== 0 && <Money amountMinor={total} />}</span>
              </div>
            );
          })}
        </div>
      )}
      <div className={styles.countSide}>
        <div data-count>
          <AmountField
            label={t(denominations.length > 0 ? "count.other" : "count.amount")}
            description={t(denominations.length > 0 ? "count.otherHint" : "count.amountHint")}
            currency={currency}
            size="plain"
            typed={value.other}
            first={first && denominations.length === 0}
            onTyped={(typed) => onChange({ ...value, other: typed })}
          />
        </div>
        <dl className={styles.total}>
          <dt>{t("count.total")}</dt>
          <dd role="status">
            <Money amountMinor={counted.ok ? counted.totalMinor : null} currency={currency} size="large" />
          </dd>
        </dl>
        {!counted.ok && counted.at !== "other" && <p className={styles.problem}>{t("count.notPieces")}</p>}
        <p className={styles.keys}>{t("count.keys")}</p>
        {children}
      </div>
    </div>
  );
}
