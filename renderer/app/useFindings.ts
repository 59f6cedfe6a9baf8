/** What the palette finds: tasks at once, loans and entries from the core while one types. */
import { useTranslation } from "react-i18next";
import { formatMinor } from "../../shared/money.ts";
import { usePerson } from "../bridge/session.ts";
import { useCall } from "../bridge/useCall.ts";
import { clockText } from "../components/clockTexts.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import { useProvider } from "./office.ts";
import type { Place } from "./place.ts";
import { tasksFor } from "./tasks.ts";

export type Finding = {
  key: string;
  title: string;
  detail: string | null;
  shortcut: string | null;
  place: Place;
};
export type FindingGroup = { title: string; findings: Finding[] };

const MOST = 6;
const SHORTEST = 2;

/** Capitals and diacritics make no difference: "plati" finds "Plăți". */
function folded(text: string): string {
  return text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLocaleLowerCase();
}

/** A receipt's entries all open the same page: the newest stands for them. */
export function newestOfEach<Entry extends { receiptNo: string | null }>(entries: readonly Entry[]): Entry[] {
  const receipts = new Set<string>();
  return entries.filter(({ receiptNo }) => {
    if (receiptNo === null || receipts.has(receiptNo)) return false;
    receipts.add(receiptNo);
    return true;
  });
}

/** `settled` is what stood for a moment: only that is asked of the core. */
export function useFindings(text: string, settled: string, training: boolean): FindingGroup[] {
  const { t } = useTranslation(["frame", "states", "customers", "disputes"]);
  const hasAccounts = useProvider("loanAccount") !== null;
  const hasLetters = useProvider("noDuesLetter") !== null;
  const language = useLanguage();
  const role = usePerson()?.role ?? null;
  const asked = { text: settled, page: { number: 1, size: MOST } };
  const enabled = settled.length >= SHORTEST;
  const loans = useCall("loans.list", asked, { enabled, keepPrevious: true }).value?.loans ?? [];
  const entries = useCall("journal.search", asked, { enabled, keepPrevious: true }).value?.entries ?? [];
  const money = (amountMinor: number | null) =>
    amountMinor === null ? "" : formatMinor(amountMinor, language);

  const known: Finding[] = tasksFor(training, role).map(({ name, key, place }) => ({
    key: name,
    title: t(`tasks.${name}`),
    detail: null,
    shortcut: key,
    place,
  }));
  // Not every office has them, so they stand in no list of tasks.
  const more = { detail: null, shortcut: null };
  if (hasAccounts)
    known.push({ ...more, key: "accounts", title: t("customers:more.accounts"), place: { at: "accounts" } });
  if (hasLetters)
    known.push({ ...more, key: "letters", title: t("customers:more.letters"), place: { at: "letters" } });
  known.push({
    ...more,
    key: "disputes",
    title: t("disputes:title"),
    place: { at: "till", show: "disputes" },
  });
  const tasks = known.filter(({ title }) => folded(title).includes(folded(text)));
  const groups: FindingGroup[] = [{ title: t("palette.tasks"), findings: tasks }];
  if (/^[1-9]\d{2,17}$/.test(text)) {
    const title = t("palette.repayLoan", { loanRef: text });
    groups[0]?.findings.push({
      key: "repay",
      title,
      detail: null,
      shortcut: null,
      place: { at: "repayment", loanRef: text },
    });
  }
  if (enabled) {
    groups.push({
      title: t("palette.loans"),
      findings: loans.map((loan) => ({
        key: loan.loanId,
        title: [loan.loanRef ?? "–", loan.clientName ?? ""].join(" "),
        detail: `${money(loan.amountMinor)} · ${t(`states:step.${loan.step}`)}`,
        shortcut: null,
        place: { at: "loan", loanId: loan.loanId },
      })),
    });
    groups.push({
      title: t("palette.journal"),
      findings: newestOfEach(entries).map((entry) => ({
        key: String(entry.sequence),
        title: [entry.receiptNo, entry.loanRef ?? ""].join(" "),
        detail: `${money(entry.amountMinor)} · ${clockText(entry.at, language, Date.now())}`,
        shortcut: null,
        place:
          entry.itemId === null
            ? { at: "journal", text: entry.receiptNo ?? settled }
            : { at: "outbox", itemId: entry.itemId },
      })),
    });
  }
  return groups.filter(({ findings }) => findings.length > 0);
}
