/** Loan accounts in the lender's book. */
import { useTranslation } from "react-i18next";
import { PageHeading } from "../components/PageHeading.tsx";

export function AccountsPage() {
  const { t } = useTranslation(["customers", "common"]);
  return <PageHeading>{t("title")}</PageHeading>;
}
