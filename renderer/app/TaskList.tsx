/** The tasks at the left, each with its key. */
import { useTranslation } from "react-i18next";
import { usePerson } from "../bridge/session.ts";
import { useCall } from "../bridge/useCall.ts";
import { goTo, type Place } from "./place.ts";
import styles from "./TaskList.module.css";
import { asideTasks, type Task, taskOf, tasksFor } from "./tasks.ts";

export function TaskList({ training, place }: { training: boolean; place: Place }) {
  const { t } = useTranslation(["frame", "approvals"]);
  const needsPerson = useCall("till.status", {}).value?.items.attention ?? 0;
  const current = taskOf(place);
  const role = usePerson()?.role ?? null;
  const shown = tasksFor(training, role);
  const maySign = role !== null && role !== "cashier";
  const toSign = useCall("approvals.list", {}, { enabled: maySign }).value?.waitingForYou ?? 0;

  function entry({ name, key, icon: TaskIcon, place: target }: Task) {
    return (
      <li key={name}>
        <button
          type="button"
          className={styles.task}
          aria-current={name === current ? "page" : undefined}
          aria-keyshortcuts={key ?? undefined}
          title={t(`tasks.${name}`)}
          onClick={() => goTo(target)}
        >
          <TaskIcon size={18} stroke={1.8} aria-hidden="true" />
          <span className={styles.name}>{t(`tasks.${name}`)}</span>
          {name === "outbox" && needsPerson > 0 && <b className={styles.count}>{needsPerson}</b>}
          {name === "approvals" && toSign > 0 && (
            <b className={styles.count} title={t("approvals:list.waiting", { count: toSign })}>
              {toSign}
            </b>
          )}
          {key !== null && !key.includes("+") && (
            <span className={styles.key} aria-hidden="true">
              {key}
            </span>
          )}
        </button>
      </li>
    );
  }

  return (
    <nav className={styles.tasks} aria-label={t("tasks.label")}>
      <ul>{shown.filter(({ name }) => !asideTasks.includes(name)).map(entry)}</ul>
      <ul>{shown.filter(({ name }) => asideTasks.includes(name)).map(entry)}</ul>
    </nav>
  );
}
