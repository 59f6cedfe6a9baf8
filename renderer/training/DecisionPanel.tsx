/** One loan as the lender's staff have it on their table: what they can decide, or why nothing. */
import { Button, Group } from "@mantine/core";
import { type KeyboardEvent, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { goTo } from "../app/place.ts";
import { useAction } from "../bridge/useAction.ts";
import { useCall } from "../bridge/useCall.ts";
import { ErrorNote } from "../components/ErrorNote.tsx";
import { KeyHint } from "../components/KeyHint.tsx";
import { asLenderStep, type Decision, decisionsAt, type LenderLoan } from "./decisions.ts";
import styles from "./Training.module.css";

export type DecisionPanelProps = {
  loan: LenderLoan;
  /** In words. */
  step: string;
  onDecided: (decision: Decision) => void;
  onClose: () => void;
};

export function DecisionPanel({ loan, step, onDecided, onClose }: DecisionPanelProps) {
  const { t } = useTranslation(["training", "common"]);
  const panel = useRef<HTMLElement>(null);
  const decide = useAction("training.decide");
  const here = useCall("loans.list", { text: loan.loanRef, page: { number: 1, size: 5 } }).value?.loans.find(
    ({ loanRef }) => loanRef === loan.loanRef,
  );
  const can = decisionsAt(loan.step);
  const known = asLenderStep(loan.step);
  // The first decision, so that Enter opens a loan and a second Enter decides it.
  useEffect(() => panel.current?.querySelector("button")?.focus(), []);

  function onKey(press: KeyboardEvent): void {
    if (press.key !== "Escape") return;
    press.stopPropagation();
    onClose();
  }

  async function choose(decision: Decision): Promise<void> {
    const reply = await decide.run({ loanRef: loan.loanRef, decision });
    if (reply.ok) onDecided(decision);
  }

  return (
    <section ref={panel} className={styles.panel} aria-label={loan.loanRef} onKeyDown={onKey}>
      <h3>
        {loan.loanRef} · {loan.clientName}
      </h3>
      <p className={styles.text}>
        {step}
        {known !== null && `: ${t(`waits.${known}`)}`}
      </p>
      <Group gap="sm">
        {can.map((decision, index) => (
          <Button
            key={decision}
            variant={index === 0 ? "filled" : "default"}
            loading={decide.busy}
            onKeyDown={(press) => press.repeat && press.preventDefault()}
            onClick={() => void choose(decision)}
          >
            {t(`decide.${decision}`)}
          </Button>
        ))}
        {here !== undefined && (
          <Button variant="default" onClick={() => goTo({ at: "loan", loanId: here.loanId })}>
            {t("loans.open")}
          </Button>
        )}
        <Button variant="default" onClick={onClose} rightSection={<KeyHint keys="Esc" />}>
          {t("common:actions.close")}
        </Button>
      </Group>
      <ErrorNote error={decide.error} again={decide.again} />
    </section>
  );
}
