/** A page's heading: takes the focus when the page opens, unless a field asks for it (`first`). */
import type { ReactNode } from "react";
import styles from "./PageHeading.module.css";

export function PageHeading({
  children,
  aside,
  lead,
}: {
  children: ReactNode;
  aside?: ReactNode;
  lead?: ReactNode;
}) {
  return (
    <header className={styles.heading}>
      <div>
        <h1 tabIndex={-1} className={styles.title}>
          {children}
        </h1>
        {lead !== undefined && <p className={styles.lead}>{lead}</p>}
      </div>
      {aside !== undefined && <div className={styles.aside}>{aside}</div>}
    </header>
  );
}
