/** What the person at the counter may decide about this item now. */
import { Button, Group } from "@mantine/core";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { formatMinor } from "../../shared/money.ts";
import type { OutboxItem } from "../../shared/outbox.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import { DecisionQuestion } from "./DecisionQuestion.tsx";
import type { Decision, GivenBack } from "./decision.ts";
import styles from "./ItemPage.module.css";

export function Decisions({ item }: { item: OutboxItem }) {
  const { t } = useTranslation("outbox");
  const language = useLanguage();
  const [asked, setAsked] = useState<Decision | null>(null);
  const [givenBack, setGivenBack] = useState<GivenBack | null>(null);
  const section = useRef<HTMLElement>(null);

  function close(done: boolean): void {
    setAsked(null);
    // After the question has gone. A decision that was taken has no button any more: its page says what came of it.
    window.setTimeout(() => {
      const button = section.current?.querySelector<HTMLElement>(`[data-decision="${asked}"]`);
      const heading = document.querySelector<HTMLElement>("main h1");
      (done ? heading : (button ?? heading))?.focus();
    });
  }

  if (item.decisions.length === 0 && givenBack === null) return null;
  return (
    <section ref={section} className={styles.decisions} aria-label={t("decide.title")}>
      <h2>{t(givenBack === null ? "decide.title" : "decide.done")}</h2>
      {givenBack !== null && (
        <p className={styles.cash} role="status">
          {t("decide.slip", {
            slipNo: givenBack.slipNo,
            amount: `${formatMinor(givenBack.amountMinor, language)} ${item.currency}`,
          })}
        </p>
      )}
      <Group gap="sm">
        {item.decisions.map((decision) => (
          <Button
            key={decision}
            data-decision={decision}
            variant="default"
            onClick={() => setAsked(decision)}
          >
            {t(`decide.${decision}.button`)}
          </Button>
        ))}
      </Group>
      {asked !== null && (
        <DecisionQuestion item={item} decision={asked} onClose={close} onGivenBack={setGivenBack} />
      )}
    </section>
  );
}
