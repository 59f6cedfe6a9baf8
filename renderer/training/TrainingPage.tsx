/** Placeholder of this task's screen. */
import { useTranslation } from "react-i18next";
import { PageHeading } from "../components/PageHeading.tsx";

export function TrainingPage() {
  const { t } = useTranslation(["training", "common"]);
  return (
    <>
      <PageHeading>{t("title")}</PageHeading>
      <p>{t("common:comingSoon")}</p>
    </>
  );
}
