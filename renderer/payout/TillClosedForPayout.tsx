/** No cash leaves before the till was opened. */
import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { goTo } from "../app/place.ts";
import { PageHeading } from "../components/PageHeading.tsx";
import { useViewFocus } from "../till/useViewFocus.ts";
import styles from "./Payout.module.css";

export function TillClosedForPayout() {
  const { t } = useTranslation("payout");
  const page = useViewFocus("closed");
  return (
    <div ref={page}>
      <PageHeading>{t("title")}</PageHeading>
      <section className={styles.stop}>
        <h2>{t("tillClosed.title")}</h2>
        <p>{t("tillClosed.text")}</p>
        <Button data-first-focus onClick={() => goTo({ at: "till" })}>
          {t("tillClosed.button")}
        </Button>
      </section>
    </div>
  );
}
