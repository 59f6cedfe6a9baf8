/** In the frame, while something changed that this person has not read: leads to the lines. */
import { IconBell } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { goTo } from "../app/place.ts";
import { useCall } from "../bridge/useCall.ts";
import styles from "./News.module.css";

export function NewsBadge() {
  const { t } = useTranslation("news");
  const news = useCall("till.news", {}).value;
  const count = news === undefined ? 0 : news.lines.length + news.more;
  if (count === 0) return null;
  return (
    <button type="button" className={styles.badge} onClick={() => goTo({ at: "home" })}>
      <IconBell size={16} aria-hidden="true" />
      {t("badge", { count })}
    </button>
  );
}
