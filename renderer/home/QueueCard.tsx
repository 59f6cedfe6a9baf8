/** What is on its way, by state. */
import { useTranslation } from "react-i18next";
import type { ItemState } from "../../shared/outbox.ts";
import { goTo } from "../app/place.ts";
import { useCall } from "../bridge/useCall.ts";
import { StateBadge } from "../components/StateBadge.tsx";
import { Card } from "./Card.tsx";
import styles from "./HomePage.module.css";

const onTheWay: readonly ItemState[] = ["unconfirmed", "acknowledged", "held", "sending", "queued"];

export function QueueCard() {
  const { t } = useTranslation("home");
  const items = useCall("till.status", {}).value?.items ?? {};
  const present = onTheWay.filter((state) => (items[state] ?? 0) > 0);
  const count = present.reduce((total, state) => total + (items[state] ?? 0), 0);
  return (
    <Card
      title={t("queue.title")}
      count={count}
      all={{ label: t("queue.all"), onOpen: () => goTo({ at: "outbox" }) }}
    >
      {count === 0 && <p className={styles.empty}>{t("queue.empty")}</p>}
      <div className={styles.queue}>
        {present.map((state) => (
          <StateBadge key={state} state={state} count={items[state] ?? 0} />
        ))}
      </div>
    </Card>
  );
}
