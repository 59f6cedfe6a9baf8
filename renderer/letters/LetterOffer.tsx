/** Offers the no-dues letter where a loan is repaid and the office has a system that gives letters. */
import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useProvider } from "../app/office.ts";
import { goTo } from "../app/place.ts";

export function LetterOffer({ loanRef }: { loanRef: string | null }) {
  const { t } = useTranslation("letters");
  const provider = useProvider("noDuesLetter");
  if (provider === null || loanRef === null) return null;
  return (
    <Button variant="default" onClick={() => goTo({ at: "letters", loanRef })}>
      {t("offer")}
    </Button>
  );
}
