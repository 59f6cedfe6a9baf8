/** Counting cash: pieces of each note and coin, walked down with Enter, with the total always in sight. */
import { TextInput } from "@mantine/core";
import { type KeyboardEvent, type ReactNode, useRef } from "react";
import { useTranslation } from "react-i18next";
import { AmountField } from "../components/AmountField.tsx";
import { Money } from "../components/Money.tsx";
import { useLanguage } from "../i18n/useLanguage.ts";
import counting from "./Count.module.css";
import { readCount, type TypedCount } from "./count.ts";
import { denominationsOf } from "./denominations.ts";
import { faceOf } from "./faces.ts";
import styles from "./Till.module.css";

export type CountFieldsProps = {
  currency: string;
  value: TypedCount;
  onChange: (value: TypedCount) => void;
  /** Takes the focus when the view opens. */
  first?: boolean;
  /** Stands under the total: what belongs to the count. */
  children?: ReactNode;
  /** Stands beside it all; below the coins where a currency has so many that there is no room. */
  aside?: ReactNode;
};

/** More rows than that would not fit on the counter's screen. */
const MOST_ROWS = 11;

function asNode(target: EventTarget): Node | null {
  return target instanceof Node ? target : null;
}

function rowTotal(denominationMinor: number, pieces: string): number | null {
  const count = pieces.trim();
  return /^\d{1,6}$/.test(count) ? denominationMinor * Number(count) : count === "" ? 0 : null;
}

export function CountFields(props: CountFieldsProps) {
  const { currency, value, onChange, first = false, children, aside } = props;
  const { t } = useTranslation("till");
  const language = useLanguage();
  const fields = useRef<HTMLDivElement>(null);
  const denominations = denominationsOf(currency);
  const counted = readCount(value);
  const columns = denominations.length > MOST_ROWS ? 2 : 1;

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
    <div
      ref={fields}
      className={counting.count}
      data-aside={aside === undefined ? undefined : columns === 1 ? "beside" : "below"}
      onKeyDown={onKey}
    >
      {denominations.length > 0 && (
        <div className={counting.denominations} data-count data-columns={columns}>
          {denominations.map((denomination, index) => {
            const pieces = value.pieces[denomination] ?? "";
            const total = rowTotal(denomination, pieces);
            const face = `${faceOf(denomination, language)} ${currency}`;
            return (
              <div key={denomination} className={counting.denomination}>
                <span className={counting.face} aria-hidden="true">
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
                  classNames={{ input: counting.pieces ?? "" }}
                  data-first-focus={first && index === 0 ? true : undefined}
                  onChange={(change) =>
                    onChange({
                      ...value,
                      pieces: { ...value.pieces, [denomination]: change.currentTarget.value },
                    })
                  }
                />
                <span className={counting.rowTotal}>{total !== 0 && <Money amountMinor={total} />}</span>
              </div>
            );
          })}
        </div>
      )}
      <div className={counting.countSide}>
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
        <dl className={counting.total}>
          <dt>{t("count.total")}</dt>
          <dd role="status">
            <Money amountMinor={counted.ok ? counted.totalMinor : null} currency={currency} size="large" />
          </dd>
        </dl>
        {!counted.ok && counted.at !== "other" && <p className={styles.problem}>{t("count.notPieces")}</p>}
        <p className={styles.keys}>{t("count.keys")}</p>
        {children}
      </div>
      {aside}
    </div>
  );
}
