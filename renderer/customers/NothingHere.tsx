/** An office without any of the four systems: what would stand here, and how it gets there. */
import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { goTo } from "../app/place.ts";
import { usePerson } from "../bridge/session.ts";
import { EmptyList } from "../components/EmptyList.tsx";
import { PageHeading } from "../components/PageHeading.tsx";
import styles from "./Customers.module.css";

const parts = ["lookUp", "served", "accounts", "letters"] as const;

export function NothingHere() {
  const { t } = useTranslation("customers");
  const person = usePerson();
  return (
    <>
      <PageHeading>{t("title")}</PageHeading>
      <EmptyList
        action={
          person?.role === "admin" ? (
            <Button variant="default" onClick={() => goTo({ at: "settings" })}>
              {t("nothing.toSettings")}
            </Button>
          ) : undefined
        }
      >
        {t("nothing.text")}
      </EmptyList>
      <ul className={styles.parts}>
        {parts.map((part) => (
          <li key={part}>{t(`nothing.${part}`)}</li>
        ))}
      </ul>
    </>
  );
}
