/** The signed-in clerk's own language and colours. */
import { Group, Radio } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { type Language, languages } from "../../shared/api/values.ts";
import { useAction } from "../bridge/useAction.ts";
import { ErrorNote } from "../components/ErrorNote.tsx";
import { translatedLanguages } from "../i18n/start.ts";
import { asLanguage, showLanguage, useLanguage } from "../i18n/useLanguage.ts";
import { asLook, chooseLook, looks, useLook } from "../theme/look.ts";
import { OwnCodes } from "./OwnCodes.tsx";
import styles from "./Settings.module.css";

function isTranslated(language: Language): boolean {
  return translatedLanguages.some((one) => one === language);
}

export function OwnSection() {
  const { t } = useTranslation(["settings", "common"]);
  const save = useAction("staff.setLanguage");
  const language = useLanguage();
  const look = useLook();

  async function choose(next: Language): Promise<void> {
    showLanguage(next);
    await save.run({ language: next });
  }

  return (
    <div className={styles.section}>
      <p className={styles.text}>{t("own.text")}</p>
      <Radio.Group
        size="md"
        label={t("common:language")}
        {...(isTranslated(language) ? {} : { description: t("own.notTranslated") })}
        value={language}
        onChange={(one) => void choose(asLanguage(one))}
      >
        <Group mt="xs" gap="md">
          {languages.map((one) => (
            <Radio key={one} value={one} label={<span lang={one}>{t(`common:languages.${one}`)}</span>} />
          ))}
        </Group>
      </Radio.Group>
      <Radio.Group
        size="md"
        label={t("common:theme.label")}
        value={look}
        onChange={(one) => void chooseLook(asLook(one))}
      >
        <Group mt="xs" gap="md">
          {looks.map((one) => (
            <Radio key={one} value={one} label={t(`common:theme.${one}`)} />
          ))}
        </Group>
      </Radio.Group>
      <ErrorNote error={save.error} again={save.again} />
      <p className={styles.soft}>{t("own.zoom")}</p>
      <OwnCodes />
    </div>
  );
}
