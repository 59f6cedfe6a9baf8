/** Who is signed in, and what is theirs: language, colours, signing out. */
import { Menu } from "@mantine/core";
import { IconUser } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { type Language, languages } from "../../shared/api/values.ts";
import { call } from "../bridge/call.ts";
import { markStale } from "../bridge/queryClient.ts";
import { usePerson } from "../bridge/session.ts";
import { asLanguage, showLanguage, useLanguage } from "../i18n/useLanguage.ts";
import { asLook, chooseLook, looks, useLook } from "../theme/look.ts";
import styles from "./TopLine.module.css";
import { signOut, switchUser } from "./useSession.ts";

async function chooseLanguage(language: Language): Promise<void> {
  showLanguage(language);
  await call("staff.setLanguage", { language });
  markStale(["staff.session", "staff.list"]);
}

export function PersonMenu() {
  const { t } = useTranslation(["frame", "common"]);
  const person = usePerson();
  const language = useLanguage();
  const look = useLook();
  if (person === null) return null;
  const role = t(`common:roles.${person.role}`);
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <button
          type="button"
          className={styles.button}
          aria-label={t("person.menu", { name: person.name, role })}
        >
          <IconUser size={16} aria-hidden="true" />
          <span className={styles.person}>{person.name}</span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{role}</Menu.Label>
        <Menu.Item onClick={() => void switchUser()} rightSection="Ctrl+L">
          {t("person.switchUser")}
        </Menu.Item>
        <Menu.Item onClick={() => void signOut()}>{t("person.signOut")}</Menu.Item>
        <Menu.Divider />
        <Menu.Label>{t("common:language")}</Menu.Label>
        <Menu.RadioGroup value={language} onChange={(one) => void chooseLanguage(asLanguage(one))}>
          {languages.map((one) => (
            <Menu.RadioItem key={one} value={one} lang={one} closeMenuOnClick>
              {t(`common:languages.${one}`)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Label>{t("common:theme.label")}</Menu.Label>
        <Menu.RadioGroup value={look} onChange={(one) => void chooseLook(asLook(one))}>
          {looks.map((one) => (
            <Menu.RadioItem key={one} value={one} closeMenuOnClick>
              {t(`common:theme.${one}`)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
}
