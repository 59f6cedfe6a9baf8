/** Which states are listed, each with its count: one choice, walked with the arrow keys. */
import { type KeyboardEvent, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { ItemState } from "../../shared/outbox.ts";
import { StateMark } from "../components/StateMark.tsx";
import { lookOf } from "../components/stateLook.ts";
import styles from "./Outbox.module.css";

/** What needs somebody stands first, what is settled last. */
const order: readonly ItemState[] = [
  "attention",
  "unconfirmed",
  "acknowledged",
  "held",
  "sending",
  "queued",
  "refused",
  "voided",
  "posted",
];

export type StateFilterProps = {
  counts: Readonly<Record<string, number>>;
  chosen: ItemState | null;
  onChoose: (state: ItemState | null) => void;
};

export function StateFilter({ counts, chosen, onChoose }: StateFilterProps) {
  const { t } = useTranslation(["outbox", "states"]);
  const group = useRef<HTMLDivElement>(null);
  const choices: readonly (ItemState | null)[] = [
    null,
    ...order.filter((state) => (counts[state] ?? 0) > 0 || state === chosen),
  ];
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);

  function onKey(press: KeyboardEvent): void {
    const by = press.key === "ArrowRight" ? 1 : press.key === "ArrowLeft" ? -1 : 0;
    const next = choices[choices.indexOf(chosen) + by];
    if (by === 0 || next === undefined) return;
    press.preventDefault();
    onChoose(next);
    const at = choices.indexOf(next);
    group.current?.querySelectorAll<HTMLElement>("[role=radio]")[at]?.focus();
  }

  return (
    <div
      ref={group}
      className={styles.filter}
      role="radiogroup"
      aria-label={t("filter.label")}
      onKeyDown={onKey}
    >
      {choices.map((state) => (
        // biome-ignore lint/a11y/useSemanticElements: a row of buttons with counts; radio inputs could not look like badges.
        <button
          key={state ?? "all"}
          type="button"
          role="radio"
          aria-checked={state === chosen}
          tabIndex={state === chosen ? 0 : -1}
          className={styles.choice}
          data-tone={state === null ? "all" : lookOf(state).tone}
          onClick={() => onChoose(state)}
        >
          {state !== null && <StateMark edge={lookOf(state).edge} />}
          {state === null ? t("filter.all") : t(`states:short.${state}`)}
          <b>{state === null ? all : (counts[state] ?? 0)}</b>
        </button>
      ))}
    </div>
  );
}
