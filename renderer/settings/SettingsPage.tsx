/** The settings, one subject at a time: what is the clerk's own, and what an administrator decides for the office. */
import { Tabs } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { usePerson } from "../bridge/session.ts";
import { useCall } from "../bridge/useCall.ts";
import { Busy } from "../components/Busy.tsx";
import { PageHeading } from "../components/PageHeading.tsx";
import { AdminOnly } from "./AdminOnly.tsx";
import { CarrySection } from "./CarrySection.tsx";
import { LimitsSection } from "./LimitsSection.tsx";
import { NetworkSection } from "./NetworkSection.tsx";
import { OfficeSection } from "./OfficeSection.tsx";
import { OwnSection } from "./OwnSection.tsx";
import { PrintersSection } from "./PrintersSection.tsx";
import { ProvidersSection } from "./ProvidersSection.tsx";
import { SafetySection } from "./SafetySection.tsx";
import { ScannersSection } from "./ScannersSection.tsx";
import styles from "./Settings.module.css";
import { StaffSection } from "./StaffSection.tsx";

const sections = [
  "own",
  "office",
  "providers",
  "limits",
  "staff",
  "printers",
  "scanners",
  "safety",
  "carry",
  "network",
] as const;
type Section = (typeof sections)[number];

export function SettingsPage() {
  const { t } = useTranslation("settings");
  const person = usePerson();
  const office = useCall("setup.get", {}).value;
  const [section, setSection] = useState<Section>(person?.role === "admin" ? "office" : "own");
  return (
    <>
      <PageHeading lead={t("lead")}>{t("title")}</PageHeading>
      <Tabs
        orientation="vertical"
        keepMounted={false}
        value={section}
        onChange={(next) => setSection(sections.find((one) => one === next) ?? section)}
        classNames={{
          root: styles.tabs ?? "",
          panel: styles.panel ?? "",
          tab: styles.tab ?? "",
          tabLabel: styles.tabLabel ?? "",
        }}
      >
        <Tabs.List aria-label={t("title")}>
          {sections.map((one) => (
            <Tabs.Tab key={one} value={one} data-first-focus={one === section ? true : undefined}>
              {t(`sections.${one}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={section}>
          {office === undefined ? (
            <Busy />
          ) : section === "own" ? (
            <OwnSection />
          ) : section === "printers" ? (
            <PrintersSection />
          ) : section === "safety" ? (
            <SafetySection office={office} />
          ) : section === "carry" ? (
            <CarrySection office={office} />
          ) : section === "network" ? (
            <NetworkSection />
          ) : (
            <AdminOnly>
              {section === "office" && <OfficeSection office={office} />}
              {section === "providers" && <ProvidersSection training={office.training} />}
              {section === "limits" && <LimitsSection office={office} />}
              {section === "staff" && <StaffSection />}
              {section === "scanners" && <ScannersSection />}
            </AdminOnly>
          )}
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
