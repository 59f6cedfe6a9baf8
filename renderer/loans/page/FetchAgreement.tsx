/** Issues the agreement in the customer's language; again as often as somebody asks. */
import { Button, NativeSelect } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { LoanView } from "../../../shared/api/loans.ts";
import { useAction } from "../../bridge/useAction.ts";
import { useCall } from "../../bridge/useCall.ts";
import { ErrorNote } from "../../components/ErrorNote.tsx";
import { useLanguage } from "../../i18n/useLanguage.ts";
import styles from "./LoanPage.module.css";

/** The lender's three letters for the languages that we can name; others stand as they are. */
const named = ["alb", "rom", "rus", "mac", "eng"] as const;
const ofScreen: Readonly<Record<string, string>> = {
  sq: "alb",
  ro: "rom",
  ru: "rus",
  mk: "mac",
  en: "eng",
};

export function FetchAgreement({ loan, again = false }: { loan: LoanView; again?: boolean }) {
  const { t } = useTranslation("loans");
  const screen = useLanguage();
  const offered = useCall("agreements.languages", { providerId: loan.providerId }).value?.languages ?? null;
  // Where the office has named none, the lender itself says which it has.
  const languages = offered?.length === 0 ? named : (offered ?? []);
  const fetch = useAction("agreements.fetch");
  const [chosen, setChosen] = useState<string | null>(null);
  const likely = languages.find((language) => language === ofScreen[screen]) ?? languages[0] ?? "";
  const language = chosen ?? likely;

  function label(code: string): string {
    const known = named.find((one) => one === code);
    return known === undefined ? code : t(`agreement.languages.${known}`);
  }

  return (
    <div className={styles.fetch}>
      <NativeSelect
        label={t("agreement.language")}
        value={language}
        onChange={(change) => setChosen(change.currentTarget.value)}
        data={languages.map((code) => ({ value: code, label: label(code) }))}
        size={again ? "sm" : "md"}
      />
      <Button
        variant={again ? "default" : "filled"}
        size={again ? "sm" : "md"}
        loading={fetch.busy}
        disabled={language === ""}
        onClick={() => void fetch.run({ loanId: loan.loanId, language })}
      >
        {t(again ? "agreement.fetchAgain" : "agreement.fetch")}
      </Button>
      {fetch.error !== null && (
        <div className={styles.wide}>
          <ErrorNote error={fetch.error} again={fetch.again} />
        </div>
      )}
    </div>
  );
}
