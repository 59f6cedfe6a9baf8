/** Offers the no-dues letter where a loan is repaid and the office has a system that gives letters. */
import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useProvider } from "../app/office.ts";
import { goTo } from "../app/place.ts";
import { useCall } from "../bridge/useCall.ts";
import { TimeAgo } from "../components/TimeAgo.tsx";
import styles from "./Letters.module.css";

export function LetterOffer({ loanRef }: { loanRef: string | null }) {
  const { t } = useTranslation("letters");
  const provider = useProvider("noDuesLetter");
  const list = useCall("letters.list", {}, { enabled: provider !== null });
  if (provider === null || loanRef === null) return null;
  const fetched = list.value?.letters.find((letter) => letter.loanRef === loanRef);
  return (
    <section className={styles.offer} aria-label={t("offer.title")}>
      <div>
        <h2>{t("offer.title")}</h2>
        {fetched === undefined ? (
          <p>{t("offer.text")}</p>
        ) : (
          <p>
            {t("offer.fetched")} <TimeAgo at={fetched.at} />
          </p>
        )}
      </div>
      <Button
        variant={fetched === undefined ? "filled" : "default"}
        onClick={() => goTo({ at: "letters", loanRef })}
      >
        {t("offer.button")}
      </Button>
    </section>
  );
}
