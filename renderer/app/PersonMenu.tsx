/** Who is signed in, and what is theirs: language, colours, signing out. */
import { Menu } from "@mantine/core";
import { IconCheck, IconUser } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { type Language, languages } from "../../shared/api/values.ts";
import { call } from "../bridge/call.ts";
import { markStale } from "../bridge/queryClient.ts";
import { usePerson } from "../bridge/session.ts";
import { showLanguage, useLanguage } from "../i18n/useLanguage.ts";
import { chooseLook, looks, useLook } from "../theme/look.ts";
import styles from "./TopLine.module.css";

async function chooseLanguage(language: Language): Promise<void> {
  showLanguage(language);
  await call("staff.setLanguage", { language });
  markStale(["staff.session", "staff.list"]);
}

async function signOut(): Promise<void> {
  await call("staff.signOut", {});
  markStale(["staff.session"]);
}

export function PersonMenu() {
  const { t } = useTranslation(["frame", "common"]);
  const person = usePerson();
  const language = useLanguage();
  const look = useLook();
  if (person === null) return null;
  const role = t(`common:roles.${person.role}`);
  const tick = (on: boolean) => (on ? <IconCheck size={16} aria-hidden="true" /> : <span />);
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <button
          type="button"
          className={styles.button}
          aria-label={t("person.menu", { name: person.name, role })}
        >
          <IconUser size={16} aria-hidden="true" />
          {person.name}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{role}</Menu.Label>
        <Menu.Item onClick={() => void signOut()}>{t("person.signOut")}</Menu.Item>
        <Menu.Divider />
        <Menu.Label>{t("common:language")}</Menu.Label>
        {languages.map((one) => (
          <Menu.Item
            key={one}
            lang={one}
            role="menuitemradio"
            aria-checked={one === language}
            rightSection={tick(one === language)}
            onClick={() => void chooseLanguage(one)}
          >
            {t(`common:languages.${one}`)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Label>{t("common:theme.label")}</Menu.Label>
        {looks.map((one) => (
          <Menu.Item
            key={one}
            role="menuitemradio"
            aria-checked={one === look}
            rightSection={tick(one === look)}
            onClick={() => void chooseLook(one)}
          >
            {t(`common:theme.${one}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
