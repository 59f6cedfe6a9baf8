/** The register's fields in words; one that this program does not know keeps the name that the register gave it. */
import { useTranslation } from "react-i18next";
import { en } from "../i18n/en.ts";

type Known = keyof typeof en.customers.fields;

function isKnown(name: string): name is Known {
  return Object.hasOwn(en.customers.fields, name);
}

/** "customerStatus" as "customer status". */
function inWords(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

export function useFieldWords(): (name: string) => string {
  const { t } = useTranslation("customers");
  return (name) => (isKnown(name) ? t(`fields.${name}`) : inWords(name));
}
