/** A journal entry in the clerk's language, composed from its kind and its plain facts. */
import { useTranslation } from "react-i18next";
import type { JournalEntry } from "../../shared/api/records.ts";
import { decimalsOf } from "../../shared/currencies.ts";
import { factsLine } from "../../shared/entryLine.ts";
import { formatMinor } from "../../shared/money.ts";
import { useOffice } from "../app/office.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import { entryKind } from "./kinds.ts";

export type EntryText = {
  what: string;
  /** Amount, receipt and loan. */
  facts: string;
  /** All that the entry tells besides: people, reasons, counts. */
  more: string;
};

/** The sentence of a kind alone; a newer version's kind says its own name. */
export function useKindText(): (kind: string) => string {
  const { t } = useTranslation("journal");
  return (kind) => {
    const known = entryKind({ kind });
    return known === null ? kind : t(`kinds.${known}`);
  };
}

export function useEntryText(): (entry: JournalEntry) => EntryText {
  const { t } = useTranslation("journal");
  const language = useLanguage();
  const { currency } = useOffice();
  return (entry) => {
    const kind = entryKind(entry);
    const { amountMinor, receiptNo, loanRef } = entry;
    const facts = [
      amountMinor === null
        ? null
        : `${formatMinor(amountMinor, language, decimalsOf(entry.currency))} ${entry.currency ?? currency}`,
      receiptNo === null ? null : t("facts.receipt", { receiptNo }),
      loanRef === null ? null : t("facts.loan", { loanRef }),
    ].filter((fact) => fact !== null);
    return {
      what: kind === null ? entry.summary : t(`kinds.${kind}`),
      facts: facts.join(" · "),
      more: factsLine(entry.facts, language),
    };
  };
}
