/** One registration without an answer: looked up, and, where no look-up can tell, decided by a person who has asked. */
import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAction } from "../bridge/useAction.ts";
import { ErrorNote } from "../components/ErrorNote.tsx";
import { TimeAgo } from "../components/TimeAgo.tsx";
import styles from "./Customers.module.css";
import type { CustomersView } from "./customersView.ts";
import { DecideRegistration } from "./DecideRegistration.tsx";
import { useFieldWords } from "./fieldWords.ts";
import { isNotServed, NotServed } from "./OutcomeNote.tsx";
import type { Doubt } from "./useDoubts.ts";

type RegistrationDoubtProps = {
  doubt: Doubt;
  onSettled: () => void;
  onView: (view: CustomersView) => void;
};

export function RegistrationDoubt({ doubt, onSettled, onView }: RegistrationDoubtProps) {
  const { t } = useTranslation("customers");
  const fieldWords = useFieldWords();
  const readBack = useAction("customers.readBack");
  const [deciding, setDeciding] = useState(false);
  const { onboardingId, providerId, idType, idNumber } = doubt;
  const reply = readBack.value;
  const isAbsent = reply !== undefined && reply.outcome !== "found" && !isNotServed(reply.outcome);
  const differing = reply?.differing ?? [];

  async function look(): Promise<void> {
    const answer = await readBack.run({ onboardingId });
    if (!answer.ok || answer.value.customer === undefined || answer.value.stillInDoubt === true) return;
    onSettled();
    const customer = { providerId, idType, idNumber, fields: answer.value.customer };
    onView({ at: "customer", customer, isNew: false });
  }

  return (
    <div className={styles.doubt}>
      <p>
        <b>{idNumber === null ? t("doubts.noDocument") : t("doubts.document", { idNumber })}</b>{" "}
        {t(doubt.update ? "doubts.update" : "doubts.creation")} <TimeAgo at={doubt.at} />
      </p>
      {idNumber !== null && (
        <Button size="sm" loading={readBack.busy} onClick={() => void look()}>
          {t("doubts.look")}
        </Button>
      )}
      <Button size="sm" variant="default" aria-expanded={deciding} onClick={() => setDeciding(!deciding)}>
        {t("doubts.decide")}
      </Button>
      {isAbsent && (
        <p role="status" className={styles.doubtSaid}>
          {t("doubts.notYet")}
        </p>
      )}
      {reply?.stillInDoubt === true && (
        <p role="status" className={styles.doubtSaid}>
          {differing.length === 0
            ? t("doubts.cannotTell")
            : t("doubts.differs", { fields: differing.map(fieldWords).join(", ") })}
        </p>
      )}
      {reply !== undefined && isNotServed(reply.outcome) && <NotServed reason={reply.outcome} />}
      <ErrorNote error={readBack.error} again={readBack.again} />
      {deciding && <DecideRegistration onboardingId={onboardingId} onDecided={onSettled} />}
    </div>
  );
}
