/** The notes to hand over, with the sum growing line by line as they are counted out. */
import { useTranslation } from "react-i18next";
import { Money } from "../components/Money.tsx";
import { notesFor } from "./notes.ts";
import styles from "./Payout.module.css";

export function NotesToGive({ amountMinor, currency }: { amountMinor: number; currency: string }) {
  const { t } = useTranslation("payout");
  const { lines, restMinor } = notesFor(amountMinor, currency);
  if (lines.length === 0) return null;
  return (
    <section className={styles.notes} aria-label={t("notes.title")}>
      <h2>{t("notes.title")}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col" data-end>
              {t("notes.pieces")}
            </th>
            <th scope="col" data-end>
              {t("notes.note")}
            </th>
            <th scope="col" data-end>
              {t("notes.counted")}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ denominationMinor, pieces, countedMinor }) => (
            <tr key={denominationMinor}>
              <td data-end>
                <b>{pieces}</b> ×
              </td>
              <td data-end>
                <Money amountMinor={denominationMinor} />
              </td>
              <td data-end>
                <Money amountMinor={countedMinor} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {restMinor > 0 && (
        <p className={styles.soft}>
          {t("notes.rest")} <Money amountMinor={restMinor} currency={currency} />
        </p>
      )}
    </section>
  );
}
