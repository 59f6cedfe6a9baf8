/** What came of a question about a customer, in our words, with what to do now. Never the reason why somebody is not served. */
import { Button } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CustomerOutcome } from "../../shared/api/customers.ts";
import { usePerson } from "../bridge/session.ts";
import styles from "./Customers.module.css";

type Tone = "plain" | "person" | "refused" | "held";

/** A person who must not be served gets one look and one sentence, whichever of the two reasons it is. */
export function isNotServed(outcome: CustomerOutcome): outcome is "blocked" | "underInvestigation" {
  return outcome === "blocked" || outcome === "underInvestigation";
}

function toneOf(outcome: CustomerOutcome): Tone {
  if (isNotServed(outcome)) return "held";
  switch (outcome) {
    case "notFound":
      return "plain";
    case "subscriptionPending":
    case "notSubscribed":
      return "person";
    default:
      return "refused";
  }
}

export type OutcomeNoteProps = {
  outcome: Exclude<CustomerOutcome, "found">;
  /** The provider's own words; not shown for somebody who is not served. */
  message: string;
  /** Null where nobody can be registered. */
  onRegister: (() => void) | null;
};

export function OutcomeNote({ outcome, message, onRegister }: OutcomeNoteProps) {
  const { t } = useTranslation("customers");
  const note = useRef<HTMLElement>(null);
  // The answer is what the clerk waits for: the focus goes to it, so that Enter takes the next step.
  useEffect(() => (note.current?.querySelector("button") ?? note.current)?.focus(), []);
  if (isNotServed(outcome)) return <NotServed reason={outcome} />;
  const mayRegister = outcome === "notFound" && onRegister !== null;
  return (
    <section ref={note} tabIndex={-1} className={styles.outcome} data-tone={toneOf(outcome)} role="status">
      <h3>{t(`outcomes.${outcome}.title`)}</h3>
      <p>{t(`outcomes.${outcome}.todo`)}</p>
      {outcome !== "notFound" && message !== "" && (
        <p className={styles.said}>{t("outcomes.said", { message })}</p>
      )}
      {mayRegister && <Button onClick={onRegister}>{t("outcomes.register")}</Button>}
    </section>
  );
}

/** The screen may be seen through the glass: a supervisor asks for the reason, and it can be hidden again. */
export function NotServed({ reason }: { reason: "blocked" | "underInvestigation" }) {
  const { t } = useTranslation("customers");
  const person = usePerson();
  const [shown, setShown] = useState(false);
  const note = useRef<HTMLElement>(null);
  useEffect(() => note.current?.focus(), []);
  return (
    <section ref={note} tabIndex={-1} className={styles.outcome} data-tone="held" role="status">
      <h3>{t("outcomes.notServed.title")}</h3>
      <p>{t("outcomes.notServed.todo")}</p>
      {person !== null && person.role !== "cashier" && (
        <div className={styles.reason}>
          <Button size="sm" variant="default" aria-expanded={shown} onClick={() => setShown(!shown)}>
            {t(shown ? "outcomes.notServed.hide" : "outcomes.notServed.show")}
          </Button>
          {shown && <p>{t(`outcomes.notServed.${reason}`)}</p>}
        </div>
      )}
    </section>
  );
}
