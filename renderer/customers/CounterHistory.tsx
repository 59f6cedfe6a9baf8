/** What this counter did for this customer lately, from the journal. */
import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { goTo } from "../app/place.ts";
import { useCall } from "../bridge/useCall.ts";
import { Busy } from "../components/Busy.tsx";
import { ErrorNote } from "../components/ErrorNote.tsx";
import { TimeAgo } from "../components/TimeAgo.tsx";
import { useEntryText } from "../journal/entryText.ts";
import styles from "./Customers.module.css";

const MOST = 8;

export function CounterHistory({ text }: { text: string | null }) {
  const { t } = useTranslation("customers");
  const entryText = useEntryText();
  const search = useCall(
    "journal.search",
    { ...(text === null ? {} : { text }), page: { number: 1, size: MOST } },
    { enabled: text !== null },
  );
  const { entries = [], total = 0 } = search.value ?? {};
  if (search.loading) return <Busy />;
  if (search.error !== null) return <ErrorNote error={search.error} again={search.again} />;
  if (entries.length === 0) return <p className={styles.soft}>{t("history.none")}</p>;
  return (
    <>
      <ol className={styles.history}>
        {entries.map((entry) => {
          const { what, facts } = entryText(entry);
          return (
            <li key={entry.sequence}>
              {what}
              <small>
                <TimeAgo at={entry.at} />
                {facts !== "" && ` · ${facts}`}
              </small>
            </li>
          );
        })}
      </ol>
      {total > entries.length && text !== null && (
        <Button size="sm" variant="default" onClick={() => goTo({ at: "journal", text })}>
          {t("history.all", { count: total })}
        </Button>
      )}
    </>
  );
}
