/** A long process down the side: what is done, by whom and when, and who acts next. */
import { IconCheck } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import styles from "./Steps.module.css";
import { TimeAgo } from "./TimeAgo.tsx";

export type Step = {
  key: string;
  title: string;
  /** `failed` ends a process that cannot go on: rejected, cancelled. */
  state: "done" | "now" | "later" | "failed";
  at?: string | null | undefined;
  by?: string | null | undefined;
  /** Who acts, in words ("The lender"), and what they do; for the step that is now. */
  actor?: string | undefined;
  text?: string | undefined;
};

export function Steps({ label, steps }: { label: string; steps: readonly Step[] }) {
  const { t } = useTranslation("common");
  return (
    <ol className={styles.steps} aria-label={label}>
      {steps.map((step, index) => (
        <li
          key={step.key}
          className={styles.step}
          data-state={step.state}
          aria-current={step.state === "now" ? "step" : undefined}
        >
          <span className={styles.mark} aria-hidden="true">
            {step.state === "done" ? (
              <IconCheck size={14} stroke={3} />
            ) : step.state === "failed" ? (
              "×"
            ) : (
              index + 1
            )}
          </span>
          <div>
            <p className={styles.title}>{step.title}</p>
            {step.at !== undefined && step.at !== null && (
              <p className={styles.soft}>
                <TimeAgo at={step.at} />
                {step.by !== undefined && step.by !== null && `, ${step.by}`}
              </p>
            )}
            {step.actor !== undefined && (
              <p className={styles.actor}>
                {step.actor}
                {step.text !== undefined && `: ${step.text}`}
              </p>
            )}
            {step.actor === undefined && step.text !== undefined && (
              <p className={styles.soft}>{step.text}</p>
            )}
          </div>
        </li>
      ))}
      {steps.length === 0 && <li>{t("loading")}</li>}
    </ol>
  );
}
