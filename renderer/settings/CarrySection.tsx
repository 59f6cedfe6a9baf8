/** Work goes to another computer and comes from one: the two forms, and after each the page that says what to do now. */
import { Button } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { SetupView } from "../../shared/api/setup.ts";
import { usePerson } from "../bridge/session.ts";
import { useCall } from "../bridge/useCall.ts";
import { EmptyList } from "../components/EmptyList.tsx";
import { CarriedList } from "./CarriedList.tsx";
import { type CarriedIn, CarryInBlock } from "./CarryInBlock.tsx";
import { type CarriedOut, CarryOutBlock } from "./CarryOutBlock.tsx";
import styles from "./Settings.module.css";

const steps = ["take", "compare", "cash", "off"] as const;

type Done = { way: "out"; carried: CarriedOut } | { way: "in"; carried: CarriedIn };

export function CarrySection({ office }: { office: SetupView }) {
  const { t } = useTranslation("continuity");
  const person = usePerson();
  const safety = useCall("setup.safety", {}).value;
  const [done, setDone] = useState<Done | null>(null);
  if (person === null || person.role === "cashier") return <EmptyList>{t("out.supervisor")}</EmptyList>;
  if (done !== null) return <DonePage done={done} onRead={() => setDone(null)} />;
  return (
    <div className={styles.blocks}>
      <CarryOutBlock
        before={safety?.carriedOut ?? null}
        onDone={(carried) => setDone({ way: "out", carried })}
      />
      <CarryInBlock
        installationId={office.installationId}
        onDone={(carried) => setDone({ way: "in", carried })}
      />
    </div>
  );
}

function DonePage({ done, onRead }: { done: Done; onRead: () => void }) {
  const { t } = useTranslation("continuity");
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className={styles.wideSection}>
      <h2 ref={heading} tabIndex={-1}>
        {t(done.way === "out" ? "carriedOut.title" : "carriedIn.title")}
      </h2>
      <dl className={styles.facts}>
        <dt>{t("carriedOut.number")}</dt>
        <dd>{done.carried.carryId}</dd>
        {done.way === "out" ? (
          <>
            <dt>{t("carriedOut.file")}</dt>
            <dd>{done.carried.path}</dd>
            <dt>{t("carriedOut.forInstallation")}</dt>
            <dd>{done.carried.forInstallation ?? t("carriedOut.anyone")}</dd>
          </>
        ) : (
          <>
            <dt>{t("carriedIn.from")}</dt>
            <dd>{done.carried.fromInstallation}</dd>
          </>
        )}
      </dl>
      {done.way === "out" ? (
        <section>
          <h2>{t("carriedOut.todo")}</h2>
          <ol className={styles.todo}>
            {steps.map((step) => (
              <li key={step}>{t(`carriedOut.steps.${step}`)}</li>
            ))}
          </ol>
        </section>
      ) : (
        <>
          <p>{t("carriedIn.text")}</p>
          <p className={styles.warning}>{t("carriedIn.cash")}</p>
        </>
      )}
      <CarriedList work={done.carried} />
      <div>
        <Button onClick={onRead}>{t("carriedOut.done")}</Button>
      </div>
    </div>
  );
}
