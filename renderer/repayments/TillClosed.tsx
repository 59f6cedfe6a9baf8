/** No money is taken before the till was opened. */
import { Button } from "@mantine/core";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { goTo } from "../app/place.ts";
import { PageHeading } from "../components/PageHeading.tsx";
import styles from "./Repayment.module.css";

export function TillClosed() {
  const { t } = useTranslation("repayments");
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  return (
    <>
      <PageHeading>{t("title")}</PageHeading>
      <section className={styles.closed}>
        <div>
          <h2>{t("tillClosed.title")}</h2>
          <p>{t("tillClosed.text")}</p>
        </div>
        <Button ref={button} data-first-focus onClick={() => goTo({ at: "till" })}>
          {t("tillClosed.button")}
        </Button>
      </section>
    </>
  );
}
