/** What is on its way while nobody is signed in, so that nobody has to wonder. */
import { useTranslation } from "react-i18next";
import { useCall } from "../bridge/useCall.ts";
import styles from "./SignInPage.module.css";
import { unsettledCount } from "./unsettledCount.ts";

export function WaitingPayments() {
  const { t } = useTranslation("signIn");
  const items = useCall("till.status", {}).value?.items ?? {};
  const count = unsettledCount(items);
  return count === 0 ? null : <p className={styles.waiting}>{t("stillSending", { count })}</p>;
}
