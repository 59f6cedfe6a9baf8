/** What happened, oldest first: the capture, each attempt with what the wire did, each look into the books, each note. */
import { useTranslation } from "react-i18next";
import { formatMinor } from "../../shared/money.ts";
import type { Attempt, OutboxItem, Reading } from "../../shared/outbox.ts";
import { clockText } from "../components/clockTexts.ts";
import { useNow } from "../components/now.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import styles from "./ItemPage.module.css";
import { wireWords } from "./wireWords.ts";

type Note = OutboxItem["evidence"]["notes"][number];
type Entry = { key: string; at: string; title: string; lines: readonly string[]; said?: string | null };

export function Happened({ item }: { item: OutboxItem }) {
  const { t } = useTranslation("outbox");
  const language = useLanguage();
  const now = useNow(60_000);
  const entries = useEntries(item);
  return (
    <section className={styles.box} aria-label={t("happened.title")}>
      <h2>{t("happened.title")}</h2>
      <ol className={styles.entries}>
        {entries.map(({ key, at, title, lines, said }) => (
          <li key={key}>
            <time dateTime={at}>{clockText(at, language, now)}</time>
            <div>
              <b>{title}</b>
              {lines.map((line) => (
                <p key={line}>{line}</p>
              ))}
              {said !== undefined && said !== null && (
                <p className={styles.said}>
                  {t("happened.said")} <q>{said}</q>
                </p>
              )}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

function useEntries(item: OutboxItem): Entry[] {
  const { t } = useTranslation(["outbox", "states"]);
  const language = useLanguage();
  const { attempts, readings, notes } = item.evidence;

  function attemptEntry(attempt: Attempt, index: number): Entry {
    const outcome = attempt.outcome ?? "open";
    const fromLender = attempt.outcome === "refused";
    return {
      key: attempt.attemptId,
      at: attempt.armedAt,
      title: t("happened.attempt", { number: index + 1 }),
      lines: [...wireWords(t, language, attempt), t(`happened.outcome.${outcome}`)],
      said: fromLender ? attempt.message : null,
    };
  }

  function readingLines(reading: Reading): string[] {
    if (reading.kind === "noActiveLoan") return [t("happened.noActiveLoan")];
    if (reading.kind === "release") return [t(reading.allowed ? "happened.allowed" : "happened.notAllowed")];
    const lines = [
      t("happened.repaid", {
        repaid: formatMinor(reading.repaidMinor, language),
        remaining: formatMinor(reading.remainingMinor, language),
      }),
    ];
    const baseline = attempts.at(-1)?.baseline;
    if (baseline?.kind !== "loan") return lines;
    const moved = reading.repaidMinor - baseline.repaidMinor;
    if (moved === 0) return [...lines, t("happened.notMoved")];
    if (moved === item.amountMinor) return [...lines, t("happened.movedExactly")];
    return [...lines, t("happened.movedBy", { amount: formatMinor(moved, language) })];
  }

  /** The core's own sentence is English; where it held the payment, the reason says it in the clerk's language. */
  function noteLine({ text, held }: Note): string {
    return held === undefined ? text : t(`states:held.${held}.what`);
  }

  const all: Entry[] = [
    {
      key: "captured",
      at: item.capturedAt,
      title: t(`happened.captured.${item.kind}`, { name: item.capturedBy }),
      lines: [],
    },
    ...attempts.map(attemptEntry),
    ...readings.map(
      (reading, index): Entry => ({
        key: `reading-${index}-${reading.at}-${reading.kind}`,
        at: reading.at,
        title: t("happened.read"),
        lines: readingLines(reading),
      }),
    ),
    ...notes.map(
      (note, index): Entry => ({
        key: `note-${index}-${note.at}`,
        at: note.at,
        title: t("happened.note", { name: note.by === "system" ? t("happened.program") : note.by }),
        lines: [noteLine(note)],
      }),
    ),
  ];
  return all.toSorted((one, other) => one.at.localeCompare(other.at));
}
