/** What the lender's books said before the last attempt and what they say now, side by side, to the instalment. */
import { useTranslation } from "react-i18next";
import { formatMinor } from "../../shared/money.ts";
import type { OutboxItem, Reading } from "../../shared/outbox.ts";
import { dayText } from "../components/clockTexts.ts";
import { Money } from "../components/Money.tsx";
import { TimeAgo } from "../components/TimeAgo.tsx";
import { useLanguage } from "../i18n/useLanguage.ts";
import { BooksNow } from "./BooksNow.tsx";
import styles from "./ItemPage.module.css";

type LoanReading = Extract<Reading, { kind: "loan" }>;

const asLoan = (reading: Reading | undefined): LoanReading | null =>
  reading?.kind === "loan" ? reading : null;

export function Books({ item }: { item: OutboxItem }) {
  const { t } = useTranslation("outbox");
  const before = item.evidence.attempts.at(-1)?.baseline;
  const after = item.evidence.readings.at(-1);
  return (
    <section className={styles.box} aria-label={t("books.title")}>
      <h2>{t("books.title")}</h2>
      {before === undefined ? (
        <>
          <p className={styles.soft}>{t("books.notRead")}</p>
          {item.state === "held" && <BooksNow providerId={item.providerId} loanRef={item.loanRef} />}
        </>
      ) : (
        <Comparison before={before} after={after} amountMinor={item.amountMinor} />
      )}
    </section>
  );
}

type ComparisonProps = { before: Reading; after: Reading | undefined; amountMinor: number };

function Comparison({ before, after, amountMinor }: ComparisonProps) {
  const { t } = useTranslation("outbox");
  const language = useLanguage();
  const one = asLoan(before);
  const other = asLoan(after);
  const moved = one === null || other === null ? null : other.repaidMinor - one.repaidMinor;
  const sums = ["repaidMinor", "remainingMinor", "totalMinor"] as const;
  return (
    <>
      {moved !== null && (
        <p className={styles.moved} data-exact={moved === amountMinor || undefined}>
          {moved === 0
            ? t("books.notMoved")
            : moved === amountMinor
              ? t("books.movedExactly")
              : t("books.movedBy", { amount: formatMinor(moved, language) })}
        </p>
      )}
      <table className={styles.books}>
        <thead>
          <tr>
            <th scope="col" />
            <th scope="col">
              {t("books.before")}
              <small>
                <TimeAgo at={before.at} brief />
              </small>
            </th>
            <th scope="col">
              {t("books.after")}
              <small>{after === undefined ? t("books.notYet") : <TimeAgo at={after.at} brief />}</small>
            </th>
          </tr>
        </thead>
        <tbody>
          {(one === null || (after !== undefined && other === null)) && (
            <tr>
              <th scope="row">{t("books.answer")}</th>
              <td>{answerWords(before)}</td>
              <td>{after === undefined ? "–" : answerWords(after)}</td>
            </tr>
          )}
          {sums.map((sum) => (
            <Line
              key={sum}
              name={t(`books.${sum}`)}
              before={one?.[sum] ?? null}
              after={other?.[sum] ?? null}
              strong
            />
          ))}
          {instalmentsOf(one, other).map(({ number, dueDate, beforeMinor, afterMinor }) => (
            <Line
              key={number}
              name={t("books.instalment", { number, due: dayText(dueDate) })}
              before={beforeMinor}
              after={afterMinor}
            />
          ))}
        </tbody>
      </table>
    </>
  );

  function answerWords(reading: Reading): string {
    if (reading.kind === "loan") return t("books.active");
    if (reading.kind === "noActiveLoan") return t("books.noActiveLoan");
    return t(reading.allowed ? "books.allowed" : "books.notAllowed");
  }
}

function Line(props: { name: string; before: number | null; after: number | null; strong?: boolean }) {
  const { name, before, after, strong = false } = props;
  const changed = before !== null && after !== null && before !== after;
  return (
    <tr data-changed={changed || undefined} data-strong={strong || undefined}>
      <th scope="row">{name}</th>
      <td>
        <Money amountMinor={before} />
      </td>
      <td>
        <Money amountMinor={after} />
      </td>
    </tr>
  );
}

type InstalmentPair = { number: number; dueDate: string; beforeMinor: number; afterMinor: number | null };

/** What was covered before and after alike says nothing about this payment. */
function instalmentsOf(before: LoanReading | null, after: LoanReading | null): InstalmentPair[] {
  return (before?.instalments ?? [])
    .map(({ number, dueDate, toBePaidMinor }) => ({
      number,
      dueDate,
      beforeMinor: toBePaidMinor,
      afterMinor: after?.instalments.find((one) => one.number === number)?.toBePaidMinor ?? null,
    }))
    .filter(({ beforeMinor, afterMinor }) => beforeMinor !== 0 || (afterMinor ?? 0) !== 0);
}
