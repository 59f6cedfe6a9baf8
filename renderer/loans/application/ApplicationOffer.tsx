/** An application that was being typed when the program, the counter or the clerk went away. */
import { Button, Group } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { clockText } from "../../components/clockTexts.ts";
import { useNow } from "../../components/now.ts";
import { PageHeading } from "../../components/PageHeading.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import styles from "./Application.module.css";
import type { KeptApplication } from "./applicationDraft.ts";

export type ApplicationOfferProps = { kept: KeptApplication; onGoOn: () => void; onNew: () => void };

export function ApplicationOffer({ kept, onGoOn, onNew }: ApplicationOfferProps) {
  const { t } = useTranslation("loans");
  const language = useLanguage();
  const clock = clockText(kept.savedAt, language, useNow());
  const { firstName, lastName } = kept.draft.fields;
  const name = `${firstName} ${lastName}`.trim();
  return (
    <>
      <PageHeading>{t("new.title")}</PageHeading>
      <section className={styles.offer}>
        <h2>{name === "" ? t("draft.titleNoName") : t("draft.title", { name })}</h2>
        <p>{t("draft.text", { clock })}</p>
        <Group>
          <Button data-first-focus onClick={onGoOn}>
            {t("draft.goOn")}
          </Button>
          <Button variant="default" onClick={onNew}>
            {t("draft.drop")}
          </Button>
        </Group>
      </section>
    </>
  );
}
