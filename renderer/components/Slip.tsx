/** A payment as a slip with its stub: the edge between them tells how certain it is. */
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Certainty, ItemKind, ItemState } from "../../shared/outbox.ts";
import styles from "./Slip.module.css";
import { StateBadge } from "./StateBadge.tsx";
import { lookOf } from "./stateLook.ts";

export type SlipProps = {
  kind: ItemKind;
  state: ItemState;
  certainty?: Certainty;
  /** What the customer takes: for what, for whom, the amount. */
  children: ReactNode;
  /** What stays: number and amount, in few words. */
  stub: ReactNode;
  /** In place of the state's usual sentence, for example "Booked by the lender at 10:42". */
  sentence?: ReactNode;
};

export function Slip({ kind, state, certainty, children, stub, sentence }: SlipProps) {
  const { t } = useTranslation("states");
  const { tone, edge } = lookOf(state);
  return (
    <section className={styles.slip} data-tone={tone} data-edge={edge}>
      <div className={styles.paper}>
        {children}
        {/* Said aloud when it changes: a clerk may not look at the screen when the answer comes. */}
        <div className={styles.state} role="status">
          <StateBadge state={state} />
          <p className={styles.sentence}>{sentence ?? t(`${kind}.${state}`)}</p>
          {certainty !== undefined && certainty !== "confirmed" && (
            <p className={styles.soft}>{t(`certainty.${certainty}`)}</p>
          )}
        </div>
      </div>
      <div className={styles.edge} aria-hidden="true" />
      <div className={styles.stub}>{stub}</div>
    </section>
  );
}
