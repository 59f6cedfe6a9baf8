/** Repaid loans whose customer can have the no-dues letter, where the office has a system that gives letters. */
import { useTranslation } from "react-i18next";
import { useProvider } from "../app/office.ts";
import { goTo } from "../app/place.ts";
import { useCall } from "../bridge/useCall.ts";
import { TimeAgo } from "../components/TimeAgo.tsx";
import { Card } from "./Card.tsx";
import styles from "./HomePage.module.css";

const MOST = 4;

export function LettersCard() {
  const { t } = useTranslation("letters");
  const provider = useProvider("noDuesLetter");
  const due = useCall("letters.list", {}, { enabled: provider !== null }).value?.due ?? [];
  if (provider === null || due.length === 0) return null;
  return (
    <Card
      title={t("due.title")}
      count={due.length}
      all={{ label: t("due.all"), onOpen: () => goTo({ at: "letters" }) }}
    >
      <ul className={styles.rows}>
        {due.slice(0, MOST).map(({ loanRef, clientName, closedAt }) => (
          <li key={loanRef}>
            <button type="button" className={styles.row} onClick={() => goTo({ at: "letters", loanRef })}>
              <span>{loanRef}</span>
              <span>
                {clientName ?? "–"}
                <small>
                  <TimeAgo at={closedAt} />
                </small>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Card>
  );
}
