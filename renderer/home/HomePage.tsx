/** The day's work: what needs somebody, what waits for whom, and where to begin. */
import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { goTo } from "../app/place.ts";
import { useCall } from "../bridge/useCall.ts";
import { PageHeading } from "../components/PageHeading.tsx";
import { News } from "../news/News.tsx";
import { TillNotices } from "../till/TillNotices.tsx";
import { DoubtsCard } from "./DoubtsCard.tsx";
import styles from "./HomePage.module.css";
import { LettersCard } from "./LettersCard.tsx";
import { LoansCard } from "./LoansCard.tsx";
import { OpenPayouts } from "./OpenPayouts.tsx";
import { QueueCard } from "./QueueCard.tsx";
import { QuickActions } from "./QuickActions.tsx";

export function HomePage() {
  const { t } = useTranslation("home");
  const till = useCall("till.status", {}).value;
  return (
    <>
      <PageHeading>{t("title")}</PageHeading>
      {till !== undefined && !till.open && (
        <section className={styles.prompt} data-tone="person">
          <div>
            <h2>{t("tillClosed.title")}</h2>
            <p>{t("tillClosed.text")}</p>
          </div>
          <Button data-first-focus onClick={() => goTo({ at: "till" })}>
            {t("tillClosed.button")}
          </Button>
        </section>
      )}
      {till?.open === true && <TillNotices status={till} onClose={() => goTo({ at: "till" })} />}
      <OpenPayouts />
      <News />
      <QuickActions />
      <div className={styles.columns}>
        <DoubtsCard />
        <LoansCard whose="office" />
        <QueueCard />
        <LoansCard whose="lender" />
        <LettersCard />
      </div>
    </>
  );
}
