/** Registrations that were sent and got no answer: each is looked up again before anybody sends it once more. */
import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CallValue } from "../../shared/api.ts";
import { useAction } from "../bridge/useAction.ts";
import { useCall } from "../bridge/useCall.ts";
import { ErrorNote } from "../components/ErrorNote.tsx";
import { TimeAgo } from "../components/TimeAgo.tsx";
import styles from "./Customers.module.css";
import type { CustomersView } from "./customersView.ts";
import { isNotServed, NotServed } from "./OutcomeNote.tsx";

type Doubt = CallValue<"customers.doubts">["doubts"][number];

export function RegistrationDoubts({ onView }: { onView: (view: CustomersView) => void }) {
  const { t } = useTranslation("customers");
  const list = useCall("customers.doubts", {});
  const doubts = list.value?.doubts ?? [];
  if (doubts.length === 0) return <ErrorNote error={list.error} again={list.again} />;
  return (
    <section className={styles.doubts} aria-label={t("doubts.title")}>
      <h2>{t("doubts.title")}</h2>
      <p>{t("doubts.text")}</p>
      {doubts.map((doubt) => (
        <DoubtRow key={doubt.onboardingId} doubt={doubt} onRead={list.again} onView={onView} />
      ))}
    </section>
  );
}

type DoubtRowProps = { doubt: Doubt; onRead: () => void; onView: (view: CustomersView) => void };

function DoubtRow({ doubt, onRead, onView }: DoubtRowProps) {
  const { t } = useTranslation("customers");
  const readBack = useAction("customers.readBack");
  const [absent, setAbsent] = useState(false);
  const { onboardingId, providerId, idType, idNumber } = doubt;
  const reply = readBack.value;

  async function look(): Promise<void> {
    setAbsent(false);
    const answer = await readBack.run({ onboardingId });
    if (!answer.ok) return;
    if (answer.value.customer === undefined) return setAbsent(!isNotServed(answer.value.outcome));
    onRead();
    const customer = { providerId, idType, idNumber, fields: answer.value.customer };
    onView({ at: "customer", customer, isNew: false });
  }

  return (
    <div className={styles.doubt}>
      <p>
        <b>{idNumber === null ? t("doubts.noDocument") : t("doubts.document", { idNumber })}</b>{" "}
        {t(doubt.update ? "doubts.update" : "doubts.creation")} <TimeAgo at={doubt.at} />
      </p>
      <Button size="sm" variant="default" loading={readBack.busy} onClick={() => void look()}>
        {t("doubts.look")}
      </Button>
      {absent && (
        <p role="status" className={styles.doubtSaid}>
          {t("doubts.notYet")}
        </p>
      )}
      {reply !== undefined && isNotServed(reply.outcome) && <NotServed reason={reply.outcome} />}
      <ErrorNote error={readBack.error} again={readBack.again} />
    </div>
  );
}
