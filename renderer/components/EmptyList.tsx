/** What would stand in an empty list and how it gets there. */
import type { ReactNode } from "react";
import styles from "./EmptyList.module.css";

export function EmptyList({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <div className={styles.empty}>
      <p className={styles.text}>{children}</p>
      {action}
    </div>
  );
}
