/** Customers at the other systems. */
import { useTranslation } from "react-i18next";
import type { Place } from "../app/place.ts";
import { PageHeading } from "../components/PageHeading.tsx";

export function CustomersPage(_given: { given: Extract<Place, { at: "customers" }> }) {
  const { t } = useTranslation(["customers", "common"]);
  return <PageHeading>{t("title")}</PageHeading>;
}
