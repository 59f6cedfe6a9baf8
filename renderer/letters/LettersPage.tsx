/** No-dues letters. */
import { useTranslation } from "react-i18next";
import { PageHeading } from "../components/PageHeading.tsx";

export function LettersPage(_given: { loanRef?: string }) {
  const { t } = useTranslation(["customers", "common"]);
  return <PageHeading>{t("title")}</PageHeading>;
}
