/** What the program and others changed, line by line: what, by whom, when, and what the entry tells besides. */
import { useTranslation } from "react-i18next";
import type { CallValue } from "../../shared/api.ts";
import { TimeAgo } from "../components/TimeAgo.tsx";
import { useEntryText } from "../journal/entryText.ts";
import styles from "./News.module.css";

export function NewsLines({ news: { lines, more } }: { news: CallValue<"till.news"> }) {
  const { t } = useTranslation(["news", "journal"]);
  const entryText = useEntryText();
  return (
    <>
      <ul className={styles.lines}>
        {lines.map((entry) => {
          const { what, facts, more: told } = entryText(entry);
          return (
            <li key={entry.sequence}>
              <span className={styles.when}>
                <TimeAgo at={entry.at} />
              </span>
              <span>
                <b>{what}</b>
                {facts !== "" && ` · ${facts}`}
                {told !== "" && <small>{told}</small>}
              </span>
              <span className={styles.who}>
                {entry.actor === "system" ? t("journal:system") : entry.actor}
              </span>
            </li>
          );
        })}
      </ul>
      {more > 0 && <p className={styles.more}>{t("more", { count: more })}</p>}
    </>
  );
}
