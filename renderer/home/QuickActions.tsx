/** The four things a counter begins all day. */
import { useTranslation } from "react-i18next";
import { goTo } from "../app/place.ts";
import { type TaskName, tasks } from "../app/tasks.ts";
import { KeyHint } from "../components/KeyHint.tsx";
import styles from "./HomePage.module.css";

const begun: readonly TaskName[] = ["newLoan", "repayment", "payout", "till"];

export function QuickActions() {
  const { t } = useTranslation(["home", "frame"]);
  return (
    <section className={styles.actions} aria-label={t("actions.title")}>
      {tasks
        .filter(({ name }) => begun.includes(name))
        .map(({ name, icon: TaskIcon, key, place }) => (
          <button key={name} type="button" className={styles.action} onClick={() => goTo(place)}>
            <TaskIcon size={24} stroke={1.7} aria-hidden="true" />
            {t(`frame:tasks.${name}`)}
            {key !== null && <KeyHint keys={key} />}
          </button>
        ))}
    </section>
  );
}
