/** One entry with everything that it holds, beside the list; Escape goes back to it. */
import { Button, Group } from "@mantine/core";
import { type KeyboardEvent, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { JournalEntry } from "../../shared/api/records.ts";
import { decimalsOf } from "../../shared/currencies.ts";
import { useOffice } from "../app/office.ts";
import { goTo } from "../app/place.ts";
import { dayText, secondText } from "../components/clockTexts.ts";
import { KeyHint } from "../components/KeyHint.tsx";
import { Money } from "../components/Money.tsx";
import { DisputeButton } from "../disputes/DisputeButton.tsx";
import { useEntryText } from "./entryText.ts";
import styles from "./Journal.module.css";

export function EntryDetails({ entry, onClose }: { entry: JournalEntry; onClose: () => void }) {
  const { t } = useTranslation(["journal", "common"]);
  const { currency } = useOffice();
  const entryText = useEntryText();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);

  function onKey(press: KeyboardEvent): void {
    if (press.key !== "Escape") return;
    press.stopPropagation();
    onClose();
  }

  const { itemId, loanId } = entry;
  const facts: readonly [string, React.ReactNode][] = [
    [t("details.at"), secondText(entry.at)],
    [t("details.businessDate"), dayText(entry.businessDate)],
    [t("details.actor"), entry.actor === "system" ? t("system") : entry.actor],
    [
      t("details.amount"),
      entry.amountMinor === null ? null : (
        <Money
          key="amount"
          amountMinor={entry.amountMinor}
          currency={entry.currency ?? currency}
          decimals={decimalsOf(entry.currency)}
        />
      ),
    ],
    [t("details.receipt"), entry.receiptNo],
    [t("details.loan"), entry.loanRef],
    [t("details.kind"), <code key="kind">{entry.kind}</code>],
    [t("details.inEnglish"), entry.summary],
    [
      t("details.hash"),
      <code key="hash" className={styles.hash}>
        {entry.hash}
      </code>,
    ],
  ];
  return (
    <section
      className={styles.details}
      aria-label={t("details.title", { number: entry.sequence })}
      onKeyDown={onKey}
    >
      <h2 ref={heading} tabIndex={-1}>
        {t("details.title", { number: entry.sequence })}
      </h2>
      <p className={styles.sentence}>{entryText(entry).what}</p>
      <dl>
        {facts
          .filter(([, value]) => value !== null)
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      <Group gap="sm">
        {itemId !== null && (
          <Button size="sm" variant="default" onClick={() => goTo({ at: "outbox", itemId })}>
            {t("details.toItem")}
          </Button>
        )}
        {loanId !== null && (
          <Button size="sm" variant="default" onClick={() => goTo({ at: "loan", loanId })}>
            {t("details.toLoan")}
          </Button>
        )}
        <DisputeButton size="sm" subject={{ about: "entry", sequence: entry.sequence }} />
        <Button size="sm" variant="default" onClick={onClose} rightSection={<KeyHint keys="Esc" />}>
          {t("common:actions.close")}
        </Button>
      </Group>
    </section>
  );
}
