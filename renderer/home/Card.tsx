/** One part of the day's work: a title with its count, and where all of it stands. */
import type { ReactNode } from "react";
import styles from "./HomePage.module.css";

export type CardProps = {
  title: string;
  count?: number;
  /** `person` marks a count that does not go away by itself. */
  tone?: "person";
  all?: { label: string; onOpen: () => void };
  children: ReactNode;
};

export function Card({ title, count, tone, all, children }: CardProps) {
  return (
    <section className={styles.card} aria-label={title}>
      <header className={styles.cardHead}>
        <h2>
          {title}
          {count !== undefined && (
            <span className={styles.count} data-tone={count > 0 ? tone : undefined}>
              {count}
            </span>
          )}
        </h2>
        {all !== undefined && (
          <button type="button" className={styles.link} onClick={all.onOpen}>
            {all.label}
          </button>
        )}
      </header>
      {children}
    </section>
  );
}
