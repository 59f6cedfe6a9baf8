/** "10:42 (3 min ago)", kept true while it stands on the screen. */
import { useTranslation } from "react-i18next";
import { useLanguage } from "../i18n/useLanguage.ts";
import { ageText, clockText } from "./clockTexts.ts";
import { useNow } from "./now.ts";

export function TimeAgo({ at, brief = false }: { at: string | null; brief?: boolean }) {
  const { t } = useTranslation("common");
  const language = useLanguage();
  const now = useNow();
  if (at === null) return <>{t("time.never")}</>;
  const clock = clockText(at, language, now);
  const age = ageText(t, at, now);
  return <time dateTime={at}>{brief ? age : t("time.withAge", { clock, age })}</time>;
}
