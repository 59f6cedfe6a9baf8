/** How a provider's line is, with its last answer: "answers 3 min ago", "no answer since 10:42 (3 min ago)". */
import { useTranslation } from "react-i18next";
import type { CallValue } from "../../shared/api.ts";
import styles from "./LineState.module.css";
import { TimeAgo } from "./TimeAgo.tsx";

type Line = Pick<CallValue<"setup.connections">["connections"][number], "state" | "lastAnswerAt">;

export function LineState({ state, lastAnswerAt }: Line) {
  const { t } = useTranslation("states");
  // When a refused password was last right says nothing to anybody.
  if (lastAnswerAt === null || state === "credentials") return <>{t(`connection.${state}`)}</>;
  return (
    <>
      {t(state === "answering" ? "connection.answering" : `connection.${state}Since`)}{" "}
      <span className={styles.soft}>
        <TimeAgo at={lastAnswerAt} brief={state === "answering"} />
      </span>
    </>
  );
}
