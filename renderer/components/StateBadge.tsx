/** A payment's state in a word, a colour and a shape. */
import { useTranslation } from "react-i18next";
import type { ItemState } from "../../shared/outbox.ts";
import styles from "./StateBadge.module.css";
import { StateMark } from "./StateMark.tsx";
import { lookOf } from "./stateLook.ts";

/** `count` for the queue's sums by state; 0 is not shown as a badge by its caller. */
export function StateBadge({ state, count }: { state: ItemState; count?: number }) {
  const { t } = useTranslation("states");
  const { tone, edge } = lookOf(state);
  return (
    <span className={styles.badge} data-tone={tone} data-edge={edge}>
      <StateMark edge={edge} />
      {t(`short.${state}`)}
      {count !== undefined && <b className={styles.count}>{count}</b>}
    </span>
  );
}
