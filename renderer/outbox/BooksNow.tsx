/** What the lender's books say at this moment about a payment that is held: what a person compares before a decision. */
import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useAction } from "../bridge/useAction.ts";
import { ErrorNote } from "../components/ErrorNote.tsx";
import { Money } from "../components/Money.tsx";
import { TimeAgo } from "../components/TimeAgo.tsx";
import styles from "./ItemPage.module.css";

export function BooksNow({ providerId, loanRef }: { providerId: string; loanRef: string }) {
  const { t } = useTranslation("outbox");
  const books = useAction("loans.info");
  const { value } = books;
  return (
    <>
      <Button variant="default" loading={books.busy} onClick={() => void books.run({ providerId, loanRef })}>
        {t("books.readNow")}
      </Button>
      <ErrorNote error={books.error} again={books.again} />
      {value !== undefined && (
        <table className={styles.books}>
          <thead>
            <tr>
              <th scope="col" />
              <th scope="col">
                {t("books.after")}
                <small>
                  <TimeAgo at={value.asOf} brief />
                </small>
              </th>
            </tr>
          </thead>
          <tbody>
            {(["repaidMinor", "remainingMinor", "totalMinor"] as const).map((sum) => (
              <tr key={sum} data-strong>
                <th scope="row">{t(`books.${sum}`)}</th>
                <td>
                  <Money amountMinor={value[sum]} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
