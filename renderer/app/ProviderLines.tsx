/** Each provider's line with the age of its last answer; many lines are summed up by state, and open on request. */
import { Popover } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { CallValue } from "../../shared/api.ts";
import { useCall } from "../bridge/useCall.ts";
import { LineState } from "../components/LineState.tsx";
import styles from "./BottomLine.module.css";

type Connection = CallValue<"setup.connections">["connections"][number];

/** As many as stand side by side at 1366 pixels beside a queue with every state in it. */
const SIDE_BY_SIDE = 2;

/** What needs a look first. */
const order = ["credentials", "silent", "unknown", "answering"] as const satisfies Connection["state"][];

export function ProviderLines() {
  const { t } = useTranslation("frame");
  const connections = useCall("setup.connections", {}).value?.connections ?? [];
  return (
    <section aria-label={t("lines.label")} className={styles.lines}>
      {connections.length === 0 && <span className={styles.soft}>{t("lines.none")}</span>}
      {connections.length <= SIDE_BY_SIDE ? (
        connections.map((connection) => <Line key={connection.providerId} connection={connection} />)
      ) : (
        <Popover position="top-end" width="max-content" shadow="md" trapFocus={false} returnFocus>
          <Popover.Target>
            <button type="button" className={styles.summary}>
              <Summary connections={connections} />
            </button>
          </Popover.Target>
          <Popover.Dropdown aria-label={t("lines.label")}>
            <ul className={styles.all}>
              {connections.map((connection) => (
                <li key={connection.providerId}>
                  <Line connection={connection} />
                </li>
              ))}
            </ul>
          </Popover.Dropdown>
        </Popover>
      )}
    </section>
  );
}

/** By state and not by name: "no answer: 3". */
function Summary({ connections }: { connections: readonly Connection[] }) {
  const { t } = useTranslation("states");
  return order.map((state) => {
    const count = connections.filter((connection) => connection.state === state).length;
    if (count === 0) return null;
    return (
      <span key={state} className={styles.line} data-line={state}>
        <span className={styles.lamp} aria-hidden="true" />
        <span className={styles.said}>
          {t(`connection.${state}`)}: <b>{count}</b>
        </span>
      </span>
    );
  });
}

/** The name gives way first; the state and its age are always whole. */
function Line({ connection }: { connection: Connection }) {
  const { name, state, lastAnswerAt } = connection;
  return (
    <span className={styles.line} data-line={state}>
      <span className={styles.lamp} aria-hidden="true" />
      <b className={styles.name} title={name}>
        {name}
      </b>
      <span className={styles.said}>
        <LineState state={state} lastAnswerAt={lastAnswerAt} />
      </span>
    </span>
  );
}
